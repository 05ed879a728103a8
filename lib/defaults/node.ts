import { defineProgram } from '#lib/catalogue/define.ts';

export const node = defineProgram({
  program: 'node',
  title: 'Node.js',
  role: 'backend',
  // Node 24 names its main thread MainThread, 26 node-MainThread; a crash may name any thread.
  processes: ['node', 'nodejs', 'node-*', 'MainThread', 'libuv-worker', 'V8Worker*', 'next-server*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'node.keepAliveTimeout',
      written: 'server.keepAliveTimeout',
      unit: 'ms',
      values: [
        { since: '0.12.0', value: 120_000, note: 'server.timeout, which also holds for idle connections' },
        {
          since: '8.0.0',
          value: 5_000,
          note: 'current releases of 20 and later keep the socket one second longer (keepAliveTimeoutBuffer)',
        },
      ],
      manual: 'https://nodejs.org/api/http.html#serverkeepalivetimeout',
    },
    {
      kind: 'request',
      setting: 'node.requestTimeout',
      written: 'server.requestTimeout',
      unit: 'ms',
      values: [
        { since: '0.12.0', value: null },
        { since: '18.0.0', value: 300_000 },
      ],
      manual: 'https://nodejs.org/api/http.html#serverrequesttimeout',
    },
    {
      kind: 'request',
      setting: 'node.headersTimeout',
      written: 'server.headersTimeout',
      unit: 'ms',
      values: [
        { since: '0.12.0', value: null },
        { since: '10.14.0', value: 40_000 },
        { since: '12.14.0', value: 60_000, note: 'no more than requestTimeout since 18.14.0' },
      ],
      manual: 'https://nodejs.org/api/http.html#serverheaderstimeout',
    },
    {
      kind: 'request',
      setting: 'node.timeout',
      written: 'server.timeout',
      unit: 'ms',
      values: [
        { since: '0.12.0', value: 120_000 },
        { since: '13.0.0', value: null },
      ],
      manual: 'https://nodejs.org/api/http.html#servertimeout',
    },
    {
      kind: 'header-size',
      setting: 'node.max-http-header-size',
      written: '--max-http-header-size',
      unit: 'bytes',
      values: [
        { since: '0.12.0', value: 81_920 },
        { since: '10.14.0', value: 8_192 },
        { since: '13.13.0', value: 16_384 },
      ],
      manual: 'https://nodejs.org/api/cli.html#--max-http-header-sizesize',
    },
    {
      kind: 'capacity',
      setting: 'node.backlog',
      written: 'server.listen({ backlog })',
      line: 'server.listen({ port, backlog: {} });',
      unit: 'count',
      values: [{ since: '0.12.0', value: 511, note: 'no more than net.core.somaxconn' }],
      manual: 'https://nodejs.org/api/net.html#serverlisten',
    },
  ],
});
