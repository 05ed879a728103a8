import { defineSymptom } from '#lib/catalogue/define.ts';
import { accessFormats, eachAttempt, fate } from '#lib/catalogue/define-access.ts';

export const nginxAccessBadGateway = defineSymptom({
  id: 'nginx/access-bad-gateway',
  formats: accessFormats,
  needles: ['502'],
  means:
    'A 502 of which this log does not say how far the proxy got: the backend closed, or was never reached.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  reads: eachAttempt(502, (attempt) =>
    attempt.status === 502 && fate(attempt) === 'unknown' ? { by: 'other' } : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:05 +0000] "GET /hdr/fin HTTP/1.1" 502 157 "-" "probe"',
      gives: { by: 'other', status: 502, method: 'GET', target: '/hdr/fin', client: '127.0.0.1' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:34 +0000] "GET /two/fin HTTP/1.1" 502 157 "-" "curl/7.88.1" "-" 0.051 0.000, 0.051 127.0.0.1:18599, 127.0.0.1:18500 502, 502',
      gives: [
        { attempt: 1, upstream: '127.0.0.1:18599', elapsed: 0 },
        { attempt: 2, upstream: '127.0.0.1:18500', elapsed: 51 },
      ],
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:32 +0000] "GET /fin HTTP/1.1" 502 157 "-" "curl/7.88.1" 83 0.050 [default-shop-8080] [] 127.0.0.1:18500 0 0.050 502 676cb4a23a0b27f04aaa3c0fd0f62974',
      gives: {
        attempt: 1,
        upstream: '127.0.0.1:18500',
        elapsed: 50,
        requestId: '676cb4a23a0b27f04aaa3c0fd0f62974',
      },
      from: 'captured, nginx 1.22.1 with the log format of ingress-nginx controller-v1.15.1',
      format: 'ingress-nginx',
    },
    {
      line: '192.0.2.9 - - [22/Nov/2026:11:53:31 +0000] "POST /v1/pay HTTP/1.1" 502 101 "-" "axios/1.7.2" kong_request_id: "0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071"',
      gives: { status: 502, method: 'POST', requestId: '0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071' },
      from: 'rebuilt from the template, Kong 3 kong/templates/nginx_kong.lua',
      format: 'kong-access',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:32 +0000] shop.example.com "GET /fin HTTP/1.1" 502 157 0.050 "-" "curl/7.88.1" 127.0.0.1:18500 502 0.050 "http://127.0.0.1:18500/fin" "032b15673894a4234b759a9088145e01"',
      gives: { attempt: 1, upstream: '127.0.0.1:18500', elapsed: 50, host: 'shop.example.com' },
      from: 'captured, nginx 1.22.1 with the log format of APISIX 3',
      format: 'apisix-access',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:32 +0000] "GET /own502 HTTP/1.1" 502 3 "-" "curl/7.88.1" 86 0.000 [default-shop-8080] [] 127.0.0.1:18500 3 0.000 502 676cb4a23a0b27f04aaa3c0fd0f62974',
      because: 'the backend answered 502 itself: three bytes of body came from it',
      format: 'ingress-nginx',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:08:43 +0000] "GET http://dead.test/refused HTTP/1.1" 502 3438 "-" "probe" TCP_MISS:HIER_NONE',
      because: 'Squid asked nobody: it could not connect',
    },
    {
      line: '203.0.113.5 - - [22/Nov/2026:11:54:05 +0000] "GET /errors/502 HTTP/1.1" 200 502 "https://example.com/502" "curl/8.14.1 502"',
      because: 'the number stands everywhere but in the status',
    },
  ],
});
