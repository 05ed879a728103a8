import { defineClue } from '#lib/catalogue/define.ts';

export const nodeUncaughtExit = defineClue({
  id: 'node/uncaught-exit',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['Node.js v'],
  means: 'The last line of a Node process that dies of an uncaught exception; the exception stands above it.',
  provenance: { project: 'node', file: 'lib/internal/process/execution.js', version: '17.0.0 to 24.21.0' },
  bare: true,
  pattern: /^Node\.js v(?<version>\d+\.\d+\.\d+\S{0,40})$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'Node.js v20.20.2',
      gives: { version: '20.20.2' },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'Node.js v24.21.0',
      gives: { version: '24.21.0' },
      from: 'captured, Node.js 24.21.0',
    },
    {
      line: '{"log":"Node.js v20.20.2\\n","stream":"stderr","time":"2026-11-22T12:17:22.934105671Z"}',
      gives: { version: '20.20.2' },
      from: 'the same line in Docker’s json-file',
      format: 'docker-json',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Node.js v20.20.2',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'Welcome to Node.js v20.20.2.', because: 'the greeting of the interactive prompt' },
    {
      line: 'Node.js v20.20.2 is ready, environment production',
      because: 'a start banner of an application',
    },
  ],
});
