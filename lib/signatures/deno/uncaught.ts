import { defineClue } from '#lib/catalogue/define.ts';

export const denoUncaught = defineClue({
  id: 'deno/uncaught',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['error: Uncaught '],
  means: 'The Deno process died of an exception or a rejected promise that nothing caught (exit code 1).',
  provenance: { project: 'deno', file: 'cli/util/fmt_errors; runtime/fmt_errors.rs', version: '2.9.6' },
  bare: true,
  pattern: /^error: Uncaught (?:\(in promise\) )?(?<reason>[^\n]{1,300})$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'error: Uncaught Error: later boom',
      gives: { reason: 'Error: later boom' },
      from: 'captured, Deno 2.9.6',
    },
    {
      line: 'error: Uncaught (in promise) Error: rejected',
      gives: { reason: 'Error: rejected' },
      from: 'captured, Deno 2.9.6',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR error: Uncaught Error: later boom',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'Error: boom', because: 'a handler’s, which Deno answers with 500' },
  ],
});
