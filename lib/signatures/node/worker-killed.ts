import { defineClue } from '#lib/catalogue/define.ts';

export const nodeWorkerKilled = defineClue({
  id: 'node/worker-killed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['SIGKILL'],
  means: 'A cluster worker was killed by SIGKILL: for memory by the kernel, or by somebody.',
  provenance: { project: 'node', file: 'doc/api/cluster.md, event exit', version: '0.12 to 24.21.0' },
  pattern:
    /^[Ww]orker (?:process )?(?<pid>\d+) (?:has |was )?(?:died|exited|killed|terminated)\b.{0,60}?\b(?<signal>SIGKILL)\b/,
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'worker 21807 died (code null, signal SIGKILL)',
      gives: { pid: 21_807, signal: 'SIGKILL' },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'worker 21807 died (SIGKILL). restarting...',
      gives: { pid: 21_807, signal: 'SIGKILL' },
      from: 'rebuilt from the template, Node.js 20 doc/api/cluster.md',
    },
    {
      line: 'Worker 21807 died with code: null, and signal: SIGKILL',
      gives: { pid: 21_807, signal: 'SIGKILL' },
      from: 'the usual words in cluster.on("exit")',
    },
  ],
  nearMisses: [
    { line: 'Worker (pid:29861) was sent SIGKILL! Perhaps out of memory?', because: 'gunicorn speaks' },
    { line: 'worker 21840 died (code null, signal SIGSEGV)', because: 'a crash of its own' },
  ],
});
