import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornFinished = defineClue({
  id: 'uvicorn/finished',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Finished server process'],
  means: 'A uvicorn process has ended after a stop.',
  provenance: { project: 'uvicorn', file: 'uvicorn/server.py', version: '0.17.6 to 0.35.0' },
  pattern: /^Finished server process \[(?<pid>\d+)\]$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'uvicorn/stop', within: { from: -60_000, to: 0 } },
    { of: 'uvicorn/recycle', within: { from: -60_000, to: 0 } },
    { of: 'gunicorn/stop', within: { from: -35_000, to: 0 } },
    { of: 'gunicorn/reload', within: { from: -35_000, to: 0 } },
  ],
  samples: [
    {
      line: 'INFO:     Finished server process [5723]',
      gives: { pid: 5723 },
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
