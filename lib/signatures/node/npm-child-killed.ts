import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNpmChildKilled = defineClue({
  id: 'node/npm-child-killed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: [
    'npm ERR! signal',
    'npm error signal',
    'errno 137',
    'Command failed with signal',
    'exit code 137',
  ],
  means:
    'npm, pnpm or yarn started the application, and the application was killed: for memory, or by somebody.',
  provenance: { project: 'npm', file: 'lib/utils/error-message.js', version: '6 to 11' },
  pattern:
    /^(?:npm (?:ERR!|error) (?:signal SIGKILL|errno 137)|(?:error|.{0,3}ELIFECYCLE.{0,4}) ?Command failed with (?:signal "?SIGKILL"?|exit code 137)\.?$)/,
  adds: { signal: 'SIGKILL' },
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -5_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'npm ERR! signal SIGKILL',
      gives: { signal: 'SIGKILL' },
      from: 'rebuilt from the template, npm 9 lib/utils/error-message.js',
    },
    {
      line: 'npm ERR! errno 137',
      gives: { signal: 'SIGKILL' },
      from: 'rebuilt from the template, npm 6 lib/utils/error-message.js',
    },
    {
      line: 'error Command failed with exit code 137.',
      gives: { signal: 'SIGKILL' },
      from: 'rebuilt from the template, yarn 1.22 src/util/execute-lifecycle-script.js',
    },
  ],
  nearMisses: [{ line: 'npm ERR! signal SIGTERM', because: 'asked to stop, not killed' }],
});
