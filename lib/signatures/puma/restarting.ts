import { defineClue } from '#lib/catalogue/define.ts';

export const pumaRestarting = defineClue({
  id: 'puma/restarting',
  // Any program may say so: only among Puma's own lines.
  formats: ['puma'],
  needles: ['* Restarting...'],
  means: 'Puma restarts itself in place (SIGUSR2); requests in flight finish first.',
  provenance: { project: 'puma', file: 'lib/puma/launcher.rb, restart!', version: '4.3.12 to 8.0.2' },
  pattern: /^\* Restarting\.\.\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 0 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [{ line: '* Restarting...', gives: {}, from: 'captured, Puma 5.6.5' }],
  nearMisses: [{ line: '* Restarting... 3 services', because: 'another program', format: 'plain' }],
});
