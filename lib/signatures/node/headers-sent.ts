import { defineClue } from '#lib/catalogue/define.ts';

export const nodeHeadersSent = defineClue({
  id: 'node/headers-sent',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['ERR_HTTP_HEADERS_SENT]: Cannot '],
  means:
    'The code answered one request twice; uncaught it ends the process, caught by Express it cuts the response.',
  provenance: { project: 'node', file: 'lib/_http_outgoing.js', version: '10 to 24.21.0' },
  pattern:
    /^(?:Uncaught )?(?<reason>Error \[ERR_HTTP_HEADERS_SENT\]: Cannot \w+ headers after they are sent to the client)/,
  points: [
    { cause: 'crash', strength: 'supporting' },
    { cause: 'response-truncated', strength: 'supporting' },
  ],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'Error [ERR_HTTP_HEADERS_SENT]: Cannot write headers after they are sent to the client',
      gives: {
        reason: 'Error [ERR_HTTP_HEADERS_SENT]: Cannot write headers after they are sent to the client',
      },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client',
      gives: {},
      from: 'rebuilt from the template, Node.js 20.19.2 lib/_http_outgoing.js',
    },
  ],
  nearMisses: [
    { line: "    throw new ERR_HTTP_HEADERS_SENT('write');", because: 'the source line above it' },
    { line: "  code: 'ERR_HTTP_HEADERS_SENT'", because: 'the last line of the same error' },
  ],
});
