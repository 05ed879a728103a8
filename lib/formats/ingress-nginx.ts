import { defineFormat } from '#lib/catalogue/define.ts';
import { requestLine } from '#lib/catalogue/define-access-fields.ts';
import { combined } from '#lib/catalogue/define-combined.ts';

const list = '((?!: )[^\\s,]+(?:(?:,| :) [^\\s,]+)*)';
// Read from the left: $req_id comes last and is whatever the client sent as X-Request-ID.
const tail = new RegExp(
  `^ "(?:[^"\\\\]|\\\\.)*" "(?:[^"\\\\]|\\\\.)*" (\\d+) (\\d+\\.\\d{3}) \\[([^\\]]*)\\](?: \\[([^\\]]*)\\])? ${list} ${list} ${list} ${list}(?: (.*))?$`,
);

export const ingressNginx = defineFormat({
  id: 'ingress-nginx',
  title: 'ingress-nginx controller access log',
  manual: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/',
  kind: 'access',
  role: 'proxy',
  program: 'nginx',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const record = combined(line);
    const t = record && tail.exec(record.rest);
    if (!t) return undefined;
    const id = t[9];
    return {
      kind: 'line',
      stamp: record.stamp,
      message: record.message,
      fields: {
        ...record.fields,
        ...requestLine(record.message),
        request_length: t[1] ?? '',
        request_time: t[2] ?? '',
        proxy_upstream_name: t[3] ?? '',
        upstream_addr: t[5] ?? '',
        upstream_response_length: t[6] ?? '',
        upstream_response_time: t[7] ?? '',
        upstream_status: t[8] ?? '',
        ...(id && /^[\w.:-]{8,128}$/.test(id) ? { request_id: id } : {}),
      },
    };
  },
  samples: [
    {
      line: '203.0.113.127 - - [17/Apr/2023:20:24:55 +0000] "POST /api/authentication/token HTTP/1.1" 502 150 "-" "axios/0.23.0" 340 0.016 [XXX] [] XXX 0 0.000 502 baef50777d0f3651f32233c609ad0e7e',
      gives: {
        at: '2023-04-17T20:24:55.000',
        message: 'POST /api/authentication/token HTTP/1.1',
        fields: {
          status: '502',
          request_length: '340',
          request_time: '0.016',
          upstream_addr: 'XXX',
          upstream_status: '502',
          request_id: 'baef50777d0f3651f32233c609ad0e7e',
        },
      },
      from: 'https://github.com/kubernetes/ingress-nginx/issues/9877, with a reserved address',
    },
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:34 +0000] "GET /two/fin HTTP/1.1" 502 157 "-" "curl/7.88.1" 87 0.051 [default-shop-8080] [] 127.0.0.1:18599, 127.0.0.1:18500 0, 0 0.000, 0.051 502, 502 -',
      gives: {
        fields: {
          upstream_addr: '127.0.0.1:18599, 127.0.0.1:18500',
          upstream_response_length: '0, 0',
          upstream_response_time: '0.000, 0.051',
          upstream_status: '502, 502',
          proxy_upstream_name: 'default-shop-8080',
        },
      },
      from: 'captured, nginx 1.22.1 with the log format of ingress-nginx controller-v1.15.1',
    },
  ],
  forgeries: [
    {
      line: '127.0.0.1 - - [24/Nov/2026:23:30:58 +0000] "GET /ok HTTP/1.1" 200 2 "-" "curl/7.88.1" 157 0.001 [default-shop-8080] [] 127.0.0.1:18500 2 0.000 200 203.0.113.9:80 0 0.000 502 deadbeefdeadbeefdeadbeefdeadbeef',
      gives: {
        fields: { status: '200', upstream_addr: '127.0.0.1:18500', upstream_status: '200', request_id: '' },
      },
      because: 'the client sent four columns and an id as X-Request-ID, which ends the line',
    },
  ],
});
