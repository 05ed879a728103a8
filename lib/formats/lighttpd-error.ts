import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

const head = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d): (?:\(trace\) )?\(([\w-]+\.c)\.(\d+)\) /;

export const lighttpdError = defineFormat({
  id: 'lighttpd-error',
  title: 'lighttpd error log',
  manual: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Server_errorlogDetails',
  kind: 'text',
  role: 'proxy',
  program: 'lighttpd',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    const stamp = h && isoStamp(h[1] ?? '');
    if (!h || !stamp) return undefined;
    return { kind: 'line', stamp, message: line.slice(h[0].length), fields: { file: h[2] ?? '' } };
  },
  samples: [
    {
      line: '2026-11-22 12:07:49: (gw_backend.c.2389) response not received, request sent: 212 on socket: tcp:127.0.0.1:18080 for /hdr/rst?, closing connection',
      gives: {
        at: '2026-11-22T12:07:49.000',
        message:
          'response not received, request sent: 212 on socket: tcp:127.0.0.1:18080 for /hdr/rst?, closing connection',
        fields: { file: 'gw_backend.c' },
      },
      from: 'captured, lighttpd 1.4.69',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22 12:07:49: (gw_backend.c.960) all handlers for /2026-11-22 12:07:49: (gw_backend.c.2389) response not received, request sent: 1 on socket: tcp:203.0.113.9:80 for /x? on  are down.',
      gives: {
        message:
          'all handlers for /2026-11-22 12:07:49: (gw_backend.c.2389) response not received, request sent: 1 on socket: tcp:203.0.113.9:80 for /x? on  are down.',
        fields: {},
      },
      because: 'the path holds a line of its own; only the head of the line is lighttpd’s',
    },
  ],
});
