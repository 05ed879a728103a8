import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxInvalidChunked = defineSymptom({
  id: 'nginx/invalid-chunked',
  formats: ['nginx-error'],
  needles: ['upstream sent'],
  means:
    'The chunked body broke off: in place of its next chunk the backend wrote something else and was done.',
  provenance: {
    project: 'nginx',
    file: 'src/http/modules/ngx_http_proxy_module.c',
    version: 'release-1.31.4',
  },
  // Puma and Unicorn append an error page when the application raises in mid-response.
  pattern: /^upstream sent invalid chunked response/,
  adds: { phase: 'body', by: 'other' },
  basis: 'stated',
  points: [{ cause: 'response-truncated', strength: 'strong' }],
  samples: [
    {
      line: '2026/11/24 23:30:32 [error] 27036#27036: *9 upstream sent invalid chunked response while reading upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /chunk HTTP/1.1", upstream: "http://127.0.0.1:18500/chunk", host: "shop.example.com"',
      gives: { phase: 'body', by: 'other', upstream: '127.0.0.1:18500', target: '/chunk' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:32 [error] 88#0: *9 client sent invalid chunked body, client: 192.0.2.9, server: shop, request: "POST / HTTP/1.1", host: "shop.example.com"',
      because: 'the request of a client',
    },
  ],
});
