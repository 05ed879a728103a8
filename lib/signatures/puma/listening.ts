import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaListening = defineClue({
  id: 'puma/listening',
  formats: ['puma', ...anyText],
  needles: ['Listening on ', 'Inherited '],
  means: 'Puma says where it listens.',
  provenance: { project: 'puma', file: 'lib/puma/binder.rb', version: '4.3.12 to 8.0.2' },
  // Where it stands says which upstream the log belongs to, and nothing about a close.
  pattern: /^\* (?:Listening on|Inherited) (?:https?|tcp|ssl|unix):\/\/(?<listens>[^\s?]{1,108})(?:\?\S*)?$/,
  points: [],
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: '[15966] * Listening on http://127.0.0.1:18000',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, Puma 5.6.5',
    },
    {
      line: '* Inherited tcp://127.0.0.1:18000',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, Puma 5.6.5',
    },
  ],
  nearMisses: [{ line: '* Listening on channel 4', because: 'no address', format: 'plain' }],
});
