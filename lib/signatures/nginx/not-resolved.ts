import { defineAside } from '#lib/catalogue/define.ts';

export const nginxNotResolved = defineAside({
  id: 'nginx/not-resolved',
  formats: ['nginx-error'],
  needles: ['could not be resolved', 'no resolver defined', 'host not found in upstream'],
  means: "nginx could not find the address of the backend's name.",
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  pattern:
    /^(?:\S+ could not be resolved \(\d+: [^)]*\)(?! while (?:in resolving client address|requesting certificate status))|no resolver defined to resolve \S+(?! while requesting certificate status)(?![^\s,])|host not found in upstream ")/,
  basis: 'stated',
  cause: 'name-resolution',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026/11/22 11:54:42 [error] 28338#28338: *131 nosuch.test could not be resolved (110: Operation timed out), client: 127.0.0.1, server: dns.test, request: "GET /dns HTTP/1.1", host: "127.0.0.1:18210"',
      gives: { target: '/dns', connection: '131' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:30:40 [error] 27036#27036: *59 no resolver defined to resolve shop-backend, client: 127.0.0.1, server: shop.example.com, request: "GET /var HTTP/1.1", host: "shop.example.com"',
      gives: { target: '/var' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:30:40 [emerg] 1#1: host not found in upstream "api.internal:8080" in /etc/nginx/conf.d/default.conf:9',
      gives: {},
      from: 'rebuilt from the template, nginx 1.31.4, src/http/ngx_http_upstream.c',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:41 [error] 28338#28338: recv() failed (111: Connection refused) while resolving, resolver: 127.0.0.1:18097',
      because: 'about the name server, once for many requests',
    },
    {
      line: '2026/11/22 11:54:41 [info] 28338#28338: *3 203.0.113.7 could not be resolved (3: Host not found) while in resolving client address, client: 203.0.113.7, server: 0.0.0.0:25',
      because: 'nginx as a mail proxy looks for the name of a client',
    },
    {
      line: '2026/11/22 11:54:41 [warn] 28338#28338: no resolver defined to resolve ocsp.example.com while requesting certificate status, responder: ocsp.example.com, certificate: "/etc/nginx/shop.pem"',
      because: 'OCSP stapling: about a certificate of its own',
    },
  ],
});
