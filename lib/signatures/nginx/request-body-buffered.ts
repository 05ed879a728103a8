import { defineClue } from '#lib/catalogue/define.ts';

export const nginxRequestBodyBuffered = defineClue({
  id: 'nginx/request-body-buffered',
  formats: ['nginx-error'],
  needles: ['client request body is buffered'],
  means: 'The request body was larger than client_body_buffer_size and went to a file first.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_request_body.c', version: 'release-1.31.4' },
  pattern: /^a client request body is buffered to a temporary file /,
  points: [{ cause: 'body-rejected', strength: 'context' }],
  // The line comes as the body arrives, the close when it has been passed on.
  within: { from: -60_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 11:54:12 [warn] 28338#28338: *57 a client request body is buffered to a temporary file /srv/lab/tmp/cb/0000000001, client: 127.0.0.1, server: default.test, request: "POST /unread HTTP/1.1", host: "127.0.0.1:18201"',
      gives: { method: 'POST', target: '/unread', connection: '57' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:51 [warn] 27036#27036: *75 an upstream response is buffered to a temporary file /srv/lab/tmp/p/0000000002 while reading upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /drip HTTP/1.1", upstream: "http://127.0.0.1:18500/drip", host: "127.0.0.1:18601"',
      because: 'the response, as happens with any client that is slower than the backend',
    },
    {
      line: '2026/11/24 23:32:07 [error] 28796#28796: *52 client intended to send too large body: 1123 bytes, client: 127.0.0.1, server: shop.example.com, request: "POST /plain HTTP/1.1", host: "127.0.0.1:18801"',
      because: 'nginx refused it with 413; no backend was asked',
    },
  ],
});
