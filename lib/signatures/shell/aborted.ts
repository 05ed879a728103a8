import { defineClue } from '#lib/catalogue/define.ts';

export const shellAborted = defineClue({
  id: 'shell/aborted',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['Aborted'],
  means:
    'The shell that had started the server says that it aborted: it gave up by itself, as V8 does when its heap is full.',
  provenance: { project: 'bash', file: 'siglist.c', version: '4 and 5; dash 0.5' },
  bare: true,
  pattern:
    /^(?:[^\s:]{1,200}: (?:line )?\d+: {1,8}(?<pid>\d+) )?Aborted(?: {1,20}\(core dumped\)(?: \S.{0,300})?| {2,20}\S.{0,300})?$/,
  adds: { signal: 'SIGABRT' },
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'node/heap-out-of-memory', within: { from: -15_000, to: 0 } },
    { of: 'v8/last-gcs', within: { from: -15_000, to: 0 } },
  ],
  samples: [
    {
      line: 'run.sh: line 5:  2070 Aborted                 node --max-old-space-size=64 server.js',
      gives: { pid: 2070, signal: 'SIGABRT' },
      from: 'captured, bash 5.2',
    },
    {
      line: 'Aborted (core dumped)',
      gives: { signal: 'SIGABRT' },
      from: 'rebuilt from the template, bash 5 siglist.c',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Aborted (core dumped)',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'Aborted by user', because: 'a person stopped something' },
  ],
});
