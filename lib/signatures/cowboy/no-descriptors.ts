import { defineClue } from '#lib/catalogue/define.ts';

export const cowboyNoDescriptors = defineClue({
  id: 'cowboy/no-descriptors',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['reducing accept rate: out of file descriptors'],
  means: 'Cowboy could accept no connection because the process had no more file descriptors.',
  provenance: { project: 'ranch', file: 'src/ranch_acceptor.erl', version: '2.2.0' },
  pattern: /^Ranch acceptor reducing accept rate: out of file descriptors/,
  points: [{ cause: 'overload', strength: 'decisive' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '12:03:19.250 [warning] Ranch acceptor reducing accept rate: out of file descriptors',
      gives: {},
      from: 'rebuilt from the template, Cowboy 2.18.0 and Elixir Logger',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
