import { defineAside } from '#lib/catalogue/define.ts';
import { phaseOf } from '#lib/catalogue/define-nginx.ts';

export const nginxInvalidResponse = defineAside({
  id: 'nginx/invalid-response',
  formats: ['nginx-error'],
  needles: ['upstream sent'],
  means: "The backend's response broke the rules of its protocol; nginx closed.",
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  // What nginx only ignores ends in `, ignored` or is about more data than announced.
  pattern:
    /^upstream sent (?!goaway with error|invalid chunked response|no valid HTTP\/1\.0|too big header|more data than|data after|duplicate header line: .*, ignored)\S/,
  adds: (_, event) => phaseOf(event),
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026/11/24 23:30:32 [error] 27036#27036: *5 upstream sent invalid header: "X-A\\x01..." while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /inv HTTP/1.1", upstream: "http://127.0.0.1:18500/inv", host: "shop.example.com"',
      gives: { phase: 'header', upstream: '127.0.0.1:18500', target: '/inv' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:30:32 [error] 88#0: *5 upstream sent duplicate header line: "Transfer-Encoding: chunked", previous value: "Transfer-Encoding: chunked" while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: { phase: 'header' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
    {
      line: '2026/11/24 23:32:06 [error] 88#0: *13 upstream sent goaway frame with invalid length: 3 while reading response header from upstream, client: 192.0.2.9, server: shop, request: "POST /a.B/C HTTP/2.0", upstream: "grpc://192.0.2.37:50051", host: "shop.example.com"',
      gives: { phase: 'header', scheme: 'grpc' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:30:32 [warn] 27036#27036: *17 upstream sent more data than specified in "Content-Length" header while reading upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /more HTTP/1.1", upstream: "http://127.0.0.1:18500/more", host: "shop.example.com"',
      because: 'the excess was dropped and the client got its response',
    },
    {
      line: '2026/11/24 23:30:32 [warn] 88#0: *5 upstream sent duplicate header line: "Date: a", previous value: "Date: b", ignored while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      because: 'the second value was ignored and the client got its response',
    },
  ],
});
