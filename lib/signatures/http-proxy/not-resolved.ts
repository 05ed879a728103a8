import { defineAside } from '#lib/catalogue/define.ts';
import { proxying } from '#lib/catalogue/define-http-proxy.ts';

export const httpProxyNotResolved = defineAside({
  id: 'http-proxy/not-resolved',
  formats: ['plain', 'leading-time', 'node-json', 'app-json', 'logfmt'],
  needles: ['Error occurred while proxying request'],
  means: "The proxy could not find the address of the backend's name.",
  provenance: {
    project: 'http-proxy-middleware',
    file: 'src/plugins/default/logger-plugin.ts, before 3.0 src/http-proxy-middleware.ts',
    version: '1.3.1 to 4.2.0; 3.0.10 captured on Node.js 20.20.2',
    url: 'https://github.com/chimurai/http-proxy-middleware',
  },
  pattern: proxying('ENOTFOUND|EAI_AGAIN'),
  basis: 'stated',
  cause: 'name-resolution',
  closedBy: 'nobody',
  samples: [
    {
      line: '[HPM] Error occurred while proxying request 127.0.0.1:28952/x to http://127.0.0.1:18080/ [ENOTFOUND] (https://nodejs.example/api/errors.html#errors_common_system_errors)',
      gives: { host: '127.0.0.1:28952', scheme: 'http', upstream: '127.0.0.1:18080', target: '/x' },
      from: 'rebuilt from the template, http-proxy-middleware 3.0.10',
    },
  ],
  nearMisses: [
    {
      line: '[HPM] Error occurred while proxying request 127.0.0.1:28952/x to http://127.0.0.1:18080/ [ECONNREFUSED] (https://nodejs.example/api/errors.html#errors_common_system_errors)',
      because: 'the address was known',
    },
  ],
});
