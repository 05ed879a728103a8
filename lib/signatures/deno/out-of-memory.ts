import { defineClue } from '#lib/catalogue/define.ts';

export const denoOutOfMemory = defineClue({
  id: 'deno/out-of-memory',
  formats: ['plain', 'leading-time', 'app-json'],
  needles: ['Fatal JavaScript out of memory'],
  means:
    'The JavaScript heap reached its limit and the process aborted (Deno: exit code 133); the kernel had no part in it.',
  provenance: { project: 'deno', file: 'v8 src/api/api.cc, V8::FatalProcessOutOfMemory', version: '2.9.6' },
  bare: true,
  pattern: /^# Fatal JavaScript out of memory: (?<reason>[^\n]{1,120})$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -15_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '# Fatal JavaScript out of memory: Ineffective mark-compacts near heap limit',
      gives: { reason: 'Ineffective mark-compacts near heap limit' },
      from: 'captured, Deno 2.9.6',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR # Fatal JavaScript out of memory: Ineffective mark-compacts near heap limit',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
