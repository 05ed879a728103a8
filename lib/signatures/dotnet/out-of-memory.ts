import { defineClue } from '#lib/catalogue/define.ts';

export const dotnetOutOfMemory = defineClue({
  id: 'dotnet/out-of-memory',
  formats: ['plain'],
  needles: ['Out of memory.'],
  means: 'The .NET process was given no more memory, and ended.',
  provenance: { project: 'runtime', file: 'src/coreclr/vm/eepolicy.cpp', version: '8.0 to 9.0' },
  bare: true,
  pattern: /^Out of memory\.$/,
  // Three words that others print as well.
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [{ line: 'Out of memory.', gives: {}, from: 'rebuilt from the template, .NET 8' }],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Out of memory.',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'Out of memory. Restarting.', because: 'an application’s words' },
  ],
});
