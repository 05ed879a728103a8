import { defineClue } from '#lib/catalogue/define.ts';

export const springBootAsyncTimeout = defineClue({
  id: 'spring-boot/async-timeout',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['AsyncRequestTimeoutException'],
  means: 'An asynchronous request took longer than its limit, and was answered with 503 or cut.',
  provenance: {
    project: 'spring-framework',
    file: 'spring-web/src/main/java/org/springframework/web/context/request/async/AsyncRequestTimeoutException.java',
    version: '5.3 to 6.2',
  },
  pattern:
    /^(?:Resolved \[|Caused by: |\s{0,8}|\S{1,120}: )?org\.springframework\.web\.context\.request\.async\.AsyncRequestTimeoutException/,
  points: [{ cause: 'backend-timeout', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2024-05-06T23:49:07.768+03:00  WARN 32323 --- [nio-8080-exec-1] .w.s.m.s.DefaultHandlerExceptionResolver : Resolved [org.springframework.web.context.request.async.AsyncRequestTimeoutException]',
      gives: {},
      from: 'rebuilt from the template, Spring Framework 6',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
