import { defineAside } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxPathLost = defineAside({
  id: 'nginx/path-lost',
  formats: ['nginx-error'],
  needles: ['timed out) while', 'No route to host) while', 'unreachable) while'],
  means:
    'The kernel gave up on a peer that no longer answered: the host or the path to it is gone, and nobody closed.',
  provenance: { project: 'nginx', file: 'src/os/unix/ngx_recv.c', version: 'release-1.31.4' },
  // ETIMEDOUT, EHOSTUNREACH, ENETUNREACH and their numbers on BSD.
  pattern:
    /^(?:recv|readv|send|writev|sendfile|SSL_read|SSL_write)\(\) failed \((?<code>110|113|101|60|65|51): [^)]*\) while (?:reading response header from upstream|reading upstream|sending request to upstream)/,
  adds: (_, event) => phaseOf(event),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026/11/22 11:54:05 [error] 7#7: *5 recv() failed (110: Connection timed out) while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { code: 110, phase: 'header', upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
    {
      line: '2026/11/22 11:54:05 [error] 7#7: *5 readv() failed (113: No route to host) while reading upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { code: 113, phase: 'body' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:05 [error] 28338#28338: *5 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 127.0.0.1, server: default.test, request: "GET /hdr/rst HTTP/1.1", upstream: "http://127.0.0.1:18080/hdr/rst", host: "127.0.0.1:18201"',
      because: 'the backend reset',
    },
  ],
});
