import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaParentDied = defineClue({
  id: 'puma/parent-died',
  formats: ['puma', ...anyText],
  needles: ['Detected parent died, dying'],
  means: 'The Puma master was killed, and a worker ends because of it.',
  provenance: { project: 'puma', file: 'lib/puma/cluster/worker.rb', version: '5.6.5 to 8.0.2' },
  pattern: /^! Detected parent died, dying$/,
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -6_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '! Detected parent died, dying',
      gives: {},
      from: 'rebuilt from the template, Puma 5.6.5 lib/puma/cluster/worker.rb',
    },
  ],
  nearMisses: [],
});
