import { defineFormat } from '#lib/catalogue/define.ts';
import { asked, endpoint, seconds, took } from '#lib/catalogue/define-elb.ts';
import { isoStamp } from '#lib/model/time.ts';

const record = new RegExp(
  `^(https?|h2|grpcs|wss?) (\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z) (app/\\S+) ${endpoint} ${endpoint} ${seconds} ${seconds} ${seconds} (\\d{3}|-) (\\d{3}|-) (\\d+) (\\d+) "((?:[^"\\\\]|\\\\.)*)"`,
);
// Behind the user agent; one with a quote of its own moves everything, and then nothing of it is read.
const trace =
  /^ "(?:[^"\\]|\\.)*" \S+ \S+ (?:arn:\S+|-) "(?:Self=[^"; ]*;)?Root=(1-[0-9a-f]{8}-[0-9a-f]{24})[";]/;

export const albAccess = defineFormat({
  id: 'alb-access',
  title: 'AWS Application Load Balancer access log',
  manual:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
  kind: 'access',
  role: 'proxy',
  program: 'alb',
  clock: { zone: 'in-line', resolution: 1, stamps: 'end' },
  read(line) {
    const r = record.exec(line);
    const stamp = r && isoStamp(r[2] ?? '');
    if (!r || !stamp) return undefined;
    const id = trace.exec(line.slice(r[0].length))?.[1];
    const [before, target, after] = [r[6], r[7], r[8]];
    return {
      kind: 'line',
      stamp,
      message: r[13] ?? '',
      fields: {
        ...asked(r[13] ?? ''),
        remote_addr: (r[4] ?? '').replace(/:\d+$/, ''),
        status: r[9] ?? '',
        request_length: r[11] ?? '',
        body_bytes_sent: r[12] ?? '',
        request_time: took(before, target, after).toFixed(3),
        upstream_addr: r[5] ?? '',
        upstream_status: r[10] ?? '',
        upstream_connect_time: before === '-1' ? '-' : (before ?? ''),
        upstream_header_time: after === '-1' ? '-' : (target ?? ''),
        upstream_response_time: target === '-1' ? '-' : (target ?? ''),
        ...(id ? { request_id: id } : {}),
      },
    };
  },
  samples: [
    {
      line: 'http 2022-04-15T16:52:50.757968Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.001 4.205 -1 502 - 94 326 "GET http://example.com:80 HTTP/1.1" "curl/7.51.0" - - arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      gives: {
        at: '2022-04-15T16:52:50.757',
        message: 'GET http://example.com:80 HTTP/1.1',
        fields: {
          status: '502',
          upstream_status: '-',
          upstream_addr: '10.0.0.1:80',
          upstream_response_time: '4.205',
          upstream_header_time: '-',
          request_method: 'GET',
          request_target: '/',
          host: 'example.com',
          remote_addr: '192.168.131.39',
          request_id: '1-58337262-36d228ad5d99923122bbe354',
        },
      },
      from: 'a sample of the vendor, quoted in https://github.com/medplum/medplum/issues/2253',
    },
    {
      line: 'https 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 0.052 0.000 200 200 341 272 "POST https://shop.example.com:443/cart?item=7 HTTP/2.0" "okhttp/4.12.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354" "shop.example.com" "-" 0 2026-11-22T12:00:05.070000Z "forward" "-" "-" "10.0.0.1:8080" "200" "-" "-" TID_1234abcd5678ef90',
      gives: {
        fields: {
          request_target: '/cart?item=7',
          request_method: 'POST',
          request_time: '0.053',
          upstream_status: '200',
        },
      },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06, with conn_trace_id',
    },
  ],
  forgeries: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 0.052 0.000 200 200 341 272 "GET http://shop.example.com:80/ HTTP/1.1" "x" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-00000000-000000000000000000000000" -1 502 -" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      gives: { fields: { status: '200', upstream_status: '200', upstream_addr: '10.0.0.1:8080' } },
      because:
        'the user agent closed its quotes and wrote the columns of a failure; those stand before the request',
    },
  ],
});
