import { defineSymptom } from '#lib/catalogue/define.ts';

export const nginxPrematurelyClosedHeader = defineSymptom({
  id: 'nginx/prematurely-closed-header',
  formats: ['nginx-error'],
  needles: ['upstream prematurely closed'],
  means: 'The backend closed the connection before its whole response header had come.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  pattern: /^upstream prematurely closed connection while reading response header from upstream/,
  // Over TLS nginx prints a reset in the same words.
  adds: { phase: 'header', by: 'fin' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 11:54:05 [error] 28338#28338: *3 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: default.test, request: "GET /hdr/fin HTTP/1.1", upstream: "http://127.0.0.1:18080/hdr/fin", host: "127.0.0.1:18201"',
      gives: {
        phase: 'header',
        by: 'fin',
        scheme: 'http',
        upstream: '127.0.0.1:18080',
        method: 'GET',
        target: '/hdr/fin',
        client: '127.0.0.1',
        connection: '3',
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:54:29 [error] 28338#28338: *87 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: tls.test, request: "GET /hdr/rst HTTP/1.1", upstream: "https://127.0.0.1:18443/hdr/rst", host: "127.0.0.1:18205"',
      gives: { phase: 'header', by: 'fin', scheme: 'https', upstream: '127.0.0.1:18443' },
      from: 'captured, nginx 1.22.1, a reset of a TLS connection',
    },
    {
      line: '2026/11/22 11:54:32 [error] 28338#28338: *103 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: fcgi.test, request: "GET /hdr/fin HTTP/1.1", upstream: "fastcgi://127.0.0.1:19000", host: "127.0.0.1:18206"',
      gives: { phase: 'header', scheme: 'fastcgi', upstream: '127.0.0.1:19000' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2022/04/15 17:45:45 [error] 363993#0: *6641416 upstream prematurely closed connection while reading response header from upstream, client: 10.xxx.xx.xxxx, server: _, request: "POST /atip/tc HTTP/1.1", upstream: "http://10.xxx.xx.xxx:8080/atip/tc", host: "xxxxx.com.cn:9080"',
      gives: { phase: 'header', upstream: '10.xxx.xx.xxx:8080', method: 'POST' },
      from: 'https://github.com/openresty/openresty/issues/829',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 11:54:28 [info] 28338#28338: *63 client prematurely closed connection while sending request to upstream, client: 127.0.0.1, server: nobody.test, request: "POST /hdr/rst HTTP/1.1", upstream: "http://127.0.0.1:18080/hdr/rst", host: "127.0.0.1:18216"',
      because: 'the client closed',
    },
    {
      line: '2026/11/22 11:54:44 [info] 28338#28338: *163 upstream disconnected, bytes from/to client:86/0, bytes from/to upstream:0/86',
      because: 'the normal end of a TCP session',
    },
    {
      line: '2026/11/22 11:54:44 [error] 28338#28338: *9 open() "/srv/www/upstream prematurely closed connection while reading response header from upstream" failed (2: No such file or directory), client: 192.0.2.9, server: shop, request: "GET /upstream%20prematurely%20closed%20connection%20while%20reading%20response%20header%20from%20upstream HTTP/1.1", host: "shop.example.com"',
      because: 'the words are the name of a file that a client asked for',
    },
  ],
});
