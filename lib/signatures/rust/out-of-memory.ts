import { defineClue } from '#lib/catalogue/define.ts';

export const rustOutOfMemory = defineClue({
  id: 'rust/out-of-memory',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['memory allocation of '],
  means: 'A Rust program asked for memory and was given none, and the process aborted.',
  provenance: {
    project: 'rust',
    file: 'library/alloc/src/alloc.rs, handle_alloc_error',
    version: '1.39 to 1.95',
  },
  bare: true,
  pattern: /^memory allocation of (?<bytes>\d+) bytes failed$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'memory allocation of 67108864 bytes failed',
      gives: { bytes: 67_108_864 },
      from: 'captured, rustc 1.95',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR memory allocation of 67108864 bytes failed',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
