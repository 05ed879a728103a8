import { defineSymptom } from '#lib/catalogue/define.ts';
import { accessFormats, eachAttempt, fate } from '#lib/catalogue/define-access.ts';

export const nginxAccessNoHeader = defineSymptom({
  id: 'nginx/access-no-header',
  formats: accessFormats,
  needles: ['502'],
  means: 'The connection to the backend was up and ended before a response header had come.',
  provenance: {
    project: 'nginx',
    file: 'src/http/ngx_http_upstream.c, ngx_http_upstream_response_time_variable',
    version: 'release-1.31.4',
  },
  reads: eachAttempt(502, (attempt) =>
    attempt.status === 502 && fate(attempt) === 'no header' ? { phase: 'header', by: 'other' } : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:05 +0000] "GET /hdr/fin HTTP/1.1" 502 157 "-" "probe" rt=0.051 uct="0.000" uht="-" urt="0.051" us="502" ua="127.0.0.1:18080" ul="0" ubr="0" ubs="87" rid=676cb4a23a0b27f04aaa3c0fd0f62974 c=3 cr=1 done=OK',
      gives: {
        phase: 'header',
        by: 'other',
        attempt: 1,
        upstream: '127.0.0.1:18080',
        status: 502,
        elapsed: 51,
        method: 'GET',
        target: '/hdr/fin',
        client: '127.0.0.1',
        connection: '3',
        requestId: '676cb4a23a0b27f04aaa3c0fd0f62974',
        received: 0,
        sent: 87,
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:26 +0000] "GET /stale/fin HTTP/1.1" 200 3 "-" "probe" rt=0.178 uct="0.000, 0.000" uht="-, 0.027" urt="0.151, 0.027" us="502, 200" ua="127.0.0.1:18080, 127.0.0.1:18080" ul="0, 3" ubr="0, 67" ubs="69, 69" rid=76690c726d8decca59824b20cb034ad5 c=67 cr=1 done=OK',
      gives: { attempt: 1, status: 502, elapsed: 151, reused: true, phase: 'header' },
      from: 'captured, nginx 1.22.1, retried on a new connection to the only server',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:28 +0000] "GET /hdr/fin HTTP/1.1" 502 157 "-" "probe" rt=0.197 uct="0.000, 0.000" uht="-, -" urt="0.108, 0.088" us="502, 502" ua="127.0.0.1:18080, 127.0.0.1:18081" ul="0, 0" ubr="0, 0" ubs="87, 87" rid=e69b74c9c5f244a8ae8ffcf0ae53c3d5 c=77 cr=1 done=OK',
      gives: [
        { attempt: 1, upstream: '127.0.0.1:18080', elapsed: 108 },
        { attempt: 2, upstream: '127.0.0.1:18081', elapsed: 88 },
      ],
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:34 +0000] "GET /ep/fin HTTP/1.1" 503 6 "-" "curl/7.88.1" rt=0.050 uct="0.000" uht="-" urt="0.051" us="502" ua="127.0.0.1:18500" ul="0" ubr="0" ubs="101" c=31',
      gives: { status: 502, phase: 'header' },
      from: 'captured, nginx 1.22.1, error_page 502 =503',
    },
    {
      line: '{"time":"2026-11-24T23:17:03+00:00","remote_addr":"203.0.113.77","method":"GET","uri":"/reports/daily","protocol":"HTTP/1.1","status":502,"bytes":157,"request_time":0.124,"upstream_addr":"127.0.0.1:19580","upstream_status":"502","upstream_connect_time":"0.000","upstream_header_time":"-","upstream_response_time":"0.123","connection":"44","request_id":"10e1cc8dce497bf9a795f6a58e68ad62","user_agent":"curl/7.88.1"}',
      gives: {
        attempt: 1,
        upstream: '127.0.0.1:19580',
        status: 502,
        elapsed: 123,
        connection: '44',
        method: 'GET',
      },
      from: 'captured, nginx 1.22.1',
      format: 'nginx-json',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:32 +0000] "GET /own502 HTTP/1.1" 502 3 "-" "curl/7.88.1" rt=0.000 uct="0.000" uht="0.000" urt="0.000" us="502" ua="127.0.0.1:18500" ul="3" ubr="50" ubs="104" c=11',
      because: 'the backend answered 502 itself: its header has a time',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:40 +0000] "GET /refused HTTP/1.1" 502 157 "-" "probe" rt=0.000 uct="-" uht="-" urt="0.000" us="502" ua="127.0.0.1:18099" ul="0" ubr="0" ubs="0" rid=64144b2508bf95c73d40961461f157db c=127 cr=1 done=OK',
      because: 'no connection was made',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:32 +0000] "GET /big HTTP/1.1" 502 157 "-" "curl/7.88.1" rt=0.000 uct="0.000" uht="-" urt="0.000" us="502" ua="127.0.0.1:18500" ul="0" ubr="4096" ubs="101" c=3',
      because: 'the header filled its buffer: too big, not cut off',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:05 +0000] "GET /502 HTTP/1.1" 200 502 "-" "probe" rt=0.502 uct="0.000" uht="0.051" urt="0.502" us="200" ua="127.0.0.1:5020" ul="502" ubr="502" ubs="87" rid=676cb4a23a0b27f04aaa3c0fd0f62974 c=502 cr=1 done=OK',
      because: 'the number stands everywhere but in a status',
    },
  ],
});
