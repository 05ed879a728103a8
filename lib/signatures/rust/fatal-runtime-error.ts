import { defineClue } from '#lib/catalogue/define.ts';

export const rustFatalRuntimeError = defineClue({
  id: 'rust/fatal-runtime-error',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['fatal runtime error: '],
  means: 'The Rust runtime gave up and the process aborted.',
  provenance: { project: 'rust', file: 'library/std/src/rt.rs, rtabort', version: '1.39 to 1.95' },
  bare: true,
  pattern: /^fatal runtime error: (?<reason>[^\n]{1,200})$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [{ of: 'rust/stack-overflow', within: { from: -3_000, to: 1_000 } }],
  samples: [
    {
      line: 'fatal runtime error: stack overflow, aborting',
      gives: { reason: 'stack overflow, aborting' },
      from: 'captured, rustc 1.95',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR fatal runtime error: stack overflow, aborting',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
