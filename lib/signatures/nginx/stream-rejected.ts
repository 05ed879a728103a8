import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxStreamRejected = defineSymptom({
  id: 'nginx/stream-rejected',
  formats: ['nginx-error'],
  needles: ['upstream rejected request'],
  means: 'The backend reset the HTTP/2 or gRPC stream of this request (RST_STREAM).',
  provenance: {
    project: 'nginx',
    file: 'src/http/modules/ngx_http_grpc_module.c, ngx_http_proxy_v2_module.c',
    version: 'release-1.31.4',
  },
  // The number is an HTTP/2 error code, https://www.rfc-editor.org/rfc/rfc9113#section-7
  pattern: /^upstream rejected request with error (?<code>\d+)/,
  adds: (_, event) => ({ ...phaseOf(event), by: 'reset' }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/24 23:32:06 [error] 28796#28796: *9 upstream rejected request with error 2 while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /g0 HTTP/1.1", upstream: "grpc://127.0.0.1:18710", host: "shop.example.com"',
      gives: { phase: 'header', by: 'reset', code: 2, scheme: 'grpc', upstream: '127.0.0.1:18710' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:32:07 [error] 28796#28796: *17 upstream rejected request with error 2 while reading upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /g4 HTTP/1.1", upstream: "grpc://127.0.0.1:18714", host: "shop.example.com"',
      gives: { phase: 'body', by: 'reset', code: 2 },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [],
});
