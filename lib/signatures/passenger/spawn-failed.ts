import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const passengerSpawnFailed = defineClue({
  id: 'passenger/spawn-failed',
  formats: [...anyText],
  needles: ['Cannot checkout session because a spawning error occurred'],
  means: 'Passenger could not start a process of the application, so the request failed.',
  provenance: {
    project: 'passenger',
    file: 'src/agent/Core/Controller/CheckoutSession.cpp',
    version: '5.0 to 6.0.23',
  },
  pattern:
    /^\[Client \d+-\d+\] Cannot checkout session because a spawning error occurred\. The identifier of the error is (?<reason>\w{1,40})\./,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[ E 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/Con/CheckoutSession.cpp:283 ]: [Client 1-1] Cannot checkout session because a spawning error occurred. The identifier of the error is 38024b19. Please see earlier logs for details about the error.',
      gives: { reason: '38024b19' },
      from: 'published, Passenger 6',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
