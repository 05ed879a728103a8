import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNodemonCrashed = defineClue({
  id: 'node/nodemon-crashed',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['[nodemon] app crashed'],
  means:
    'nodemon saw the application end with an error, and waits for a file to change before it starts it again.',
  provenance: { project: 'nodemon', file: 'lib/monitor/run.js', version: '1 to 3' },
  bare: true,
  pattern: /^\[nodemon\] app crashed - waiting for file changes before starting/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '[nodemon] app crashed - waiting for file changes before starting...',
      gives: {},
      from: 'rebuilt from the template, nodemon 3 lib/monitor/run.js',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR [nodemon] app crashed - waiting for file changes before starting...',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: '[nodemon] clean exit - waiting for changes before restart', because: 'it ended as it should' },
  ],
});
