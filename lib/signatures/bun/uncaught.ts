import { defineClue } from '#lib/catalogue/define.ts';

export const bunUncaught = defineClue({
  id: 'bun/uncaught',
  formats: ['plain'],
  needles: ['Bun v'],
  means:
    'The last line of a Bun process that dies of an exception or a rejected promise; the error stands above it.',
  provenance: { project: 'bun', file: 'src/bun.js/VirtualMachine.zig', version: '1.4.5' },
  bare: true,
  pattern: /^Bun v(?<version>\d+\.\d+\.\d+\S{0,40}) \((?:Linux|macOS|Windows) [\w ]{2,20}\)$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [{ line: 'Bun v1.4.5 (Linux x64)', gives: { version: '1.4.5' }, from: 'captured, Bun 1.4.5' }],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Bun v1.4.5 (Linux x64)',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'bun install v1.4.5 (Linux x64)', because: 'the package manager' },
  ],
});
