import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNpmChildStopped = defineClue({
  id: 'node/npm-child-stopped',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['npm ERR! signal', 'npm error signal', 'Command failed with signal'],
  means: 'npm, pnpm or yarn started the application, and the application was told to stop.',
  provenance: { project: 'npm', file: 'lib/utils/error-message.js', version: '6 to 11' },
  bare: true,
  pattern:
    /^(?:npm (?:ERR!|error) signal |error Command failed with signal "?|.{0,3}ELIFECYCLE.{0,4}Command failed with signal "?)(?<signal>SIG(?:TERM|INT))\b/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -5_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'npm ERR! signal SIGTERM',
      gives: { signal: 'SIGTERM' },
      from: 'rebuilt from the template, npm 9 lib/utils/error-message.js',
    },
    {
      line: 'npm error signal SIGTERM',
      gives: { signal: 'SIGTERM' },
      from: 'rebuilt from the template, npm 11 lib/utils/error-message.js',
    },
    {
      line: 'error Command failed with signal "SIGTERM".',
      gives: { signal: 'SIGTERM' },
      from: 'rebuilt from the template, yarn 1.22 src/util/execute-lifecycle-script.js',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR npm ERR! signal SIGTERM',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'npm ERR! signal SIGKILL', because: 'killed, not asked to stop' },
  ],
});
