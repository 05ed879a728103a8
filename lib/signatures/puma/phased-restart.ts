import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaPhasedRestart = defineClue({
  id: 'puma/phased-restart',
  formats: ['puma', ...anyText],
  needles: ['Starting phased worker restart', 'for phased upgrade', 'Starting refork'],
  means: 'Puma replaces its workers one after another, as in a deploy; requests in flight finish.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/cluster.rb, start_phased_restart; lib/puma/cluster/worker_handle.rb',
    version: '5.6.5 to 8.0.2',
  },
  pattern:
    /^- (?:Starting (?:phased worker restart|refork), phase: \d+|Stopping (?<pid>\d+) for (?:phased upgrade|refork)\.\.\.)$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -60_000, to: 2_000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    { line: '[17364] - Starting phased worker restart, phase: 1', gives: {}, from: 'captured, Puma 5.6.5' },
    {
      line: '[17364] - Stopping 17370 for phased upgrade...',
      gives: { pid: 17_370 },
      from: 'captured, Puma 5.6.5',
    },
  ],
  nearMisses: [
    {
      line: '[17364] - Worker 0 (PID: 17394) booted in 0.03s, phase: 1',
      because: 'the worker that replaced one',
    },
  ],
});
