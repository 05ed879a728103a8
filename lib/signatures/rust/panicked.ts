import { defineClue } from '#lib/catalogue/define.ts';

export const rustPanicked = defineClue({
  id: 'rust/panicked',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['panicked at '],
  means:
    'A Rust thread or task panicked: its request is lost, and the process lives on unless it is built to abort.',
  provenance: {
    project: 'rust',
    file: 'library/std/src/panicking.rs, default_hook',
    version: '1.39 to 1.95',
  },
  bare: true,
  pattern:
    /^thread '[^'\n]{0,100}' (?:\(\d+\) )?panicked at (?:'(?<reason>[^\n]{0,400})', )?[^\n:]{1,300}:\d+:\d+:?$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // One task of many: what stands further away is another’s.
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "thread 'tokio-runtime-worker' (26590) panicked at a.rs:7:34:",
      gives: {},
      from: 'captured, rustc 1.95',
    },
    {
      line: "thread 'main' panicked at 'no database', src/main.rs:7:34",
      gives: { reason: 'no database' },
      from: 'rebuilt from the template, Rust 1.72',
    },
  ],
  nearMisses: [
    {
      line: "2026-11-22 12:00:05,120 ERROR thread 'tokio-runtime-worker' (26590) panicked at a.rs:7:34:",
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: "thread 'main' panicked at lunch", because: 'no place in the code' },
  ],
});
