import { defineFormat } from '#lib/catalogue/define.ts';
import { suffix } from '#lib/catalogue/define-access-suffix.ts';
import { combined } from '#lib/catalogue/define-combined.ts';
import type { Stamp } from '#lib/model/time.ts';

/** Squid's own `combined` ends with `%Ss:%Sh`, its result and whom it asked: https://www.squid-cache.org/Doc/config/logformat/ */
const nobodyAsked = /^(?: "(?:[^"\\]|\\.)*"){2} (?:TCP|NONE)[A-Z_]*:(?:HIER_)?NONE$/;

/** The finer of two stamps that mean the same second; the coarser where they do not. */
const finer = (coarse: Stamp, fine: Stamp | undefined): Stamp =>
  fine && Math.abs(fine.wall - (coarse.wall - (coarse.zone ?? 0) * 60_000)) <= 1_000 ? fine : coarse;

export const nginxAccess = defineFormat({
  id: 'nginx-access',
  title: 'nginx access log: combined, and combined with anything appended (also Apache and others)',
  manual: 'https://nginx.org/en/docs/http/ngx_http_log_module.html',
  kind: 'access',
  role: 'proxy',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const record = combined(line);
    if (!record) return undefined;
    const { rest } = record;
    const { fields, stamp } = suffix(rest);
    const unasked = rest.endsWith('NONE') && nobodyAsked.test(rest) ? { upstream_connect_time: '-' } : {};
    return {
      kind: 'line',
      stamp: finer(record.stamp, stamp),
      message: record.message,
      fields: Object.assign(fields, unasked, record.fields),
    };
  },
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:05 +0000] "GET /hdr/fin HTTP/1.1" 502 157 "-" "probe"',
      gives: {
        at: '2026-11-22T11:54:05.000',
        message: 'GET /hdr/fin HTTP/1.1',
        fields: {
          remote_addr: '127.0.0.1',
          request_method: 'GET',
          request_target: '/hdr/fin',
          http_version: '1.1',
          status: '502',
          body_bytes_sent: '157',
        },
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:26 +0000] "GET /stale/fin HTTP/1.1" 200 3 "-" "probe" rt=0.178 uct="0.000, 0.000" uht="-, 0.027" urt="0.151, 0.027" us="502, 200" ua="127.0.0.1:18080, 127.0.0.1:18080" ul="0, 3" ubr="0, 67" ubs="69, 69" rid=76690c726d8decca59824b20cb034ad5 c=67 cr=1 done=OK',
      gives: {
        fields: {
          status: '200',
          request_time: '0.178',
          upstream_connect_time: '0.000, 0.000',
          upstream_header_time: '-, 0.027',
          upstream_response_time: '0.151, 0.027',
          upstream_status: '502, 200',
          upstream_addr: '127.0.0.1:18080, 127.0.0.1:18080',
          upstream_response_length: '0, 3',
          upstream_bytes_received: '0, 67',
          upstream_bytes_sent: '69, 69',
          request_id: '76690c726d8decca59824b20cb034ad5',
          connection: '67',
          request_completion: 'OK',
        },
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '198.51.100.8 - - [24/Nov/2026:23:11:49 +0000] "GET /reports/sales?quarters=8 HTTP/1.1" 502 559 "-" "curl/8.14.1" request_time=1.299 upstream_addr=127.0.0.1:19520, 127.0.0.1:19521 upstream_status=502, 502 upstream_connect_time=0.001, - upstream_header_time=-, - upstream_response_time=1.299, 0.000 upstream_response_length=0, 0',
      gives: {
        fields: {
          request_target: '/reports/sales?quarters=8',
          upstream_addr: '127.0.0.1:19520, 127.0.0.1:19521',
          upstream_status: '502, 502',
          upstream_connect_time: '0.001, -',
          upstream_response_length: '0, 0',
        },
      },
      from: 'rebuilt from the template, nginx 1.22.1 src/http/modules/ngx_http_log_module.c',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:34 +0000] "GET /two/fin HTTP/1.1" 502 157 "-" "curl/7.88.1" "-" 0.051 0.000, 0.051 127.0.0.1:18599, 127.0.0.1:18500 502, 502',
      gives: {
        fields: {
          request_time: '0.051',
          upstream_response_time: '0.000, 0.051',
          upstream_addr: '127.0.0.1:18599, 127.0.0.1:18500',
          upstream_status: '502, 502',
        },
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:34 +0000] "GET /fb/fin HTTP/1.1" 502 157 "-" "curl/7.88.1" [127.0.0.1:18500 : two] [502 : 502] [0.051] [0.050 : 0.000]',
      gives: {
        fields: {
          upstream_addr: '127.0.0.1:18500 : two',
          upstream_status: '502 : 502',
          request_time: '0.051',
          upstream_response_time: '0.050 : 0.000',
        },
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: 'shop.example.com 192.0.2.9 - alice [22/Nov/2026:11:54:05 +0100] "POST /pay HTTP/2.0" 504 167 "-" "ShopApp/5.3.1 (Android 15)" "203.0.113.5" 60.003 60.003',
      gives: {
        fields: {
          host: 'shop.example.com',
          remote_addr: '192.0.2.9',
          http_version: '2.0',
          request_time: '60.003',
          upstream_response_time: '60.003',
        },
      },
      from: 'rebuilt from the template, nginx 1.22.1 src/http/modules/ngx_http_log_module.c',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:08:43 +0000] "GET http://dead.test/refused HTTP/1.1" 502 3438 "-" "probe" TCP_MISS:HIER_NONE',
      gives: { fields: { status: '502', upstream_connect_time: '-' } },
      from: 'captured, Squid 5.7',
    },
  ],
  forgeries: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:08:38 +0000] "GET http://app.test/hdr/fin HTTP/1.1" 502 3358 "-" "x TCP_MISS:HIER_NONE" TCP_MISS:FIRSTUP_PARENT',
      gives: { fields: { status: '502', upstream_connect_time: '' } },
      because: 'the user agent says what Squid writes after it',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:58 +0000] "GET /own502 HTTP/1.1" 502 3 "-" "x\\x22 us=\\x22502\\x22 ua=\\x22203.0.113.9:80" rt=0.001 uct="0.000" uht="0.000" urt="0.000" us="502" ua="127.0.0.1:18500" ul="3" ubr="50" ubs="160" c=77',
      gives: {
        fields: { upstream_addr: '127.0.0.1:18500', upstream_header_time: '0.000', connection: '77' },
      },
      because: 'the user agent tried to close its quotes; nginx wrote them as \\x22',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:58 +0000] "GET /own502 HTTP/1.1" 502 3 "-" "curl/7.88.1" "203.0.113.9:80 502" 0.001 0.000 127.0.0.1:18500 502',
      gives: { fields: { upstream_addr: '127.0.0.1:18500', upstream_status: '502' } },
      because: 'X-Forwarded-For holds a peer and a status; only a whole value of its own is looked at',
    },
    {
      line: '192.0.2.9 - - [22/Nov/2026:11:54:05 +0000] "GET / HTTP/1.1" 200 2 "-" "curl/8.14.1" "203.0.113.9:80" 0.001 0.001',
      gives: { fields: { upstream_addr: '', status: '200' } },
      because: 'a peer without a status list beside it may be what a client sent as X-Forwarded-For',
    },
    {
      line: '192.0.2.9 - - [22/Nov/2026:11:54:05 +0000] "GET / HTTP/1.1" 200 2 "-" "curl/8.14.1" xff=1 us=502 ua=203.0.113.9:80 us=200 ua=192.0.2.37:8080',
      gives: { fields: { upstream_status: '', upstream_addr: '' } },
      because: 'an unquoted header brought names of its own; with two values neither is believed',
    },
    {
      line: '192.0.2.9 - a [01/Jan/2020:00:00:00 +0000] \\x22GET / HTTP/1.1\\x22 502 [22/Nov/2026:11:54:05 +0000] "GET / HTTP/1.1" 200 2 "-" "-"',
      gives: { message: 'GET / HTTP/1.1', fields: { status: '200', remote_addr: '192.0.2.9' } },
      because: 'the user name of basic authentication is written before the time',
    },
  ],
});
