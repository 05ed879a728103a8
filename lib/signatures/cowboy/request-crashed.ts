import { defineClue } from '#lib/catalogue/define.ts';

export const cowboyRequestCrashed = defineClue({
  id: 'cowboy/request-crashed',
  formats: ['leading-time', 'plain', 'app-json'],
  needles: ['had its request process'],
  means: 'The process of one request crashed: answered with 500, or cut short when the answer had begun.',
  provenance: { project: 'cowboy', file: 'src/cowboy_stream_h.erl', version: '2.18.0' },
  pattern:
    /^Ranch listener \S{1,100}, connection process \S{1,40}, stream \d+ had its request process \S{1,40} exit with reason (?<reason>[^\n]{1,200})/,
  points: [
    { cause: 'response-truncated', strength: 'supporting' },
    { cause: 'crash', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '12:03:19.250 [error] Ranch listener Shop.Endpoint.HTTP, connection process #PID<0.512.0>, stream 1 had its request process #PID<0.513.0> exit with reason :badarg and stacktrace []',
      gives: { reason: ':badarg and stacktrace []' },
      from: 'rebuilt from the template, Cowboy 2.18.0 and Elixir Logger',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
