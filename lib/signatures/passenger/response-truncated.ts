import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const passengerResponseTruncated = defineClue({
  id: 'passenger/response-truncated',
  formats: [...anyText],
  needles: ['Application sent EOF before finishing response body'],
  means: 'The application ended its answer before as many bytes had come as it had announced.',
  provenance: {
    project: 'passenger',
    file: 'src/agent/Core/Controller/ForwardResponse.cpp',
    version: '6.0.23',
  },
  pattern:
    /^\[Client \d+-\d+\] Application sent EOF before finishing response body: (?<received>\d+) bytes already read, (?<bytes>\d+) bytes expected/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[ W 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/Con/ForwardResponse.cpp:270 ]: [Client 1-7] Application sent EOF before finishing response body: 4096 bytes already read, 9000 bytes expected',
      gives: { received: 4_096, bytes: 9_000 },
      from: 'rebuilt from the template, Passenger 6.0.23',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
