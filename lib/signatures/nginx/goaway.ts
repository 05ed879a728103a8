import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxGoaway = defineSymptom({
  id: 'nginx/goaway',
  formats: ['nginx-error'],
  needles: ['upstream sent'],
  means: 'The backend said goodbye to the whole HTTP/2 connection (GOAWAY) without serving this request.',
  provenance: {
    project: 'nginx',
    file: 'src/http/modules/ngx_http_grpc_module.c, ngx_http_proxy_v2_module.c',
    version: 'release-1.31.4',
  },
  pattern: /^upstream sent goaway with error (?<code>\d+)/,
  adds: (_, event) => ({ ...phaseOf(event), by: 'other' }),
  basis: 'stated',
  // Error 0 is a graceful end: a stop, or an age limit of connections.
  points: [{ cause: 'restart', strength: 'supporting' }],
  samples: [
    {
      line: '2026/11/24 23:32:06 [error] 28796#28796: *15 upstream sent goaway with error 0 while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /g3 HTTP/1.1", upstream: "grpc://127.0.0.1:18713", host: "shop.example.com"',
      gives: { phase: 'header', by: 'other', code: 0, upstream: '127.0.0.1:18713' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:32:06 [error] 28796#28796: *13 upstream sent goaway with error 2 while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /g2 HTTP/1.1", upstream: "grpc://127.0.0.1:18712", host: "shop.example.com"',
      gives: { code: 2 },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:32:06 [error] 88#0: *13 upstream sent goaway frame with invalid length: 3 while reading response header from upstream, client: 192.0.2.9, server: shop, request: "POST /a.B/C HTTP/2.0", upstream: "grpc://192.0.2.37:50051", host: "shop.example.com"',
      because: 'a frame that nginx could not read',
    },
  ],
});
