import { defineClue } from '#lib/catalogue/define.ts';

export const cowboyPlugCrashed = defineClue({
  id: 'cowboy/plug-crashed',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['> running '],
  means: 'A request of Phoenix or Plug crashed: answered with 500, or cut short when the answer had begun.',
  provenance: { project: 'plug_cowboy', file: 'lib/plug/cowboy/translator.ex', version: '2.7' },
  pattern:
    /^#PID<[\d.]{1,20}> running [\w.]{1,120} (?:\(connection #PID<[\d.]{1,20}>, stream id \d+\) )?terminated/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '12:03:19.250 [error] #PID<0.513.0> running Shop.Endpoint (connection #PID<0.512.0>, stream id 1) terminated',
      gives: {},
      from: 'rebuilt from the template, plug_cowboy 2.7',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
