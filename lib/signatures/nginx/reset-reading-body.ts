import { defineSymptom } from '#lib/catalogue/define.ts';
import { reset } from '#lib/catalogue/define-nginx.ts';

export const nginxResetReadingBody = defineSymptom({
  id: 'nginx/reset-reading-body',
  formats: ['nginx-error'],
  needles: ['reset by peer) while', '(10054: '],
  means: 'The backend reset the connection in the middle of the body.',
  provenance: { project: 'nginx', file: 'src/os/unix/ngx_readv_chain.c', version: 'release-1.31.4' },
  pattern: new RegExp(
    `^(?:(?:recv|readv|WSARecv|SSL_read)\\(\\) failed|kevent\\(\\) reported (?:about an|that upstream) closed connection) \\(${reset}\\) while reading upstream`,
  ),
  adds: { phase: 'body', by: 'reset' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:07 [error] 28338#28338: *15 readv() failed (104: Connection reset by peer) while reading upstream, client: 127.0.0.1, server: default.test, request: "GET /body/clrst HTTP/1.1", upstream: "http://127.0.0.1:18080/body/clrst", host: "127.0.0.1:18201"',
      gives: { phase: 'body', by: 'reset', upstream: '127.0.0.1:18080', target: '/body/clrst' },
      from: 'captured, nginx 1.22.1, buffered',
    },
    {
      line: '2026/11/22 11:54:11 [error] 28338#28338: *41 recv() failed (104: Connection reset by peer) while reading upstream, client: 127.0.0.1, server: nobuf.test, request: "GET /body/clrst HTTP/1.1", upstream: "http://127.0.0.1:18080/body/clrst", host: "127.0.0.1:18202"',
      gives: { phase: 'body', by: 'reset' },
      from: 'captured, nginx 1.22.1, proxy_buffering off',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:42 [info] 27036#27036: *71 epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too (104: Connection reset by peer) while reading upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /nobuf/drip HTTP/1.1", upstream: "http://127.0.0.1:18500/drip", host: "127.0.0.1:18601"',
      because: 'the client reset',
    },
  ],
});
