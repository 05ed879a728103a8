import { defineFormat } from '#lib/catalogue/define.ts';
import { timeAhead } from '#lib/catalogue/define-time.ts';
import type { Fields } from '#lib/model/event.ts';

/** Behind the time: the interface (-i any), the link layer (-e), `IP` or `IP6`. With -v addresses stand on a line of their own. */
const led =
  /^ (?:[\w.@-]{1,20} +(?:In|Out|B|M|P) +)?(?:[0-9a-f:]{17} (?:\(\S{1,60} \S{1,60}\) )?> [0-9a-f:]{17}(?: \(\S{1,60} \S{1,60}\))?, ethertype IPv[46] \(0x[0-9a-f]{4}\), length \d+: |IP6? )/;
const segment =
  /^(?: {4})?([\w.:-]{1,255})\.([\w-]{1,40}) > ([\w.:-]{1,255})\.([\w-]{1,40}): Flags \[([A-Z.]{1,8}|none)\], (?:cksum 0x[0-9a-f]{4} \([^)]{1,60}\), )?(?:seq (\d+)(?::(\d+))?, )?(?:ack (\d+), )?(?:win \d+)?(?:, .{0,400}?)??, length (\d+)/;

/** What Linux gives to the side that connects, unless somebody changed ip_local_port_range. */
const ephemeral = 32_768;
const isService = (port: string): boolean => !/^\d+$/.test(port) || Number(port) < ephemeral;
const address = (host: string, port: string): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

function fieldsOf(found: RegExpExecArray): Fields {
  const [, host = '', port = '', toHost = '', toPort = '', flags = '', seq, , ack, length = ''] = found;
  const sends = isService(port);
  // Both or neither look like a server's: nobody can tell from one packet who connected.
  const [server, client] =
    sends === isService(toPort)
      ? []
      : sends
        ? [address(host, port), address(toHost, toPort)]
        : [address(toHost, toPort), address(host, port)];
  return {
    flags,
    length,
    ...(seq === undefined ? {} : { seq }),
    ...(ack === undefined ? {} : { ack }),
    ...(server === undefined || client === undefined
      ? {}
      : { sender: sends ? 'server' : 'client', upstream: server, connection: `${client} ${server}` }),
  };
}

export const tcpdump = defineFormat({
  id: 'tcpdump',
  title: 'TCP packets as tcpdump prints them (-nn; -tttt gives the date)',
  manual: 'https://www.tcpdump.org/manpages/tcpdump.1.html',
  kind: 'text',
  role: 'platform',
  program: 'tcpdump',
  clock: { zone: 'either', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!line.includes(': Flags [')) return undefined;
    const time = timeAhead(line);
    const head = time && led.exec(line.slice(time.end, time.end + 400));
    if (time && !head) return undefined;
    const message = time && head ? line.slice(time.end + head[0].length) : line;
    const found = segment.exec(message);
    if (!found || (!time && !line.startsWith('    '))) return undefined;
    return { kind: 'line', stamp: time?.stamp, message: message.trimStart(), fields: fieldsOf(found) };
  },
  samples: [
    {
      line: '2026-11-27 06:54:44.418428 IP 127.0.0.1.8081 > 127.0.0.1.53658: Flags [R.], seq 41, ack 141, win 64, options [nop,nop,TS val 3541061094 ecr 1212907273], length 0',
      gives: {
        at: '2026-11-27T06:54:44.418',
        message:
          '127.0.0.1.8081 > 127.0.0.1.53658: Flags [R.], seq 41, ack 141, win 64, options [nop,nop,TS val 3541061094 ecr 1212907273], length 0',
        fields: {
          sender: 'server',
          flags: 'R.',
          seq: '41',
          ack: '141',
          upstream: '127.0.0.1:8081',
          connection: '127.0.0.1:53658 127.0.0.1:8081',
        },
      },
      from: 'captured, tcpdump 4.99.3 -nn -tttt',
    },
    {
      line: '06:54:41.776622 00:00:00:00:00:00 > 00:00:00:00:00:00, ethertype IPv4 (0x0800), length 8258: 127.0.0.1.53632 > 127.0.0.1.8081: Flags [P.], seq 32907:41099, ack 1, win 64, options [nop,nop,TS val 1257376251 ecr 2434985840], length 8192',
      gives: {
        at: '1970-01-01T06:54:41.776',
        fields: { sender: 'client', flags: 'P.', seq: '32907', length: '8192' },
      },
      from: 'captured, tcpdump 4.99.3 -nn -e',
    },
    {
      line: '1795762481.776622 IP localhost.53632 > localhost.tproxy: Flags [P.], seq 32907:41099, ack 1, win 64, options [nop,nop,TS val 1257376251 ecr 2434985840], length 8192',
      gives: {
        at: '2026-11-27T06:54:41.776',
        fields: { sender: 'client', upstream: 'localhost:tproxy' },
      },
      from: 'captured, tcpdump 4.99.3 -tt, with names for addresses and ports',
    },
    {
      line: '    127.0.0.1.53632 > 127.0.0.1.8081: Flags [P.], cksum 0x1e29 (incorrect -> 0x0d76), seq 32907:41099, ack 1, win 64, options [nop,nop,TS val 1257376251 ecr 2434985840], length 8192',
      gives: { fields: { sender: 'client', upstream: '127.0.0.1:8081' } },
      from: 'captured, tcpdump 4.99.3 -nn -v: the time stands on the line above',
    },
    {
      line: '06:54:41.776622 eth0  Out IP6 2001:db8::7.8080 > 2001:db8::1.51234: Flags [F.], seq 1, ack 80, win 64, length 0',
      gives: { fields: { sender: 'server', upstream: '[2001:db8::7]:8080' } },
      from: 'rebuilt from the template, tcpdump 4.99.3 print-sll.c and print-ip6.c, -i any',
    },
  ],
  forgeries: [
    {
      line: '06:54:41.776622 IP 192.0.2.7.51234 > 192.0.2.8.8080: Flags [P.], seq 1:139, ack 1, win 64, length 138: HTTP: GET /?192.0.2.8.8080>192.0.2.7.51234: Flags [R.], seq 1, ack 139, win 0, length 0 HTTP/1.1',
      gives: { fields: { sender: 'client', flags: 'P.', length: '138' } },
      because: 'what a client asks for comes behind the addresses and flags of its packet',
    },
  ],
});
