import { defineFormat } from '#lib/catalogue/define.ts';
import { clfStamp, requestLine } from '#lib/catalogue/define-access-fields.ts';

const text = '"((?:[^"\\\\]|\\\\.)*)"';
const list = '((?!: )[^\\s,"]+(?:(?:,| :) [^\\s,"]+)*)';
const record = new RegExp(
  `^(\\S+) - \\S+ \\[([^\\]"]+)\\] (\\S+) ${text} (\\d{3}) (\\d+) (\\d+\\.\\d{3}) ${text} ${text} ${list} ${list} ${list} ${text} ${text}$`,
);

export const apisixAccess = defineFormat({
  id: 'apisix-access',
  title: 'Apache APISIX access log',
  manual: 'https://github.com/apache/apisix/blob/master/apisix/cli/config.lua',
  kind: 'access',
  role: 'proxy',
  program: 'nginx',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const r = record.exec(line);
    const stamp = r && clfStamp(r[2] ?? '');
    if (!r || !stamp) return undefined;
    const message = r[4] ?? '';
    const host = r[3] ?? '-';
    return {
      kind: 'line',
      stamp,
      message,
      fields: {
        remote_addr: r[1] ?? '',
        ...requestLine(message),
        ...(host === '-' ? {} : { host }),
        status: r[5] ?? '',
        body_bytes_sent: r[6] ?? '',
        request_time: r[7] ?? '',
        upstream_addr: r[10] ?? '',
        upstream_status: r[11] ?? '',
        upstream_response_time: r[12] ?? '',
        ...(r[14] ? { request_id: r[14] } : {}),
      },
    };
  },
  samples: [
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:34 +0000] shop.example.com "GET /two/fin HTTP/1.1" 502 157 0.051 "-" "curl/7.88.1" 127.0.0.1:18599, 127.0.0.1:18500 502, 502 0.000, 0.051 "http://two/two/fin" "5cddcaf88701f85d51cbbb7d3a2ede6e"',
      gives: {
        at: '2026-11-24T23:30:34.000',
        message: 'GET /two/fin HTTP/1.1',
        fields: {
          host: 'shop.example.com',
          status: '502',
          request_time: '0.051',
          upstream_addr: '127.0.0.1:18599, 127.0.0.1:18500',
          upstream_status: '502, 502',
          upstream_response_time: '0.000, 0.051',
          request_id: '5cddcaf88701f85d51cbbb7d3a2ede6e',
        },
      },
      from: 'captured, nginx 1.22.1 with the log format of APISIX 3',
    },
  ],
  forgeries: [
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:58 +0000] shop.example.com "GET /ok HTTP/1.1" 200 2 0.000 "-" "x\\x22 203.0.113.9:80 502 0.000 \\x22" 127.0.0.1:18500 200 0.000 "http://127.0.0.1:18500/ok" "cfc3534fb8f00e46a8d47406455c50be"',
      gives: { fields: { status: '200', upstream_addr: '127.0.0.1:18500', upstream_status: '200' } },
      because: 'the user agent holds the columns that follow it; its quotes are written as \\x22',
    },
  ],
});
