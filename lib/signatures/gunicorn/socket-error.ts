import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornSocketError = defineClue({
  id: 'gunicorn/socket-error',
  formats: ['gunicorn', ...anyText],
  needles: ['Socket error processing request'],
  means:
    'An OSError ended the request without an answer: its own socket, or one that the application let escape.',
  // The handler takes every OSError for one of the client's socket, the application's own included.
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/workers/{sync,gthread,base_async}.py, handle',
    version: '19.9.0 to 26.1.0',
  },
  pattern: /^Socket error processing request\.(?=\n|$)/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[2024-05-06 08:00:00 +0000] [17] [ERROR] Socket error processing request.',
      gives: {},
      from: 'rebuilt from the template, gunicorn 23.0.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 12:01:29 +0000] [4822] [INFO] Error while closing socket [Errno 9] Bad file descriptor',
      because: 'said in every stop of a uvicorn worker',
    },
  ],
});
