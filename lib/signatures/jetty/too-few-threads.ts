import { defineClue } from '#lib/catalogue/define.ts';

export const jettyTooFewThreads = defineClue({
  id: 'jetty/too-few-threads',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Insufficient configured threads'],
  means: 'The thread pool of Jetty is too small for its own connectors, so requests wait without end.',
  provenance: {
    project: 'jetty',
    file: 'jetty-util thread/ThreadPoolBudget.java',
    version: '9.4.57 to 12.0.14',
  },
  pattern:
    /^(?:java\.lang\.IllegalStateException: )?Insufficient configured threads: required=\d+ < max=\d+ for /,
  points: [{ cause: 'overload', strength: 'supporting' }],
  within: { from: -60_000, to: 60_000 },
  consequences: [],
  samples: [
    {
      line: 'java.lang.IllegalStateException: Insufficient configured threads: required=9 < max=8 for QueuedThreadPool[qtp2128227771]@7eda2dbb',
      gives: {},
      from: 'rebuilt from the template, Jetty 9.4.57',
    },
  ],
  nearMisses: [],
});
