import { defineClue } from '#lib/catalogue/define.ts';

export const nodeWorkerCrashed = defineClue({
  id: 'node/worker-crashed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGABRT'],
  means: 'A cluster worker died of a signal that it raised itself.',
  provenance: { project: 'node', file: 'doc/api/cluster.md, event exit', version: '0.12 to 24.21.0' },
  pattern:
    /^[Ww]orker (?:process )?(?<pid>\d+) (?:has |was )?(?:died|exited|killed|terminated)\b.{0,60}?\b(?<signal>SIG(?:SEGV|BUS|ILL|FPE|TRAP|ABRT))\b/,
  // The application's own words, and not every worker serves requests.
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  // Out of heap, V8 aborts.
  consequences: [
    { of: 'node/heap-out-of-memory', within: { from: -10_000, to: 0 } },
    { of: 'v8/last-gcs', within: { from: -10_000, to: 0 } },
  ],
  samples: [
    {
      line: 'worker 21840 died (code null, signal SIGSEGV)',
      gives: { pid: 21_840, signal: 'SIGSEGV' },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'worker 21852 died (code null, signal SIGABRT)',
      gives: { pid: 21_852, signal: 'SIGABRT' },
      from: 'captured, Node.js 20.20.2',
    },
  ],
  nearMisses: [
    { line: 'worker 21807 died (code null, signal SIGKILL)', because: 'killed from outside' },
    { line: 'reaped #<Process::Status: pid 12 SIGSEGV (signal 11)> worker=0', because: 'unicorn speaks' },
  ],
});
