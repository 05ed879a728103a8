import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornResponseIncomplete = defineClue({
  id: 'uvicorn/response-incomplete',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['returned without completing response'],
  means: 'The application returned in the middle of its answer, and uvicorn cut it.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/protocols/http/{h11,httptools}_impl.py',
    version: '0.17.6 to 0.35.0',
  },
  pattern: /^ASGI callable returned without completing response\.$/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'ERROR:    ASGI callable returned without completing response.',
      gives: {},
      from: 'captured, uvicorn 0.54.0',
    },
    {
      line: '[2026-11-22 12:01:06 +0000] [3661] [ERROR] ASGI callable returned without completing response.',
      gives: {},
      from: 'captured, gunicorn 26.2.0 with uvicorn 0.54.0',
      format: 'gunicorn',
    },
  ],
  nearMisses: [
    { line: 'ERROR:    ASGI callable returned without starting response.', because: 'answered with 500' },
  ],
});
