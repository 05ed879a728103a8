import { defineAside } from '#lib/catalogue/define.ts';

export const nginxNoFreeConnection = defineAside({
  id: 'nginx/no-free-connection',
  formats: ['nginx-error'],
  needles: ['while connecting to upstream'],
  means: 'nginx itself had no free connection left to reach the backend with.',
  provenance: { project: 'nginx', file: 'src/core/ngx_connection.c', version: 'release-1.31.4' },
  pattern: /^\d+ worker_connections are not enough while connecting to upstream/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026/11/24 23:32:07 [alert] 88#88: *1023 1024 worker_connections are not enough while connecting to upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { phase: 'connect', upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:32:07 [alert] 28796#28796: 24 worker_connections are not enough',
      because: 'a client was not accepted; no backend was asked',
    },
  ],
});
