import { defineClue } from '#lib/catalogue/define.ts';

export const springBootStop = defineClue({
  id: 'spring-boot/stop',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Commencing graceful shutdown', 'Stopping service [Tomcat]'],
  means:
    'Spring Boot was told to stop; with graceful shutdown it waits for requests in flight, up to 30 s by default.',
  provenance: {
    project: 'spring-boot',
    file: 'spring-boot/src/main/java/org/springframework/boot/web/embedded/tomcat/GracefulShutdown.java',
    version: '2.3 to 3.4',
  },
  pattern:
    /^(?:Commencing graceful shutdown\. Waiting for active requests to complete|Stopping service \[Tomcat\])$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -40_000, to: 0 },
  consequences: [],
  endedBy: [{ of: 'spring-boot/started' }],
  samples: [
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [ionShutdownHook] o.s.b.w.e.tomcat.GracefulShutdown        : Commencing graceful shutdown. Waiting for active requests to complete',
      gives: {},
      from: 'published, Spring Boot 3',
      format: 'leading-time',
    },
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [ionShutdownHook] o.apache.catalina.core.StandardService   : Stopping service [Tomcat]',
      gives: {},
      from: 'published, Spring Boot 3',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
