import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const goListening = defineClue({
  id: 'go/listening',
  formats: ['plain', 'leading-time'],
  needles: ['Listening and serving HTTP'],
  means: 'A Go program (gin) says where it listens; in the middle of a life, the process before it is gone.',
  provenance: { project: 'gin', file: 'gin.go, Engine.Run', version: '1.9 to 1.10' },
  pattern: /^(?:\[GIN-debug\] )?Listening and serving HTTPS? on (?<listens>\S{1,108})$/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'go/panic', within: { from: -120_000, to: 0 } },
    { of: 'go/fatal-error', within: { from: -120_000, to: 0 } },
    { of: 'go/out-of-memory', within: { from: -120_000, to: 0 } },
    { of: 'go/signal', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: '[GIN-debug] Listening and serving HTTP on :8080',
      gives: { listens: ':8080' },
      from: 'rebuilt from the template, gin 1.10',
    },
  ],
  nearMisses: [],
});
