import { defineAside } from '#lib/catalogue/define.ts';

export const nginxCertificateDistrusted = defineAside({
  id: 'nginx/certificate-distrusted',
  formats: ['nginx-error'],
  needles: ['SSL handshaking to upstream'],
  means: "nginx did not accept the backend's certificate and closed.",
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  pattern:
    /^upstream SSL certificate (?:verify error: \(\d+:(?<reason>[^)]*)\)|does not match "[^"]*") while SSL handshaking to upstream/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026/11/24 23:30:37 [error] 27036#27036: *47 upstream SSL certificate verify error: (18:self-signed certificate) while SSL handshaking to upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /verify HTTP/1.1", upstream: "https://127.0.0.1:18510/verify", host: "shop.example.com"',
      gives: { phase: 'connect', reason: 'self-signed certificate', upstream: '127.0.0.1:18510' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:30:37 [error] 88#0: *49 upstream SSL certificate does not match "other.test" while SSL handshaking to upstream, client: 192.0.2.9, server: shop, request: "GET /name HTTP/1.1", upstream: "https://192.0.2.37:8443/name", host: "shop.example.com"',
      gives: { phase: 'connect' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [],
});
