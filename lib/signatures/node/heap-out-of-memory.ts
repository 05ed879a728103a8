import { defineClue } from '#lib/catalogue/define.ts';

export const nodeHeapOutOfMemory = defineClue({
  id: 'node/heap-out-of-memory',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt'],
  needles: ['JavaScript heap out of memory', 'process out of memory'],
  means:
    'The heap of the Node process reached its limit (--max-old-space-size) and the process aborted; the kernel had no part in it.',
  provenance: { project: 'node', file: 'src/node_errors.cc, OOMErrorHandler', version: '6 to 24.21.0' },
  bare: true,
  pattern:
    /^FATAL ERROR: (?<reason>\S.{0,120}?)\.? ?Allocation failed - (?:JavaScript heap|process) out of memory$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  // The process lives on while it writes the native stack and its core.
  within: { from: -15_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      gives: { reason: 'Reached heap limit' },
      from: 'captured, Node.js 20.20.2 and 24.21.0',
    },
    {
      line: 'FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory',
      gives: { reason: 'Ineffective mark-compacts near heap limit' },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'FATAL ERROR: Committing semi space failed. Allocation failed - process out of memory',
      gives: { reason: 'Committing semi space failed' },
      from: 'rebuilt from the template, Node.js 6 deps/v8/src/heap/heap.cc',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    {
      line: 'Error [ERR_WORKER_OUT_OF_MEMORY]: Worker terminated due to reaching memory limit: JS heap out of memory',
      because: 'a worker thread inside the process, which has a signature of its own',
    },
    {
      line: 'Raise --max-old-space-size when you see JavaScript heap out of memory',
      because: 'advice, not the event',
    },
  ],
});
