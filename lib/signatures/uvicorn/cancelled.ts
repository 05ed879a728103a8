import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornCancelled = defineClue({
  id: 'uvicorn/cancelled',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['timeout graceful shutdown exceeded'],
  means: 'A stop ran out of time (timeout_graceful_shutdown) and uvicorn cancelled the requests in flight.',
  provenance: { project: 'uvicorn', file: 'uvicorn/server.py', version: '0.22.0 to 0.35.0' },
  pattern: /^Cancel \d+ running task\(s\), timeout graceful shutdown exceeded$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'ERROR:    Cancel 1 running task(s), timeout graceful shutdown exceeded',
      gives: {},
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
