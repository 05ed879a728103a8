import { defineAside } from '#lib/catalogue/define.ts';

export const httpProxyClientClosed = defineAside({
  id: 'http-proxy/client-closed',
  formats: ['plain', 'leading-time', 'node-json', 'app-json', 'logfmt'],
  needles: ['[HPM] ECONNRESET: '],
  means: 'The client hung up, and the proxy gave up its request to the backend.',
  provenance: {
    project: 'http-proxy-middleware',
    file: 'src/_handlers.ts; http-proxy 1.18.1 lib/http-proxy/passes/web-incoming.js, createErrorHandler',
    version: '2.0.6 to 2.0.10',
    url: 'https://github.com/chimurai/http-proxy-middleware',
  },
  pattern: /^(?:\S{1,40} )?\[HPM\] ECONNRESET: Error: /,
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '[HPM] ECONNRESET: Error: socket hang up',
      gives: {},
      from: 'rebuilt from the template, http-proxy-middleware 2.0.10 src/_handlers.ts',
    },
  ],
  nearMisses: [
    {
      line: '[HPM] Error occurred while proxying request 127.0.0.1:28952/x to http://127.0.0.1:18080/ [ECONNRESET] (https://nodejs.example/api/errors.html#errors_common_system_errors)',
      because: 'the backend closed',
    },
  ],
});
