import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornParentReload = defineClue({
  id: 'uvicorn/parent-reload',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['restarting processes'],
  means: 'uvicorn was told to replace its workers one after the other.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/supervisors/multiprocess.py',
    version: '0.30.0 to 0.35.0',
  },
  pattern: /^Received (?<signal>SIGHUP), restarting processes\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: 'INFO:     Received SIGHUP, restarting processes.',
      gives: { signal: 'SIGHUP' },
      from: 'rebuilt from the template, uvicorn 0.35.0',
    },
  ],
  nearMisses: [],
});
