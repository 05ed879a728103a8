import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornWaiting = defineClue({
  id: 'uvicorn/waiting',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['to force quit'],
  means: 'uvicorn is stopping and requests are still in flight; what outlives the wait is cut.',
  provenance: { project: 'uvicorn', file: 'uvicorn/server.py', version: '0.17.6 to 0.35.0' },
  pattern: /^Waiting for (?:connections to close|background tasks to complete)\. \(CTRL\+C to force quit\)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [
    { of: 'uvicorn/stop', within: { from: -35_000, to: 0 } },
    { of: 'uvicorn/recycle', within: { from: -35_000, to: 0 } },
  ],
  samples: [
    {
      line: 'INFO:     Waiting for connections to close. (CTRL+C to force quit)',
      gives: {},
      from: 'captured, uvicorn 0.54.0',
    },
    {
      line: 'INFO:     Waiting for background tasks to complete. (CTRL+C to force quit)',
      gives: {},
      from: 'rebuilt from the template, uvicorn 0.35.0',
    },
  ],
  nearMisses: [
    {
      line: 'INFO:     Uvicorn running on http://127.0.0.1:18000 (Press CTRL+C to quit)',
      because: 'said at every start',
    },
  ],
});
