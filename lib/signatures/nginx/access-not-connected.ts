import { defineAside } from '#lib/catalogue/define.ts';
import { accessFormats, eachAttempt, fate } from '#lib/catalogue/define-access.ts';

export const nginxAccessNotConnected = defineAside({
  id: 'nginx/access-not-connected',
  formats: [...accessFormats, 'nginx-stream'],
  needles: ['502'],
  means: 'A 502 without a connection: the connect time is missing where others have one.',
  provenance: {
    project: 'nginx',
    file: 'src/http/ngx_http_upstream.c, ngx_http_upstream_response_time_variable',
    version: 'release-1.31.4',
  },
  reads: eachAttempt(502, (attempt, { format }) =>
    attempt.status === 502 && (format === 'nginx-stream' || fate(attempt) === 'not connected')
      ? { phase: 'connect' }
      : undefined,
  ),
  basis: 'inferred',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:40 +0000] "GET /refused HTTP/1.1" 502 157 "-" "probe" rt=0.000 uct="-" uht="-" urt="0.000" us="502" ua="127.0.0.1:18099" ul="0" ubr="0" ubs="0" rid=64144b2508bf95c73d40961461f157db c=127 cr=1 done=OK',
      gives: { phase: 'connect', upstream: '127.0.0.1:18099', status: 502, target: '/refused' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:40 +0000] "GET /var HTTP/1.1" 502 157 "-" "curl/7.88.1" rt=0.000 uct="-" uht="-" urt="-" us="-" ua="-" ul="-" ubr="-" ubs="-" c=59',
      gives: { phase: 'connect', status: 502 },
      from: 'captured, nginx 1.22.1, the name had no address',
    },
    {
      line: '127.0.0.1 [22/Nov/2026:11:54:44 +0000] TCP 502 0 0 0.000 "127.0.0.1:18099" "0" "0" "-"',
      gives: { phase: 'connect', upstream: '127.0.0.1:18099', elapsed: 0 },
      from: 'captured, nginx 1.22.1, stream module',
      format: 'nginx-stream',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:08:43 +0000] "GET http://dead.test/refused HTTP/1.1" 502 3438 "-" "probe" TCP_MISS:HIER_NONE',
      gives: { phase: 'connect', status: 502 },
      from: 'captured, Squid 5.7, its logformat combined',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:08:38 +0000] "GET http://app.test/hdr/fin HTTP/1.1" 502 3358 "-" "probe" TCP_MISS:FIRSTUP_PARENT',
      because: 'Squid asked a peer, and the log does not say how far that went',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:37 +0000] "GET /tlsplain HTTP/1.1" 499 0 "-" "curl/7.88.1" rt=3.002 uct="-" uht="-" urt="3.003" us="-" ua="127.0.0.1:18500" ul="0" ubr="0" ubs="0" c=37',
      because: 'the client left while nginx was still connecting',
    },
  ],
});
