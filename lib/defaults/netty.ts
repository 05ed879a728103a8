import { defineProgram } from '#lib/catalogue/define.ts';

export const netty = defineProgram({
  program: 'netty',
  title: 'Netty (Reactor)',
  role: 'backend',
  processes: ['reactor-http*', 'netty*', 'java'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'netty.idleTimeout',
      written: 'server.netty.idle-timeout',
      unit: 'ms',
      values: [{ since: '1.0', value: null }],
      manual:
        'https://docs.spring.io/projectreactor/reactor-netty/docs/current/reference/html/index.html#_timeout_configuration',
    },
    {
      kind: 'header-size',
      setting: 'netty.maxHeaderSize',
      written: 'maxHeaderSize',
      unit: 'bytes',
      values: [{ since: '1.0', value: 8_192, note: 'And 4 KiB for the request line.' }],
      manual:
        'https://docs.spring.io/projectreactor/reactor-netty/docs/current/reference/html/index.html#http-server',
    },
  ],
});
