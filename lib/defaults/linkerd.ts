import { defineProgram } from '#lib/catalogue/define.ts';

export const linkerdDefaults = defineProgram({
  program: 'linkerd',
  title: 'linkerd-proxy',
  role: 'proxy',
  processes: ['linkerd2-proxy', 'linkerd-proxy*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'linkerd.inbound_http1_connection_pool_idle_timeout',
      written: 'LINKERD2_PROXY_INBOUND_HTTP1_CONNECTION_POOL_IDLE_TIMEOUT',
      unit: 'ms',
      values: [{ since: '2.0', value: 3000 }],
      manual: 'https://github.com/linkerd/linkerd2-proxy/blob/main/linkerd/app/src/env.rs',
    },
    {
      kind: 'response',
      setting: 'linkerd.inbound_connect_timeout',
      written: 'LINKERD2_PROXY_INBOUND_CONNECT_TIMEOUT',
      unit: 'ms',
      values: [{ since: '2.0', value: 300 }],
      manual: 'https://github.com/linkerd/linkerd2-proxy/blob/main/linkerd/app/src/env.rs',
    },
  ],
});
