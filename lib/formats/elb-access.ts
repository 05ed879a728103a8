import { defineFormat } from '#lib/catalogue/define.ts';
import { asked, endpoint, seconds, took } from '#lib/catalogue/define-elb.ts';
import { isoStamp } from '#lib/model/time.ts';

const record = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z) ([\\w-]+) ${endpoint} ${endpoint} ${seconds} ${seconds} ${seconds} (\\d{3}|-) (\\d{1,3}|-) (\\d+) (\\d+) "((?:[^"\\\\]|\\\\.)*)"`,
);

export const elbAccess = defineFormat({
  id: 'elb-access',
  title: 'AWS Classic Load Balancer access log',
  manual: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html',
  kind: 'access',
  role: 'proxy',
  program: 'elb',
  clock: { zone: 'in-line', resolution: 1, stamps: 'start' },
  read(line) {
    const r = record.exec(line);
    const stamp = r && isoStamp(r[1] ?? '');
    if (!r || !stamp) return undefined;
    const total = took(r[5], r[6], r[7]);
    const timed = r[6] !== '-1';
    return {
      kind: 'line',
      stamp: { ...stamp, wall: stamp.wall + Math.round(total * 1_000) },
      message: r[12] ?? '',
      fields: {
        ...asked(r[12] ?? ''),
        remote_addr: (r[3] ?? '').replace(/:\d+$/, ''),
        status: r[8] ?? '',
        request_length: r[10] ?? '',
        body_bytes_sent: r[11] ?? '',
        ...(timed ? { request_time: total.toFixed(3) } : {}),
        upstream_addr: r[4] ?? '',
        upstream_status: r[9] === '0' ? '-' : (r[9] ?? ''),
        upstream_response_time: timed ? (r[6] ?? '') : '-',
      },
    };
  },
  samples: [
    {
      line: '2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.38.0" - -',
      gives: {
        at: '2015-05-13T23:39:43.946',
        message: 'GET http://www.example.com:80/ HTTP/1.1',
        fields: {
          status: '200',
          upstream_status: '200',
          upstream_addr: '10.0.0.1:80',
          request_time: '0.001',
        },
      },
      from: 'Elastic Load Balancing user guide of 2023-06, Access logs for your Classic Load Balancer',
    },
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 - -1 -1 -1 504 0 0 0 "GET http://api.example:80/v1/x HTTP/1.1" "curl/8.4.0" - -',
      gives: {
        at: '2026-11-22T12:00:05.070',
        fields: { status: '504', upstream_addr: '-', request_target: '/v1/x' },
      },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://shop.example.com:80/ HTTP/1.1" "x" - - -1 -1 -1 504 0" - -',
      gives: { fields: { status: '200', upstream_addr: '10.0.0.1:80' } },
      because: 'the user agent wrote the columns of a failure; those stand before the request',
    },
  ],
});
