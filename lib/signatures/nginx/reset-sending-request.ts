import { defineSymptom } from '#lib/catalogue/define.ts';
import { brokenPipe } from '#lib/catalogue/define-nginx.ts';

export const nginxResetSendingRequest = defineSymptom({
  id: 'nginx/reset-sending-request',
  formats: ['nginx-error'],
  needles: ['reset by peer) while', 'Broken pipe) while', '(10054: '],
  means: 'The backend closed the connection before it had read the whole request.',
  provenance: { project: 'nginx', file: 'src/os/unix/ngx_writev_chain.c', version: 'release-1.31.4' },
  pattern: new RegExp(
    `^(?:(?:writev|send|sendto|sendmsg|sendfilev?|WSASend|SSL_write|SSL_sendfile|recv|readv|SSL_read)\\(\\) failed|kevent\\(\\) reported about an closed connection) \\(${brokenPipe}\\) while sending (?:request|PROXY protocol header) to upstream`,
  ),
  adds: { phase: 'request', by: 'reset' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/24 23:30:41 [error] 27036#27036: *69 writev() failed (104: Connection reset by peer) while sending request to upstream, client: 127.0.0.1, server: shop.example.com, request: "POST /ok HTTP/1.1", upstream: "http://127.0.0.1:18500/ok", host: "shop.example.com"',
      gives: { phase: 'request', by: 'reset', method: 'POST', upstream: '127.0.0.1:18500' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:55:44 [error] 29743#0: *9 SSL_write() failed (104: Connection reset by peer) while sending request to upstream, client: 127.0.0.1, server: tls.test, request: "POST /early/rst HTTP/1.1", upstream: "https://127.0.0.1:18443/early/rst", host: "127.0.0.1:18205"',
      gives: { phase: 'request', by: 'reset', scheme: 'https' },
      from: 'captured, nginx 1.31.4',
    },
    {
      line: '2026/11/22 11:55:44 [error] 88#0: *9 sendfile() failed (32: Broken pipe) while sending request to upstream, client: 192.0.2.9, server: shop, request: "POST /upload HTTP/1.1", upstream: "http://192.0.2.37:8080/upload", host: "shop.example.com"',
      gives: { phase: 'request', by: 'reset', target: '/upload' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:59 [info] 27036#27036: *91 epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too (104: Connection reset by peer) while sending request to upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /slow HTTP/1.1", upstream: "http://127.0.0.1:18500/slow", host: "shop.example.com"',
      because: 'the client reset',
    },
    {
      line: '2026/11/22 11:55:44 [info] 88#0: *9 writev() failed (32: Broken pipe) while sending to client, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      because: 'the client had gone',
    },
  ],
});
