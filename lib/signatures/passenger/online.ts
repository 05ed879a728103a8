import { anyText, defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const passengerOnline = defineClue({
  id: 'passenger/online',
  formats: [...anyText],
  needles: ['Passenger core online, PID '],
  means: 'Passenger started; the process before it has ended.',
  provenance: { project: 'passenger', file: 'src/agent/Core/CoreMain.cpp', version: '5.0 to 6.0.23' },
  pattern: /^Passenger core online, PID (?<pid>\d+)$/,
  points: endedBefore,
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'passenger/stop', within: { from: -120_000, to: 0 } },
    { of: 'passenger/agent-crashed', within: { from: -30_000, to: 0 } },
  ],
  samples: [
    {
      line: '[ N 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/CoreMain.cpp:1015 ]: Passenger core online, PID 4154848',
      gives: { pid: 4_154_848 },
      from: 'published, Passenger 6',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
