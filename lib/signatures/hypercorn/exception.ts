import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const hypercornException = defineClue({
  id: 'hypercorn/exception',
  formats: ['gunicorn', ...anyText],
  needles: ['Error in ASGI Framework'],
  means: 'The application raised an exception: answered with 500 before the headers, cut short after them.',
  provenance: { project: 'hypercorn', file: 'hypercorn/asyncio/task_group.py', version: '0.13.2 to 0.18.0' },
  pattern: /^Error in ASGI Framework(?=\n|$)/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 12:03:05 +0000] [7191] [ERROR] Error in ASGI Framework',
      gives: {},
      from: 'captured, hypercorn 0.13.2',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 12:03:05 +0000] [7191] [ERROR] Error in ASGI application',
      because: 'gunicorn speaks',
    },
  ],
});
