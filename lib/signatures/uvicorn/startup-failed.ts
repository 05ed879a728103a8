import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornStartupFailed = defineClue({
  id: 'uvicorn/startup-failed',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Application startup failed'],
  means: 'The application could not start, and uvicorn gave up.',
  provenance: { project: 'uvicorn', file: 'uvicorn/lifespan/on.py', version: '0.17.6 to 0.35.0' },
  pattern: /^Application startup failed\. Exiting\.$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -5_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: 'ERROR:    Application startup failed. Exiting.',
      gives: {},
      from: 'rebuilt from the template, uvicorn 0.35.0',
    },
  ],
  nearMisses: [],
});
