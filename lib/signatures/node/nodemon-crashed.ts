import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNodemonCrashed = defineClue({
  id: 'node/nodemon-crashed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['[nodemon] app crashed'],
  means:
    'nodemon saw the application end with an error, and waits for a file to change before it starts it again.',
  provenance: { project: 'nodemon', file: 'lib/monitor/run.js', version: '1 to 3' },
  pattern: /^\[nodemon\] app crashed - waiting for file changes before starting/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -10_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[nodemon] app crashed - waiting for file changes before starting...',
      gives: {},
      from: 'rebuilt from the template, nodemon 3 lib/monitor/run.js',
    },
  ],
  nearMisses: [
    { line: '[nodemon] clean exit - waiting for changes before restart', because: 'it ended as it should' },
  ],
});
