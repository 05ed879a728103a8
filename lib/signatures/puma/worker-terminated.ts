import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaWorkerTerminated = defineClue({
  id: 'puma/worker-terminated',
  formats: ['puma', ...anyText],
  needles: ['- TERM sent to '],
  means: 'Puma told one of its workers to stop: in a restart, or because there were too many.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/cluster.rb, cull_workers and check_workers',
    version: '5.6.5 to 8.0.2',
  },
  pattern: /^- TERM sent to (?<pid>\d+)\.\.\.$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -35_000, to: 1_000 },
  consequences: [{ of: 'puma/phased-restart', within: { from: -35_000, to: 0 } }],
  samples: [
    { line: '[17364] - TERM sent to 17370...', gives: { pid: 17_370 }, from: 'captured, Puma 5.6.5' },
  ],
  nearMisses: [{ line: '[17364] - Stopping 17370 for phased upgrade...', because: 'said before it' }],
});
