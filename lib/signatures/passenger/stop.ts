import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const passengerStop = defineClue({
  id: 'passenger/stop',
  formats: [...anyText],
  needles: ['Gracefully shutting down...'],
  means: 'Passenger was told to stop; it waits for its clients.',
  provenance: {
    project: 'passenger',
    file: 'src/agent/Core/CoreMain.cpp, onTerminationSignal',
    version: '5.0 to 6.0.23',
  },
  pattern:
    /^Signal received\. (?:Gracefully shutting down\.\.\. \(send signal \d+ more time\(s\) to force shutdown\)|Forcing shutdown\.)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -65_000, to: 0 },
  consequences: [],
  samples: [
    {
      line: '[ N 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/CoreMain.cpp:671 ]: Signal received. Gracefully shutting down... (send signal 2 more time(s) to force shutdown)',
      gives: {},
      from: 'published, Passenger 6',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
