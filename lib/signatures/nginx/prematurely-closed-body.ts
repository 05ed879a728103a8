import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxPrematurelyClosedBody = defineSymptom({
  id: 'nginx/prematurely-closed-body',
  formats: ['nginx-error'],
  needles: ['upstream prematurely closed'],
  means: 'The backend closed the connection before the body had come that its header promised.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  // Without buffering nginx may be busy with the client when it sees the end.
  pattern: /^upstream prematurely closed connection while (?:reading upstream|sending to client)/,
  adds: { phase: 'body', by: 'fin' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:07 [error] 28338#28338: *13 upstream prematurely closed connection while reading upstream, client: 127.0.0.1, server: default.test, request: "GET /body/clfin HTTP/1.1", upstream: "http://127.0.0.1:18080/body/clfin", host: "127.0.0.1:18201"',
      gives: { phase: 'body', by: 'fin', upstream: '127.0.0.1:18080', target: '/body/clfin' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2021/03/02 09:14:51 [error] 1057#1057: *57398 upstream prematurely closed connection while sending to client, client: 192.0.2.9, server: files.example.com, request: "GET /archive.tar HTTP/2.0", upstream: "http://192.0.2.37:8080/archive.tar", host: "files.example.com"',
      gives: { phase: 'body', by: 'fin', upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, as in https://github.com/kubernetes/ingress-nginx/issues/6965',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:58 [info] 27036#27036: *75 client prematurely closed connection (104: Connection reset by peer) while sending to client, client: 127.0.0.1, server: shop.example.com, request: "GET /drip HTTP/1.1", upstream: "http://127.0.0.1:18500/drip", host: "127.0.0.1:18601"',
      because: 'the client closed',
    },
  ],
});
