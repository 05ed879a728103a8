import { defineClue } from '#lib/catalogue/define.ts';

export const uvicornTaskCancelled = defineClue({
  id: 'uvicorn/task-cancelled',
  formats: ['plain', 'leading-time', 'node-json', 'app-json', 'logfmt', 'uvicorn', 'gunicorn'],
  needles: ['timeout graceful shutdown exceeded'],
  means: 'A request that a stop cancelled: answered with 500 before the headers, cut short after them.',
  provenance: { project: 'uvicorn', file: 'uvicorn/server.py', version: '0.22.0 to 0.35.0' },
  // The last line of a traceback: alone without a prefix, or at the end of one record.
  pattern:
    /^(?:Exception in ASGI application\n[\s\S]*\n)?(?:asyncio\.exceptions\.)?CancelledError: Task cancelled, timeout graceful shutdown exceeded$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [{ of: 'uvicorn/cancelled', within: { from: -5_000, to: 0 } }],
  samples: [
    {
      line: 'asyncio.exceptions.CancelledError: Task cancelled, timeout graceful shutdown exceeded',
      gives: {},
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [],
});
