import { defineClue } from '#lib/catalogue/define.ts';

export const nodeWorkerThreadOutOfMemory = defineClue({
  id: 'node/worker-thread-out-of-memory',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['ERR_WORKER_OUT_OF_MEMORY'],
  means:
    'A worker thread of the Node process reached its memory limit; unhandled, it takes the process with it.',
  provenance: { project: 'node', file: 'lib/internal/errors.js', version: '12.16.0 to 24.21.0' },
  pattern:
    /^(?:Uncaught )?Error \[ERR_WORKER_OUT_OF_MEMORY\]: Worker terminated due to reaching memory limit/,
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'Error [ERR_WORKER_OUT_OF_MEMORY]: Worker terminated due to reaching memory limit: JS heap out of memory',
      gives: {},
      from: 'rebuilt from the template, Node.js 20.19.2 lib/internal/errors.js',
    },
  ],
  nearMisses: [
    {
      line: "  code: 'ERR_WORKER_OUT_OF_MEMORY'",
      because: 'the last line of the same error',
    },
  ],
});
