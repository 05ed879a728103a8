import { defineClue } from '#lib/catalogue/define.ts';

export const nodeParseProtocol = defineClue({
  id: 'node/parse-protocol',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['HPE_INVALID_METHOD', 'HPE_PAUSED_H2_UPGRADE'],
  means:
    'What arrived at the HTTP/1 port of Node was not HTTP/1: the first bytes were TLS, HTTP/2 or something else.',
  provenance: { project: 'llhttp', file: 'src/llhttp/constants.ts', version: 'Node.js 14 to 24.21.0' },
  pattern: /^\s*code: '(?<reason>HPE_(?:INVALID_METHOD|PAUSED_H2_UPGRADE))',?$/,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "  code: 'HPE_INVALID_METHOD',",
      gives: { reason: 'HPE_INVALID_METHOD' },
      from: 'captured, Node.js 20.20.2: a TLS hello on a plain port',
    },
    {
      line: "  code: 'HPE_PAUSED_H2_UPGRADE',",
      gives: { reason: 'HPE_PAUSED_H2_UPGRADE' },
      from: 'captured, Node.js 20.20.2: an HTTP/2 preface',
    },
  ],
  nearMisses: [
    { line: "  code: 'HPE_INVALID_EOF_STATE',", because: 'the other side hung up in mid-request' },
    {
      line: "  code: 'HPE_INVALID_CONSTANT',",
      because: 'an HTTP client of the application met an answer that begins with something else than HTTP/',
    },
  ],
});
