import { defineAside } from '#lib/catalogue/define.ts';

export const nginxHeaderTooBig = defineAside({
  id: 'nginx/header-too-big',
  formats: ['nginx-error'],
  needles: ['upstream sent'],
  means: "The backend's response header did not fit into nginx's buffer; nginx closed.",
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  pattern: /^upstream sent too big header/,
  adds: { phase: 'header' },
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026/11/24 23:30:32 [error] 27036#27036: *3 upstream sent too big header while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /big HTTP/1.1", upstream: "http://127.0.0.1:18500/big", host: "shop.example.com"',
      gives: { phase: 'header', upstream: '127.0.0.1:18500', target: '/big' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:32 [info] 88#0: *3 client sent too large header while reading client request headers, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1"',
      because: 'the request of a client',
    },
  ],
});
