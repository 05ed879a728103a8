import { defineClue } from '#lib/catalogue/define.ts';

export const springBootRequestsCut = defineClue({
  id: 'spring-boot/requests-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Graceful shutdown aborted with one or more requests', '[webServerGracefulShutdown]'],
  means:
    'A graceful shutdown ran out of its time (timeout-per-shutdown-phase), and the requests still in flight are cut.',
  provenance: {
    project: 'spring-boot',
    file: 'spring-boot/src/main/java/org/springframework/boot/web/embedded/tomcat/GracefulShutdown.java',
    version: '2.3 to 3.4',
  },
  pattern:
    /^(?:Graceful shutdown aborted with one or more requests still active|Shutdown phase \d+ ends with \d+ beans? still running after timeout of \d+ms: \[webServerGracefulShutdown\]|Failed to shut down \d+ beans? with phase value \d+ within timeout of \d+(?:ms)?: \[webServerGracefulShutdown\])$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -5_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [tomcat-shutdown] o.s.b.w.e.tomcat.GracefulShutdown        : Graceful shutdown aborted with one or more requests still active',
      gives: {},
      from: 'published, Spring Boot 3',
      format: 'leading-time',
    },
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [ionShutdownHook] o.s.c.support.DefaultLifecycleProcessor  : Shutdown phase 2147482623 ends with 1 bean still running after timeout of 30000ms: [webServerGracefulShutdown]',
      gives: {},
      from: 'rebuilt from the template, Spring Framework 6 DefaultLifecycleProcessor.java',
      format: 'leading-time',
    },
    {
      line: '2021-11-03 11:05:46.708  INFO 15654 --- [extShutdownHook] o.s.c.support.DefaultLifecycleProcessor  : Failed to shut down 1 bean with phase value 2147483647 within timeout of 30000ms: [webServerGracefulShutdown]',
      gives: {},
      from: 'published, Spring Boot 2',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [ionShutdownHook] o.s.c.support.DefaultLifecycleProcessor  : Shutdown phase 0 ends with 1 bean still running after timeout of 1000ms: [messageBrokerTaskScheduler]',
      because: 'no web server is among them',
      format: 'leading-time',
    },
  ],
});
