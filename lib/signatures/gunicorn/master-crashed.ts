import { anyText, behindLogger, defineClue } from '#lib/catalogue/define.ts';

export const gunicornMasterCrashed = defineClue({
  id: 'gunicorn/master-crashed',
  formats: ['gunicorn', ...anyText],
  needles: ['Unhandled exception in main loop'],
  means: "gunicorn's own process failed and stops every worker at once.",
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, run', version: '19.9.0 to 26.1.0' },
  behind: behindLogger('gunicorn.error'),
  pattern: /^Unhandled exception in main loop(?=\n|$)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '[2024-05-06 08:00:00 +0000] [7] [ERROR] Unhandled exception in main loop',
      gives: {},
      from: 'rebuilt from the template, gunicorn 22.0.0',
    },
    {
      line: '{"asctime": "2026-11-22 12:03:19,250", "levelname": "ERROR", "name": "gunicorn.error", "message": "Unhandled exception in main loop"}',
      gives: {},
      from: 'rebuilt from the template, python-json-logger 3',
      format: 'app-json',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:03:19,250 ERROR Unhandled exception in main loop',
      because: 'a loop of an application',
      format: 'leading-time',
    },
  ],
});
