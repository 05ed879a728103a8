import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNativeStack = defineClue({
  id: 'node/native-stack',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['----- Native stack trace -----'],
  means: 'The Node process aborted, and prints where it was; after process.abort() this is all it prints.',
  provenance: { project: 'node', file: 'src/debug_utils.cc, DumpNativeBacktrace', version: '20 to 24.21.0' },
  pattern: /^----- Native stack trace -----$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [
    { of: 'node/heap-out-of-memory', within: { from: -5_000, to: 0 } },
    { of: 'v8/last-gcs', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    { line: '----- Native stack trace -----', gives: {}, from: 'captured, Node.js 20.20.2 and 24.21.0' },
  ],
  nearMisses: [{ line: '----- JavaScript stack trace -----', because: 'a later heading of the same block' }],
});
