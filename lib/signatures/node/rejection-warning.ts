import { defineClue } from '#lib/catalogue/define.ts';

export const nodeRejectionWarning = defineClue({
  id: 'node/rejection-warning',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['UnhandledPromiseRejectionWarning: '],
  means:
    'A promise was rejected and nobody handled it: up to Node 14 the process lives on and the request is never answered.',
  provenance: { project: 'node', file: 'lib/internal/process/promises.js', version: '6.6.0 to 14.21.3' },
  pattern:
    /^\(node:(?<pid>\d+)\) UnhandledPromiseRejectionWarning: (?!Unhandled promise rejection\.)(?<reason>\S.{0,200})/,
  points: [],
  within: { from: -65_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '(node:21402) UnhandledPromiseRejectionWarning: Error: rejected',
      gives: { pid: 21_402, reason: 'Error: rejected' },
      from: 'captured, Node.js 14.21.3',
    },
  ],
  nearMisses: [
    {
      line: '(node:21402) UnhandledPromiseRejectionWarning: Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch().',
      because: 'the explanation that follows each such warning',
    },
    {
      line: '(node:21402) [DEP0018] DeprecationWarning: Unhandled promise rejections are deprecated.',
      because: 'a note on the future of Node',
    },
  ],
});
