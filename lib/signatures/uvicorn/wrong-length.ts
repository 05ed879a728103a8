import { defineClue } from '#lib/catalogue/define.ts';

export const uvicornWrongLength = defineClue({
  id: 'uvicorn/wrong-length',
  formats: ['plain', 'leading-time', 'node-json', 'app-json', 'logfmt', 'uvicorn', 'gunicorn'],
  needles: ['than Content-Length', 'data for declared Content-Length'],
  means: 'The application sent less or more than its Content-Length said, and the connection was cut.',
  provenance: {
    project: 'uvicorn',
    file: 'uvicorn/protocols/http/httptools_impl.py; h11/_writers.py',
    version: '0.17.6 to 0.35.0; h11 0.14',
  },
  // The last line of a traceback: alone without a prefix, or at the end of one record.
  pattern:
    /^(?:(?:Exception in ASGI application|Error in ASGI Framework)\n[\s\S]*\n)?(?:RuntimeError: |h11\._util\.)?(?:Response content (?<reason>shorter|longer) than Content-Length|LocalProtocolError: Too (?:little|much) data for declared Content-Length)$/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'RuntimeError: Response content shorter than Content-Length',
      gives: { reason: 'shorter' },
      from: 'captured, uvicorn 0.54.0',
    },
    {
      line: 'h11._util.LocalProtocolError: Too little data for declared Content-Length',
      gives: {},
      from: 'captured, uvicorn 0.54.0 with --http h11',
    },
    {
      line: 'h11._util.LocalProtocolError: Too much data for declared Content-Length',
      gives: {},
      from: 'captured, uvicorn 0.54.0 with --http h11',
    },
  ],
  nearMisses: [
    {
      line: 'raise RuntimeError("Response content shorter than Content-Length")',
      because: 'the source line in the traceback',
    },
  ],
});
