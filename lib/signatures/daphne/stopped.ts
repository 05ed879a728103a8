import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const daphneStopped = defineClue({
  id: 'daphne/stopped',
  formats: [...anyText],
  needles: ['Killed 0 pending application instances'],
  means: 'Daphne was stopped while no request was in flight.',
  provenance: { project: 'daphne', file: 'daphne/server.py', version: '4.0.0 to 4.2.3' },
  pattern: /^Killed 0 pending application instances$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 10_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:03:19,250 INFO     Killed 0 pending application instances',
      gives: {},
      from: 'captured, daphne 4.0.0',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:03:19,250 INFO     Killed 1 pending application instances',
      because: 'a request was cut',
      format: 'leading-time',
    },
  ],
});
