import { defineClue } from '#lib/catalogue/define.ts';

export const nodeRejectionThrown = defineClue({
  id: 'node/rejection-thrown',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['triggerUncaughtException(err, true'],
  means:
    'A rejected promise that nobody handled was made an uncaught exception, and the Node process died of it.',
  provenance: { project: 'node', file: 'lib/internal/process/promises.js', version: '15.0.0 to 20.0.0' },
  bare: true,
  pattern: /^\s*triggerUncaughtException\(err, true \/\* fromPromise \*\/\);$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '            triggerUncaughtException(err, true /* fromPromise */);',
      gives: {},
      from: 'rebuilt from the template, Node.js 16 lib/internal/process/promises.js',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR triggerUncaughtException(err, true /* fromPromise */);',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: '    at triggerUncaughtException (node:internal/process/promises:288:5)',
      because: 'a frame of a stack that somebody logged',
    },
  ],
});
