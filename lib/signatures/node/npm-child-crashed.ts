import { defineClue } from '#lib/catalogue/define.ts';

export const nodeNpmChildCrashed = defineClue({
  id: 'node/npm-child-crashed',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['signal SIGSEGV', 'signal SIGABRT', 'signal SIGBUS', 'signal SIGILL', 'signal SIGTRAP'],
  means: 'npm started the application, and the application died of a signal that it raised itself.',
  provenance: { project: 'npm', file: 'lib/utils/error-message.js', version: '6 to 11' },
  bare: true,
  pattern: /^npm (?:ERR!|error) signal (?<signal>SIG(?:SEGV|ABRT|BUS|ILL|TRAP))$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  // Out of heap, V8 aborts.
  consequences: [
    { of: 'node/heap-out-of-memory', within: { from: -10_000, to: 0 } },
    { of: 'v8/last-gcs', within: { from: -10_000, to: 0 } },
  ],
  samples: [
    {
      line: 'npm ERR! signal SIGSEGV',
      gives: { signal: 'SIGSEGV' },
      from: 'rebuilt from the template, npm 9 lib/utils/error-message.js',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR npm ERR! signal SIGSEGV',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'npm ERR! signal SIGKILL', because: 'killed from outside' },
  ],
});
