import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornException = defineClue({
  id: 'uvicorn/exception',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Exception in ASGI application'],
  means: 'The application raised an exception: answered with 500 before the headers, cut short after them.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/protocols/http/{h11,httptools}_impl.py',
    version: '0.17.6 to 0.35.0',
  },
  pattern: /^Exception in ASGI application(?=\n|$)/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [{ of: 'uvicorn/cancelled', within: { from: -5_000, to: 0 } }],
  samples: [
    { line: 'ERROR:    Exception in ASGI application', gives: {}, from: 'captured, uvicorn 0.54.0' },
    {
      line: '[2026-11-22 12:01:00 +0000] [3654] [ERROR] Exception in ASGI application',
      gives: {},
      from: 'captured, gunicorn 26.2.0 with uvicorn 0.54.0',
      format: 'gunicorn',
    },
  ],
  nearMisses: [],
});
