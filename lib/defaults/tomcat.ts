import { defineProgram } from '#lib/catalogue/define.ts';

export const tomcat = defineProgram({
  program: 'tomcat',
  title: 'Tomcat',
  role: 'backend',
  processes: ['tomcat*', 'http-nio-*', 'https-jsse-nio*', 'catalina-*', 'java'],
  schemes: ['http', 'https', 'ajp'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'tomcat.keepAliveTimeout',
      written: 'keepAliveTimeout',
      unit: 'ms',
      values: [
        {
          since: '7.0',
          value: 20_000,
          note: 'connectionTimeout of the server.xml that Tomcat ships; 60 s where that is not set, as embedded.',
        },
      ],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
    {
      kind: 'request',
      setting: 'tomcat.connectionTimeout',
      written: 'connectionTimeout',
      unit: 'ms',
      values: [{ since: '7.0', value: 20_000, note: 'For reading the request line and headers.' }],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
    {
      kind: 'grace',
      setting: 'tomcat.unloadDelay',
      written: 'unloadDelay',
      unit: 'ms',
      values: [{ since: '7.0', value: 2_000 }],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/context.html',
    },
    {
      kind: 'header-size',
      setting: 'tomcat.maxHttpHeaderSize',
      written: 'maxHttpHeaderSize',
      unit: 'bytes',
      values: [{ since: '7.0', value: 8_192 }],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
    {
      kind: 'body-size',
      setting: 'tomcat.maxSwallowSize',
      written: 'maxSwallowSize',
      unit: 'bytes',
      values: [
        {
          since: '7.0',
          value: 2_097_152,
          note: 'What is left of a refused body; more resets the connection.',
        },
      ],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
    {
      kind: 'capacity',
      setting: 'tomcat.maxThreads',
      written: 'maxThreads',
      unit: 'count',
      values: [{ since: '7.0', value: 200 }],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
    {
      kind: 'capacity',
      setting: 'tomcat.acceptCount',
      written: 'acceptCount',
      unit: 'count',
      values: [{ since: '7.0', value: 100 }],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
    {
      kind: 'capacity',
      setting: 'tomcat.maxConnections',
      written: 'maxConnections',
      unit: 'count',
      values: [
        { since: '7.0', value: 200 },
        { since: '8.5', value: 10_000 },
        { since: '9.0.13', value: 8_192 },
      ],
      manual: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
    },
  ],
});
