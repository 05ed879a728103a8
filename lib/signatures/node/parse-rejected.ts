import { defineClue } from '#lib/catalogue/define.ts';

export const nodeParseRejected = defineClue({
  id: 'node/parse-rejected',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ["code: 'HPE_"],
  means: 'Node refused a malformed request and closed its connection.',
  provenance: { project: 'llhttp', file: 'src/llhttp/constants.ts', version: 'Node.js 14 to 24.21.0' },
  pattern:
    /^\s*code: '(?<reason>HPE_(?!INVALID_(?:METHOD|VERSION|CONSTANT|EOF_STATE)|PAUSED|HEADER_OVERFLOW|CHUNK_EXTENSIONS)[A-Z0-9_]{1,60})',?$/,
  // An HTTP client of the application gives up on an answer with the same code.
  points: [{ cause: 'connection-rejected', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "  code: 'HPE_INVALID_TRANSFER_ENCODING',",
      gives: { reason: 'HPE_INVALID_TRANSFER_ENCODING' },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: "  code: 'HPE_UNEXPECTED_CONTENT_LENGTH',",
      gives: { reason: 'HPE_UNEXPECTED_CONTENT_LENGTH' },
      from: 'captured, Node.js 20.20.2',
    },
  ],
  nearMisses: [
    { line: "  code: 'HPE_HEADER_OVERFLOW',", because: 'too large, which is another cause' },
    { line: "  code: 'HPE_INVALID_EOF_STATE',", because: 'the other side hung up in mid-request' },
    { line: "  code: 'HPE_INVALID_METHOD',", because: 'not HTTP/1 at all, which is another cause' },
  ],
});
