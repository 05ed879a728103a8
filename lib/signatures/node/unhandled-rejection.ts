import { defineClue } from '#lib/catalogue/define.ts';

export const nodeUnhandledRejection = defineClue({
  id: 'node/unhandled-rejection',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['UnhandledPromiseRejection: This error originated'],
  means:
    'A promise was rejected with something that is no Error, nobody handled it, and the Node process died of it.',
  provenance: { project: 'node', file: 'lib/internal/process/promises.js', version: '15.0.0 to 24.21.0' },
  bare: true,
  pattern:
    /^(?:Uncaught )?\[?UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "#<Object>".',
      gives: {},
      from: 'captured, Node.js 20.20.2 and 24.21.0',
    },
    {
      line: '[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "undefined".] {',
      gives: {},
      from: 'rebuilt from the template, Node.js 18 lib/internal/process/promises.js',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "#<Object>".',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: '(node:21402) UnhandledPromiseRejectionWarning: Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch().',
      because: 'only a warning: up to Node 14 the process lives on and the request hangs',
    },
    {
      line: '      new UnhandledPromiseRejection(reason);',
      because: 'the source line above it',
    },
  ],
});
