import { defineClue } from '#lib/catalogue/define.ts';

export const goPanicRecovered = defineClue({
  id: 'go/panic-recovered',
  formats: ['plain', 'leading-time'],
  needles: ['panic recovered'],
  means: 'A handler panicked and the framework (gin, echo, chi) answered with 500.',
  provenance: { project: 'gin', file: 'recovery.go, CustomRecoveryWithWriter', version: '1.9 to 1.10' },
  pattern: /^(?:\[Recovery\] \d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d )?(?:panic recovered:|\[PANIC RECOVER\] )/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[Recovery] 2026/11/22 - 12:26:05 panic recovered:',
      gives: {},
      from: 'rebuilt from the template, gin 1.10',
    },
  ],
  nearMisses: [],
});
