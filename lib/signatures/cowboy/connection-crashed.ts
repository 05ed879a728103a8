import { defineClue } from '#lib/catalogue/define.ts';

export const cowboyConnectionCrashed = defineClue({
  id: 'cowboy/connection-crashed',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['Ranch protocol ', 'had connection process started with'],
  means: 'The process of a connection crashed, and the connection closed with all its requests.',
  provenance: {
    project: 'ranch',
    file: 'src/ranch_conns_sup.erl; lib/plug/cowboy/translator.ex',
    version: '2.2.0',
  },
  pattern:
    /^(?:Ranch protocol \S{1,40} of listener \S{1,100} (?:\([^()\n]{1,120}\) )?terminated|Ranch listener \S{1,100} had connection process started with \S{1,80} at \S{1,40} exit with reason: )/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '12:03:19.250 [error] Ranch protocol #PID<0.512.0> of listener Shop.Endpoint.HTTP (connection #PID<0.511.0>, stream id 1) terminated',
      gives: {},
      from: 'rebuilt from the template, Cowboy 2.18.0 and Elixir Logger',
      format: 'leading-time',
    },
    {
      line: 'Ranch listener http had connection process started with cowboy_clear:start_link/3 at <0.512.0> exit with reason: badarg',
      gives: {},
      from: 'rebuilt from the template, Ranch 2.2.0',
      format: 'plain',
    },
  ],
  nearMisses: [],
});
