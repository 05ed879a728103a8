import { defineClue } from '#lib/catalogue/define.ts';

export const nodePeerHungUp = defineClue({
  id: 'node/peer-hung-up',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['HPE_INVALID_EOF_STATE'],
  means: 'The proxy or the client hung up in the middle of a request: here the backend did not close first.',
  provenance: { project: 'llhttp', file: 'src/llhttp/constants.ts', version: 'Node.js 14 to 24.21.0' },
  pattern: /^\s*code: '(?<reason>HPE_INVALID_EOF_STATE)',?$/,
  points: [],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: "  code: 'HPE_INVALID_EOF_STATE',",
      gives: { reason: 'HPE_INVALID_EOF_STATE' },
      from: 'captured, Node.js 20.20.2',
    },
  ],
  nearMisses: [{ line: "  reason: 'Invalid EOF state'", because: 'the next line of the same error' }],
});
