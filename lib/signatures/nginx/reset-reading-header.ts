import { defineSymptom } from '#lib/catalogue/define.ts';
import { reset } from '#lib/catalogue/define-nginx.ts';

export const nginxResetReadingHeader = defineSymptom({
  id: 'nginx/reset-reading-header',
  formats: ['nginx-error'],
  needles: ['reset by peer) while', '(10054: '],
  means: 'The backend reset the connection before its whole response header had come.',
  provenance: { project: 'nginx', file: 'src/os/unix/ngx_recv.c', version: 'release-1.31.4' },
  pattern: new RegExp(
    `^(?:(?:recv|readv|WSARecv|SSL_read)\\(\\) failed|kevent\\(\\) reported about an closed connection) \\(${reset}\\) while reading response header from upstream`,
  ),
  adds: { phase: 'header', by: 'reset' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:05 [error] 28338#28338: *5 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 127.0.0.1, server: default.test, request: "GET /hdr/rst HTTP/1.1", upstream: "http://127.0.0.1:18080/hdr/rst", host: "127.0.0.1:18201"',
      gives: { phase: 'header', by: 'reset', upstream: '127.0.0.1:18080', target: '/hdr/rst' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:54:05 [error] 71#0: *5 kevent() reported about an closed connection (54: Connection reset by peer) while reading response header from upstream, client: 127.0.0.1, server: localhost, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:3000/", host: "localhost:8080"',
      gives: { phase: 'header', by: 'reset', upstream: '127.0.0.1:3000' },
      from: 'rebuilt from the template, nginx 1.31.4 on macOS and FreeBSD',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:05 [error] 28338#28338: *5 recv() failed (110: Connection timed out) while reading response header from upstream, client: 127.0.0.1, server: default.test, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:18080/", host: "127.0.0.1:18201"',
      because: 'the kernel gave up on a peer that no longer answered',
    },
    {
      line: '2026/11/22 11:54:05 [info] 28338#28338: *5 recv() failed (104: Connection reset by peer) while reading client request headers, client: 192.0.2.9, server: default.test',
      because: 'the client reset',
    },
    {
      line: '2026/11/22 11:54:05 [error] 28338#28338: *5 connect() failed (104: Connection reset by peer) while connecting to upstream, client: 127.0.0.1, server: default.test, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:18080/", host: "127.0.0.1:18201"',
      because: 'there was no connection yet',
    },
  ],
});
