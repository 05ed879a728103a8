import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const passengerProcessGone = defineClue({
  id: 'passenger/process-gone',
  formats: [...anyText],
  needles: ['no longer exists! Detaching it from the pool.'],
  means: 'A process of the application ended without Passenger’s doing: it crashed, or it was killed.',
  provenance: {
    project: 'passenger',
    file: 'src/agent/Core/ApplicationPool/Pool/ProcessUtils.cpp',
    version: '5.0 to 6.0.23',
  },
  pattern: /^Process \(pid=(?<pid>\d+), group=.{1,300}?\) no longer exists! Detaching it from the pool\.$/,
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -2_000, to: 6_000 },
  consequences: [],
  samples: [
    {
      line: '[ N 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/App/Pool/AnalyticsCollection.cpp:102 ]: Process (pid=19895, group=/srv/shop (production)) no longer exists! Detaching it from the pool.',
      gives: { pid: 19_895 },
      from: 'rebuilt from the template, Passenger 6.0.23',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
