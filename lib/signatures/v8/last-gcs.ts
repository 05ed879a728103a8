import { defineClue } from '#lib/catalogue/define.ts';

export const v8LastGcs = defineClue({
  id: 'v8/last-gcs',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['<--- Last few GCs'],
  means: 'V8 prints its last garbage collections, as it does only when it dies for want of memory.',
  provenance: { project: 'v8', file: 'src/heap/heap.cc', version: 'Node.js 4 to 24.21.0' },
  bare: true,
  pattern: /^<--- Last few GCs --->$/,
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  within: { from: -15_000, to: 3_000 },
  consequences: [],
  samples: [{ line: '<--- Last few GCs --->', gives: {}, from: 'captured, Node.js 20.20.2' }],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR <--- Last few GCs --->',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '<--- JS stacktrace --->', because: 'also printed when V8 dies of something else' },
  ],
});
