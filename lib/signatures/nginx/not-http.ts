import { defineAside } from '#lib/catalogue/define.ts';

export const nginxNotHttp = defineAside({
  id: 'nginx/not-http',
  formats: ['nginx-error'],
  needles: ['upstream sent'],
  means: 'What the backend answered was not HTTP/1: another protocol on that port, such as HTTP/2 or TLS.',
  provenance: {
    project: 'nginx',
    file: 'src/http/modules/ngx_http_proxy_module.c',
    version: 'release-1.31.4',
  },
  // The text says 1.0 whatever version was asked for.
  pattern: /^upstream sent no valid HTTP\/1\.0 header/,
  adds: { phase: 'header' },
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026/11/24 23:32:07 [error] 28796#28796: *28 upstream sent no valid HTTP/1.0 header while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /h2plain HTTP/1.1", upstream: "http://127.0.0.1:18715/h2plain", host: "shop.example.com"',
      gives: { phase: 'header', upstream: '127.0.0.1:18715', target: '/h2plain' },
      from: 'captured, nginx 1.22.1, the backend spoke HTTP/2',
    },
  ],
  nearMisses: [],
});
