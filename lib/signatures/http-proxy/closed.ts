import { defineSymptom } from '#lib/catalogue/define.ts';
import { proxying } from '#lib/catalogue/define-http-proxy.ts';

export const httpProxyClosed = defineSymptom({
  id: 'http-proxy/closed',
  formats: ['plain', 'leading-time', 'node-json', 'app-json', 'logfmt'],
  needles: ['Error occurred while proxying request'],
  means:
    'The backend closed the connection; http-proxy gives a reset, an orderly close and its own proxyTimeout the same code, does not say how far the answer had come, and says nothing of a body that ends early by FIN.',
  provenance: {
    project: 'http-proxy-middleware',
    file: 'src/plugins/default/logger-plugin.ts, before 3.0 src/http-proxy-middleware.ts',
    version: '1.3.1 to 4.2.0; 3.0.10 captured on Node.js 20.20.2',
    url: 'https://github.com/chimurai/http-proxy-middleware',
  },
  pattern: proxying('ECONNRESET|EPIPE'),
  adds: { by: 'other' },
  // Its own proxyTimeout ends in the same words.
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '[HPM] Error occurred while proxying request 127.0.0.1:28952/hdr/fin to http://127.0.0.1:18080/ [ECONNRESET] (https://nodejs.example/api/errors.html#errors_common_system_errors)',
      gives: {
        host: '127.0.0.1:28952',
        scheme: 'http',
        upstream: '127.0.0.1:18080',
        target: '/hdr/fin',
        by: 'other',
      },
      from: 'captured, http-proxy-middleware 3.0.10, the address at its end changed',
    },
  ],
  nearMisses: [
    {
      line: '[HPM] Error occurred while proxying request 127.0.0.1:28952/x to http://127.0.0.1:18080/ [ECONNREFUSED] (https://nodejs.example/api/errors.html#errors_common_system_errors)',
      because: 'no connection was made',
    },
    {
      line: 'GET /[HPM]%20Error to http://127.0.0.1:18080/ [ECONNRESET] (Error occurred while proxying request',
      because: 'a client wrote it',
    },
  ],
});
