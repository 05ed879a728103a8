import { defineProgram } from '#lib/catalogue/define.ts';

export const h2oDefaults = defineProgram({
  program: 'h2o',
  title: 'H2O',
  role: 'proxy',
  processes: ['h2o'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'h2o.proxy.timeout.keepalive',
      written: 'proxy.timeout.keepalive',
      unit: 'ms',
      values: [{ since: '1.0', value: 2000 }],
      manual: 'https://h2o.examp1e.net/configure/proxy_directives.html#proxy.timeout.keepalive',
    },
    {
      kind: 'response',
      setting: 'h2o.proxy.timeout.io',
      written: 'proxy.timeout.io',
      unit: 'ms',
      values: [{ since: '1.0', value: 30000 }],
      manual: 'https://h2o.examp1e.net/configure/proxy_directives.html#proxy.timeout.io',
    },
  ],
});
