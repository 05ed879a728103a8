import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uvicornInvalidHttp = defineClue({
  id: 'uvicorn/invalid-http',
  formats: ['uvicorn', 'gunicorn', ...anyText],
  needles: ['Invalid HTTP request received'],
  means: 'What came is not HTTP/1 (TLS or HTTP/2 to a plain port, garbage): answered with 400 and closed.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/protocols/http/{h11,httptools}_impl.py',
    version: '0.17.6 to 0.35.0',
  },
  pattern: /^Invalid HTTP request received\.$/,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    { line: 'WARNING:  Invalid HTTP request received.', gives: {}, from: 'captured, uvicorn 0.54.0' },
  ],
  nearMisses: [],
});
