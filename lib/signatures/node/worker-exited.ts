import { defineClue } from '#lib/catalogue/define.ts';

export const nodeWorkerExited = defineClue({
  id: 'node/worker-exited',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: [' died (', ' died with code', ' exited with ', ' exited ('],
  means: 'A cluster worker ended with an error code: an uncaught exception, or a call of process.exit.',
  provenance: { project: 'node', file: 'doc/api/cluster.md, event exit', version: '0.12 to 24.21.0' },
  pattern:
    /^[Ww]orker (?:process )?(?<pid>\d+) (?:has )?(?:died|exited)\b[ ,:]{0,2}(?:with )?(?:\(?(?:error |exit )?code[: ]{1,2}|\()(?<code>[1-9]\d{0,2})\b/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'worker 21808 died (code 1, signal null)',
      gives: { pid: 21_808, code: 1 },
      from: 'captured, Node.js 20.20.2',
    },
    {
      line: 'Worker 21829 died with code: 7, and signal: null',
      gives: { pid: 21_829, code: 7 },
      from: 'the usual words in cluster.on("exit")',
    },
    {
      line: 'worker 21829 died (7). restarting...',
      gives: { pid: 21_829, code: 7 },
      from: 'rebuilt from the template, Node.js 20 doc/api/cluster.md',
    },
  ],
  nearMisses: [
    { line: 'worker 21808 died (code 0, signal null)', because: 'it ended as it should' },
    { line: 'worker 21807 died (code null, signal SIGKILL)', because: 'killed from outside' },
  ],
});
