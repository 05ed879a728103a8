import { defineClue } from '#lib/catalogue/define.ts';

export const springBootListening = defineClue({
  id: 'spring-boot/listening',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: [' started on port'],
  means: 'Spring Boot says on which port its server listens.',
  provenance: {
    project: 'spring-boot',
    file: 'spring-boot/src/main/java/org/springframework/boot/web/embedded/tomcat/TomcatWebServer.java',
    version: '2.0 to 3.4',
  },
  // Where it stands says which upstream the log belongs to, and nothing about a close.
  pattern: /^(?:Tomcat|Jetty|Undertow|Netty) started on ports?(?:\(s\))?:? (?<listens>\d{2,5})\b/,
  adds: ({ listens = '' }) => ({ listens: `:${listens}` }),
  points: [],
  within: { from: -5_000, to: 90_000 },
  consequences: [],
  samples: [
    {
      line: "2024-05-06T23:49:07.768+03:00  INFO 32323 --- [main] o.s.b.w.embedded.tomcat.TomcatWebServer  : Tomcat started on port 8080 (http) with context path '/'",
      gives: { listens: ':8080' },
      from: 'rebuilt from the template, Spring Boot 3',
      format: 'leading-time',
    },
    {
      line: "2022-06-15 08:47:25.917  INFO 1 --- [           main] o.s.b.w.embedded.tomcat.TomcatWebServer  : Tomcat started on port(s): 8080 (http) with context path ''",
      gives: { listens: ':8080' },
      from: 'rebuilt from the template, Spring Boot 2',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
