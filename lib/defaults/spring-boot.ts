import { defineProgram } from '#lib/catalogue/define.ts';

export const springBoot = defineProgram({
  program: 'spring-boot',
  title: 'Spring Boot',
  role: 'backend',
  processes: ['java'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'spring-boot.tomcat_keep_alive_timeout',
      written: 'server.tomcat.keep-alive-timeout',
      unit: 'ms',
      values: [
        { since: '2.0.0', value: 60_000, note: 'connectionTimeout of the embedded Tomcat, unless set.' },
      ],
      manual: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
    },
    {
      kind: 'grace',
      setting: 'spring-boot.timeout_per_shutdown_phase',
      written: 'spring.lifecycle.timeout-per-shutdown-phase',
      unit: 'ms',
      values: [
        { since: '2.3.0', value: 30_000, note: 'Only with server.shutdown=graceful.' },
        { since: '3.4.0', value: 30_000, note: 'server.shutdown=graceful is the default.' },
      ],
      manual: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
    },
    {
      kind: 'header-size',
      setting: 'spring-boot.max_http_request_header_size',
      written: 'server.max-http-request-header-size',
      unit: 'bytes',
      values: [{ since: '2.0.0', value: 8_192 }],
      manual: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
    },
    {
      kind: 'body-size',
      setting: 'spring-boot.max_request_size',
      written: 'spring.servlet.multipart.max-request-size',
      unit: 'bytes',
      values: [{ since: '2.0.0', value: 10_485_760, note: 'Of uploads as forms; 1 MB for each file.' }],
      manual: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
    },
    {
      kind: 'capacity',
      setting: 'spring-boot.tomcat_threads_max',
      written: 'server.tomcat.threads.max',
      unit: 'count',
      values: [{ since: '2.0.0', value: 200 }],
      manual: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
    },
  ],
});
