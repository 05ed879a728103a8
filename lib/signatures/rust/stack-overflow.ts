import { defineClue } from '#lib/catalogue/define.ts';

export const rustStackOverflow = defineClue({
  id: 'rust/stack-overflow',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['has overflowed its stack'],
  means: 'A Rust thread used up its stack, and the process aborted.',
  provenance: {
    project: 'rust',
    file: 'library/std/src/sys/pal/unix/stack_overflow.rs',
    version: '1.39 to 1.95',
  },
  bare: true,
  pattern: /^thread '[^'\n]{0,100}' (?:\(\d+\) )?has overflowed its stack$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: "thread 'tokio-runtime-worker' (26622) has overflowed its stack",
      gives: {},
      from: 'captured, rustc 1.95',
    },
  ],
  nearMisses: [
    {
      line: "2026-11-22 12:00:05,120 ERROR thread 'tokio-runtime-worker' (26622) has overflowed its stack",
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
