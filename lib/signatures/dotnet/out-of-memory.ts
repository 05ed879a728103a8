import { defineClue } from '#lib/catalogue/define.ts';

export const dotnetOutOfMemory = defineClue({
  id: 'dotnet/out-of-memory',
  formats: ['plain'],
  needles: ['Out of memory.'],
  means: 'The .NET process was given no more memory, and ended.',
  provenance: { project: 'runtime', file: 'src/coreclr/vm/eepolicy.cpp', version: '8.0 to 9.0' },
  pattern: /^Out of memory\.$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [{ line: 'Out of memory.', gives: {}, from: 'rebuilt from the template, .NET 8' }],
  nearMisses: [{ line: 'Out of memory. Restarting.', because: 'an application’s words' }],
});
