import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornNoResponse = defineClue({
  id: 'uvicorn/no-response',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['returned without starting response'],
  means: 'The application returned without an answer, and uvicorn answered 500: no close by itself.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/protocols/http/{h11,httptools}_impl.py',
    version: '0.17.6 to 0.35.0',
  },
  pattern: /^ASGI callable returned without starting response\.$/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'ERROR:    ASGI callable returned without starting response.',
      gives: {},
      from: 'captured, uvicorn 0.54.0',
    },
  ],
  nearMisses: [
    {
      line: 'ERROR:    ASGI callable returned without completing response.',
      because: 'the answer had begun and is cut',
    },
  ],
});
