import { defineClue } from '#lib/catalogue/define.ts';

export const springBootStopped = defineClue({
  id: 'spring-boot/stopped',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Graceful shutdown complete'],
  means: 'A graceful shutdown of Spring Boot cut no request.',
  provenance: {
    project: 'spring-boot',
    file: 'spring-boot/src/main/java/org/springframework/boot/web/embedded/tomcat/GracefulShutdown.java',
    version: '2.3 to 3.4',
  },
  pattern: /^Graceful shutdown complete$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -5_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '2024-05-06T23:49:07.768+03:00  INFO 32323 --- [ionShutdownHook] o.s.b.w.e.tomcat.GracefulShutdown        : Graceful shutdown complete',
      gives: {},
      from: 'published, Spring Boot 3',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
