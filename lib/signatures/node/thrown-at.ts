import { defineClue } from '#lib/catalogue/define.ts';

export const nodeThrownAt = defineClue({
  id: 'node/thrown-at',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['.js:', '.ts:', '.mjs:', '.cjs:', '.jsx:', '.tsx:', 'node:'],
  means: 'The first line of an uncaught exception: the place in the code from which it came.',
  provenance: {
    project: 'node',
    file: 'src/node_errors.cc, GetErrorSource',
    version: '0.12 to 24.21.0',
  },
  bare: true,
  // Up to Node 16 no line of the block says more; a frame of a stack is indented and has a column as well.
  pattern:
    /^(?<reason>(?:(?:file:\/\/)?\/[^\s:]{1,300}\.[cm]?[jt]sx?|node:[\w/]{1,80}|(?:[\w-]{1,40}\/){0,6}\w{1,40}\.js):\d{1,7})$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '/srv/app/server.js:8',
      gives: { reason: '/srv/app/server.js:8' },
      from: 'captured, Node.js 20.20.2 and 24.21.0',
    },
    { line: 'node:events:502', gives: { reason: 'node:events:502' }, from: 'captured, Node.js 20.20.2' },
    {
      line: 'internal/process/promises.js:213',
      gives: { reason: 'internal/process/promises.js:213' },
      from: 'rebuilt from the template, Node.js 15 lib/internal/process/promises.js',
    },
    {
      line: 'file:///srv/app/server.mjs:12',
      gives: { reason: 'file:///srv/app/server.mjs:12' },
      from: 'rebuilt from the template, Node.js 20 src/node_errors.cc',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR /srv/app/server.js:8',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '    at Server.<anonymous> (/srv/app/server.js:8:24)', because: 'a frame of a stack' },
    {
      line: '/srv/app/server.js:8:24',
      because: 'a place with its column, as compilers and linters print it',
    },
  ],
});
