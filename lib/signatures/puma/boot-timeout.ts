import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaBootTimeout = defineClue({
  id: 'puma/boot-timeout',
  formats: ['puma', ...anyText],
  needles: ['Terminating timed out worker'],
  means: 'Puma killed a worker that had not finished loading the application within worker_boot_timeout.',
  provenance: { project: 'puma', file: 'lib/puma/cluster.rb, timeout_workers', version: '5.3.0 to 8.0.2' },
  pattern:
    /^! Terminating timed out worker \((?:worker|Worker (?<worker>\d+)) failed to boot within \d+ seconds\): (?<pid>\d+)$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -60_000, to: 60_000 },
  consequences: [],
  samples: [
    {
      line: '[7] ! Terminating timed out worker (Worker 1 failed to boot within 60 seconds): 19',
      gives: { worker: '1', pid: 19 },
      from: 'rebuilt from the template, Puma 6.4.1 lib/puma/cluster.rb',
    },
    {
      line: '[7] ! Terminating timed out worker (worker failed to boot within 60 seconds): 19',
      gives: { pid: 19 },
      from: 'rebuilt from the template, Puma 5.6.5 lib/puma/cluster.rb',
    },
  ],
  nearMisses: [
    {
      line: '[16158] ! Terminating timed out worker (worker failed to check in within 6 seconds): 16164',
      because: 'it served requests until then',
    },
  ],
});
