import { defineClue } from '#lib/catalogue/define.ts';

export const nodeParseTooLarge = defineClue({
  id: 'node/parse-too-large',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['HPE_HEADER_OVERFLOW', 'HPE_CHUNK_EXTENSIONS_OVERFLOW'],
  means:
    'The headers of a request were larger than Node accepts (--max-http-header-size, 16 KiB), and it closed the connection.',
  provenance: { project: 'node', file: 'src/node_http_parser.cc', version: '10.14.0 to 24.21.0' },
  pattern: /^\s*code: '(?<reason>HPE_(?:HEADER|CHUNK_EXTENSIONS)_OVERFLOW)',?$/,
  // An HTTP client of the application gives up on an answer with the same code.
  points: [{ cause: 'body-rejected', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "  code: 'HPE_HEADER_OVERFLOW',",
      gives: { reason: 'HPE_HEADER_OVERFLOW' },
      from: 'captured, Node.js 20.20.2',
    },
  ],
  nearMisses: [
    {
      line: 'clientError [Error: Parse Error: Header overflow] {',
      because: 'the heading of the same block, in words of the application',
    },
  ],
});
