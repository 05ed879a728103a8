import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNativeStack = defineClue({
  id: 'node/native-stack',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['----- Native stack trace -----'],
  means: 'The Node process aborted, and prints where it was; after process.abort() this is all it prints.',
  provenance: { project: 'node', file: 'src/debug_utils.cc, DumpNativeBacktrace', version: '20 to 24.21.0' },
  bare: true,
  pattern: /^----- Native stack trace -----$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [
    { of: 'node/heap-out-of-memory', within: { from: -5_000, to: 0 } },
    { of: 'v8/last-gcs', within: { from: -5_000, to: 0 } },
  ],
  samples: [
    { line: '----- Native stack trace -----', gives: {}, from: 'captured, Node.js 20.20.2 and 24.21.0' },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR ----- Native stack trace -----',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '----- JavaScript stack trace -----', because: 'a later heading of the same block' },
  ],
});
