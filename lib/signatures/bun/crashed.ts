import { defineClue } from '#lib/catalogue/define.ts';

export const bunCrashed = defineClue({
  id: 'bun/crashed',
  formats: ['plain'],
  needles: ['Bun has crashed'],
  means: 'Bun itself crashed.',
  provenance: { project: 'bun', file: 'src/crash_handler.zig', version: '1.1 to 1.2' },
  bare: true,
  pattern: /^oh no: Bun has crashed\. This indicates a bug in Bun, not your code\.$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'oh no: Bun has crashed. This indicates a bug in Bun, not your code.',
      gives: {},
      from: 'rebuilt from the template, Bun 1.2 src/crash_handler.zig',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR oh no: Bun has crashed. This indicates a bug in Bun, not your code.',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
  ],
});
