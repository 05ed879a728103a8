import { anyText, byMaster, defineClue } from '#lib/catalogue/define.ts';

export const pumaWorkerBooted = defineClue({
  id: 'puma/worker-booted',
  formats: ['puma', ...anyText],
  needles: ['- Worker '],
  means:
    'A worker started; with nothing said before it, the one with its number died in silence, since Puma logs no death.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/cluster/worker_handle.rb; lib/puma/cluster.rb',
    version: '4.3.12 to 8.0.2',
  },
  // An application may take long to load: the clue stands well behind the close.
  pattern: /^- Worker (?<worker>\d+) \((?:PID|pid): (?<pid>\d+)\) booted(?: in [\d.]+s)?, phase: \d+$/,
  adds: byMaster,
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'oom-kill', strength: 'strong' },
  ],
  within: { from: -10_000, to: 15_000 },
  consequences: [
    { of: 'puma/starting', firstOf: 'worker', within: { from: -120_000, to: 0 } },
    { of: 'puma/worker-timeout', within: { from: -60_000, to: 0 } },
    { of: 'puma/boot-timeout', within: { from: -60_000, to: 0 } },
    { of: 'puma/phased-restart', within: { from: -600_000, to: 0 } },
    { of: 'puma/restarting', within: { from: -60_000, to: 0 } },
    { of: 'puma/stop', within: { from: -60_000, to: 0 } },
    { of: 'puma/worker-terminated', within: { from: -60_000, to: 0 } },
    { of: 'ruby/bug', within: { from: -30_000, to: 0 } },
  ],
  samples: [
    {
      line: '[15966] - Worker 1 (PID: 15995) booted in 0.02s, phase: 0',
      gives: { worker: '1', pid: 15_995, master: 15_966 },
      from: 'captured, Puma 5.6.5, after a SIGKILL that nothing else tells of',
    },
    {
      line: '[7] - Worker 0 (pid: 12) booted, phase: 1',
      gives: { worker: '0', pid: 12 },
      from: 'rebuilt from the template, Puma 4.3.12',
    },
  ],
  nearMisses: [{ line: '[15966] * Listening on http://127.0.0.1:18000', because: 'says where it listens' }],
});
