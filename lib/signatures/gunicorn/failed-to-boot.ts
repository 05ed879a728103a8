import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornFailedToBoot = defineClue({
  id: 'gunicorn/failed-to-boot',
  formats: ['gunicorn', ...anyText],
  needles: ['Worker failed to boot', 'App failed to load'],
  means: 'gunicorn stopped altogether because a worker left with the code for a failed start.',
  provenance: { project: 'gunicorn', file: 'gunicorn/arbiter.py, halt and run', version: '19.9.0 to 26.1.0' },
  pattern:
    /^(?:Reason: |gunicorn\.errors\.HaltServer: <HaltServer ')(?<reason>Worker failed to boot|App failed to load)\./,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // It comes last: the other workers had graceful_timeout (30 s) to finish.
  within: { from: -3_000, to: 35_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:49:57 +0000] [4954] [INFO] Reason: Worker failed to boot.',
      gives: { reason: 'Worker failed to boot' },
      from: 'captured, gunicorn 20.1.0',
    },
    {
      line: "gunicorn.errors.HaltServer: <HaltServer 'Worker failed to boot.' 3>",
      gives: { reason: 'Worker failed to boot' },
      from: 'the end of the traceback, gunicorn/errors.py 20.0.4',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:03:19,250 ERROR Worker failed to boot.',
      because: 'a worker of an application',
      format: 'leading-time',
    },
  ],
});
