import { defineClue } from '#lib/catalogue/define.ts';

export const nodeWorkerDied = defineClue({
  id: 'node/worker-died',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: [' died'],
  means: 'A cluster worker ended; the line does not say of what.',
  provenance: { project: 'node', file: 'doc/api/cluster.md, event exit', version: '0.12 to 24.21.0' },
  pattern: /^[Ww]orker (?:process )?(?<pid>\d+) (?:has )?died[.!]?$/,
  points: [
    { cause: 'crash', strength: 'supporting' },
    { cause: 'oom-kill', strength: 'context' },
  ],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'worker 21808 died',
      gives: { pid: 21_808 },
      from: 'rebuilt from the template, Node.js 20 doc/api/cluster.md',
    },
  ],
  nearMisses: [
    { line: 'worker 21808 died (code 1, signal null)', because: 'here the line says of what' },
    { line: 'Child process [4711] died', because: 'uvicorn speaks' },
  ],
});
