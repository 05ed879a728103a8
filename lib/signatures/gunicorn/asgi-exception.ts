import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornAsgiException = defineClue({
  id: 'gunicorn/asgi-exception',
  formats: ['gunicorn', ...anyText],
  needles: ['Error in ASGI application'],
  means: 'The application raised an exception: answered with 500 before the headers, cut short after them.',
  provenance: { project: 'gunicorn', file: 'gunicorn/asgi/protocol.py', version: '24.0.0 to 26.1.0' },
  pattern: /^Error in ASGI application(?=\n|$)/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-05-06 08:00:00 +0000] [17] [ERROR] Error in ASGI application',
      gives: {},
      from: 'rebuilt from the template, gunicorn 26.1.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 12:03:05 +0000] [7191] [ERROR] Error in ASGI Framework',
      because: 'hypercorn, which shares the format',
    },
  ],
});
