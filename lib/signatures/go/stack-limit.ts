import { defineClue } from '#lib/catalogue/define.ts';

export const goStackLimit = defineClue({
  id: 'go/stack-limit',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['goroutine stack exceeds'],
  means:
    'A goroutine called itself without end until its stack was as large as Go allows, and the process died.',
  provenance: { project: 'go', file: 'src/runtime/stack.go, newstack', version: '1.19 to 1.24.9' },
  bare: true,
  pattern: /^runtime: goroutine stack exceeds (?<bytes>\d+)-byte limit$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'runtime: goroutine stack exceeds 1000000000-byte limit',
      gives: { bytes: 1_000_000_000 },
      from: 'captured, Go 1.19',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR runtime: goroutine stack exceeds 1000000000-byte limit',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
