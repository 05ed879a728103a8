import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const passengerIncompleteResponse = defineClue({
  id: 'passenger/incomplete-response',
  formats: [...anyText],
  needles: ['application did not send a complete response', 'application socket read error'],
  means:
    'The application process behind Passenger ended or closed before its answer was whole; Passenger answered 502.',
  provenance: {
    project: 'passenger',
    file: 'src/agent/Core/Controller/InternalUtils.cpp',
    version: '6.0.23',
  },
  pattern:
    /^\[Client \d+-\d+\] Sending 502 response: application (?:did not send a complete response|socket read error)$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[ W 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/Con/InternalUtils.cpp:96 ]: [Client 1-1] Sending 502 response: application did not send a complete response',
      gives: {},
      from: 'rebuilt from the template, Passenger 6.0.23',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '[ D 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/Con/InternalUtils.cpp:93 ]: [Client 1-1] Sending 502 response: application did not send a complete response (likely because client half-closed)',
      because: 'the client left first',
      format: 'leading-time',
    },
  ],
});
