import { defineProgram } from '#lib/catalogue/define.ts';

export const httpProxyDefaults = defineProgram({
  program: 'http-proxy',
  title: 'Node.js http-proxy',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'http-proxy.proxyTimeout',
      written: 'proxyTimeout',
      unit: 'ms',
      values: [
        {
          since: '1.0',
          value: null,
          note: 'Once set, it ends a request with the same words as a close: socket hang up, ECONNRESET.',
        },
      ],
      manual: 'https://github.com/http-party/node-http-proxy#options',
    },
    {
      kind: 'keep-alive',
      setting: 'http-proxy.agent',
      written: 'agent',
      unit: 'ms',
      values: [
        { since: '1.0', value: 0, note: 'Without an agent each request has a connection of its own.' },
      ],
      manual: 'https://github.com/http-party/node-http-proxy#options',
    },
  ],
});
