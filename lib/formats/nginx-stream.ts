import { defineFormat } from '#lib/catalogue/define.ts';
import { clfStamp } from '#lib/catalogue/define-access-fields.ts';
import type { Fields } from '#lib/model/event.ts';

const session =
  /^(\S+) \[([^\]]+)\] (TCP|UDP) (\d{3}) (\d+) (\d+) (\d+\.\d{3})(?: "([^"]*)" "([^"]*)" "([^"]*)" "([^"]*)"(?: .*)?)?$/;

const upstream = (peer: string, sent: string, received: string, connect: string): Fields => ({
  upstream_addr: peer,
  upstream_bytes_sent: sent,
  upstream_bytes_received: received,
  upstream_connect_time: connect,
});

export const nginxStream = defineFormat({
  id: 'nginx-stream',
  title: 'nginx stream (TCP, UDP) access log, in the two formats of its manual',
  manual: 'https://nginx.org/en/docs/stream/ngx_stream_log_module.html',
  kind: 'access',
  role: 'proxy',
  program: 'nginx',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const s = session.exec(line);
    const stamp = s && clfStamp(s[2] ?? '');
    if (!s || !stamp) return undefined;
    return {
      kind: 'line',
      stamp,
      message: `${s[3]} ${s[4]}`,
      fields: {
        remote_addr: s[1] ?? '',
        status: s[4] ?? '',
        body_bytes_sent: s[5] ?? '',
        request_length: s[6] ?? '',
        request_time: s[7] ?? '',
        ...(s[8] === undefined ? {} : upstream(s[8], s[9] ?? '', s[10] ?? '', s[11] ?? '')),
      },
    };
  },
  samples: [
    {
      line: '127.0.0.1 [22/Nov/2026:11:54:44 +0000] TCP 502 0 0 0.000 "127.0.0.1:18099" "0" "0" "-"',
      gives: {
        at: '2026-11-22T11:54:44.000',
        message: 'TCP 502',
        fields: {
          status: '502',
          request_time: '0.000',
          upstream_addr: '127.0.0.1:18099',
          upstream_connect_time: '-',
        },
      },
      from: 'captured, nginx 1.22.1, stream module',
    },
    {
      line: '127.0.0.1 [24/Nov/2026:23:30:58 +0000] TCP 502 0 0 0.000',
      gives: { message: 'TCP 502', fields: { remote_addr: '127.0.0.1', status: '502' } },
      from: 'captured, nginx 1.22.1, stream module',
    },
  ],
  forgeries: [
    {
      line: '192.0.2.9 [22/Nov/2026:11:54:44 +0000] TCP 200 167 89 0.158 "192.0.2.37:8443" "89" "167" "0.000" "x\\x22 \\x22203.0.113.9:80\\x22 \\x220"',
      gives: { fields: { status: '200', upstream_addr: '192.0.2.37:8443', upstream_connect_time: '0.000' } },
      because: 'the server name of a TLS greeting, appended by the operator, is what the client sent',
    },
  ],
});
