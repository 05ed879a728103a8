import { defineAside } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxUpstreamTimedOut = defineAside({
  id: 'nginx/upstream-timed-out',
  formats: ['nginx-error'],
  needles: ['timed out) while'],
  means: 'nginx gave up waiting for the backend; the backend had not closed.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  // The number (110 on Linux, 60 on BSD), since musl has words of its own: "Operation timed out".
  pattern:
    /^(?:upstream timed out|connection timed out(?= \(\d+: [^)]*\) while proxying)) \(\d+: [^)]*\) while /,
  adds: (_, event) => phaseOf(event),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026/11/22 11:54:41 [error] 28338#28338: *129 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 127.0.0.1, server: timeout.test, request: "GET /slow HTTP/1.1", upstream: "http://127.0.0.1:18080/slow", host: "127.0.0.1:18209"',
      gives: { phase: 'header', upstream: '127.0.0.1:18080', target: '/slow' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:54:41 [error] 7#7: *129 upstream timed out (110: Operation timed out) while reading upstream, client: 192.0.2.9, server: shop, request: "GET /export HTTP/1.1", upstream: "http://192.0.2.37:8080/export", host: "shop.example.com"',
      gives: { phase: 'body' },
      from: 'rebuilt from the template, nginx 1.31.4 with musl (Alpine)',
    },
    {
      line: '2026/11/22 11:54:41 [error] 7#7: *129 upstream timed out (110: Connection timed out) while connecting to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { phase: 'connect' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
    {
      line: '2026/11/24 23:32:08 [info] 28796#28796: *57 upstream timed out (110: Connection timed out) while proxying upgraded connection, client: 127.0.0.1, server: shop.example.com, request: "GET /wshold HTTP/1.1", upstream: "http://127.0.0.1:18721/wshold", host: "shop.example.com"',
      gives: { phase: 'tunnel' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:41 [info] 28338#28338: *129 client timed out (110: Connection timed out) while sending to client, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      because: 'the client did not read',
    },
  ],
});
