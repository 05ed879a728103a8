import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const tomcatStarted = defineClue({
  id: 'tomcat/started',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Server startup in ['],
  means: 'Tomcat started; the process before it has ended.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/catalina/startup/LocalStrings.properties, catalina.startup',
    version: '9.0 to 11.0',
  },
  pattern: /^Server startup in \[?[\d,]+\]? (?:milliseconds|ms)$/,
  points: endedBefore,
  within: { from: -1_000, to: 60_000 },
  consequences: [
    { of: 'tomcat/stop', within: { from: -180_000, to: 0 } },
    { of: 'jvm/out-of-memory-exit', within: { from: -180_000, to: 0 } },
    { of: 'jvm/fatal-error', within: { from: -180_000, to: 0 } },
    { of: 'jvm/out-of-memory-abort', within: { from: -180_000, to: 0 } },
  ],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 INFO [main] org.apache.catalina.startup.Catalina.start Server startup in [1071] milliseconds',
      gives: {},
      from: 'captured, Tomcat 10.1.60',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
