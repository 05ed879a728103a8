import { anyText, defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const daphneListening = defineClue({
  id: 'daphne/listening',
  formats: [...anyText],
  needles: ['Listening on TCP address '],
  means: 'Daphne says where it listens; in the middle of a life, the process before it is gone.',
  provenance: { project: 'daphne', file: 'daphne/server.py', version: '4.0.0 to 4.2.3' },
  pattern: /^Listening on TCP address (?<listens>\S{1,108})$/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'daphne/requests-cut', within: { from: -60_000, to: 0 } },
    { of: 'daphne/stopped', within: { from: -60_000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22 12:03:19,250 INFO     Listening on TCP address 127.0.0.1:18000',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, daphne 4.0.0',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
