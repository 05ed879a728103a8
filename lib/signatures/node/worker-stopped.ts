import { defineClue } from '#lib/catalogue/define.ts';

export const nodeWorkerStopped = defineClue({
  id: 'node/worker-stopped',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'],
  means: 'A cluster worker was told to stop, and without a handler it cut its requests.',
  provenance: { project: 'node', file: 'doc/api/cluster.md, event exit', version: '0.12 to 24.21.0' },
  pattern:
    /^[Ww]orker (?:process )?(?<pid>\d+) (?:has |was )?(?:died|exited|killed|terminated)\b.{0,60}?\b(?<signal>SIG(?:TERM|INT|HUP|QUIT))\b/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'worker 21840 died (code null, signal SIGTERM)',
      gives: { pid: 21_840, signal: 'SIGTERM' },
      from: 'rebuilt from the template, Node.js 20 doc/api/cluster.md',
    },
  ],
  nearMisses: [{ line: 'worker 21808 died (code 0, signal null)', because: 'it ended by itself' }],
});
