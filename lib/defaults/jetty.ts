import { defineProgram } from '#lib/catalogue/define.ts';

export const jetty = defineProgram({
  program: 'jetty',
  title: 'Jetty',
  role: 'backend',
  processes: ['jetty*', 'qtp*', 'java'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'jetty.idleTimeout',
      written: 'jetty.http.idleTimeout',
      unit: 'ms',
      values: [{ since: '9.0', value: 30_000 }],
      manual: 'https://jetty.org/docs/jetty/12/operations-guide/protocols/index.html',
    },
    {
      kind: 'grace',
      setting: 'jetty.stopTimeout',
      written: 'jetty.server.stopTimeout',
      unit: 'ms',
      values: [
        {
          since: '9.0',
          value: null,
          note: 'Requests in flight are cut at once; 5 s in the distributions of 10 and later.',
        },
      ],
      manual: 'https://jetty.org/docs/jetty/12/operations-guide/protocols/index.html',
    },
    {
      kind: 'header-size',
      setting: 'jetty.requestHeaderSize',
      written: 'jetty.httpConfig.requestHeaderSize',
      unit: 'bytes',
      values: [{ since: '9.0', value: 8_192 }],
      manual: 'https://jetty.org/docs/jetty/12/operations-guide/protocols/index.html',
    },
    {
      kind: 'body-size',
      setting: 'jetty.maxFormContentSize',
      written: 'maxFormContentSize',
      unit: 'bytes',
      values: [{ since: '9.0', value: 200_000, note: 'Of forms only.' }],
      manual: 'https://jetty.org/docs/jetty/12/operations-guide/protocols/index.html',
    },
    {
      kind: 'capacity',
      setting: 'jetty.maxThreads',
      written: 'jetty.threadPool.maxThreads',
      unit: 'count',
      values: [{ since: '9.0', value: 200 }],
      manual: 'https://jetty.org/docs/jetty/12/operations-guide/protocols/index.html',
    },
  ],
});
