import { defineAside } from '#lib/catalogue/define.ts';

export const nginxClientClosed = defineAside({
  id: 'nginx/client-closed',
  formats: ['nginx-error'],
  needles: ['client prematurely closed'],
  means: 'The client left before it had its response, and nginx gave up on the backend.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  // "while sending request to upstream" stands there even when nginx had sent it and was waiting for the answer.
  pattern:
    /^(?:(?:epoll_wait|kevent)\(\) reported that )?client prematurely closed (?:connection|stream)(?:, so upstream connection is closed too)?(?:: only \d+ out of \d+ bytes of request body received)?(?: \(\d+: [^)]*\))? while (?:(?:connecting|SSL handshaking|sending request) to upstream|reading (?:response header from )?upstream|sending (?:response )?to client|reading client request body|proxying upgraded connection)/,
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '2026/11/22 11:54:43 [info] 28338#28338: *141 epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too while sending request to upstream, client: 127.0.0.1, server: default.test, request: "GET /slow HTTP/1.1", upstream: "http://127.0.0.1:18080/slow", host: "127.0.0.1:18201"',
      gives: { upstream: '127.0.0.1:18080', target: '/slow', connection: '141', client: '127.0.0.1' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:54:28 [info] 28338#28338: *63 client prematurely closed connection while sending request to upstream, client: 127.0.0.1, server: nobody.test, request: "POST /hdr/rst HTTP/1.1", upstream: "http://127.0.0.1:18080/hdr/rst", host: "127.0.0.1:18216"',
      gives: { upstream: '127.0.0.1:18080', method: 'POST' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:30:58 [info] 27036#27036: *75 client prematurely closed connection (104: Connection reset by peer) while sending to client, client: 127.0.0.1, server: shop.example.com, request: "GET /drip HTTP/1.1", upstream: "http://127.0.0.1:18500/drip", host: "127.0.0.1:18601"',
      gives: { connection: '75' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:59 [info] 27036#27036: *93 client prematurely closed connection while reading client request line, client: 127.0.0.1, server: shop.example.com, request: "GET /slow HTT"',
      because: 'there was no whole request yet, and no backend was asked',
    },
    {
      line: '2026/11/22 11:54:05 [info] 28338#28338: *1 client 127.0.0.1 closed keepalive connection',
      because: 'the normal end of a connection between requests',
    },
  ],
});
