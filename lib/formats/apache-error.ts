import { defineFormat } from '#lib/catalogue/define.ts';
import type { Reading } from '#lib/model/format.ts';
import { monthNamed, resolutionOf, wallClock } from '#lib/model/time.ts';

// [time] [module:level] [pid:tid] file.c(line): (status)text: [client] message
const head =
  /^\[[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))? (\d{4})\] \[(proxy(?:_[a-z0-9]+)?):([a-z0-9]+)\] \[pid (\d+)(?::tid (\d+))?\] (?:[\w.-]+\.c\(\d+\): )?(\([^()\s]{1,12}(?: \d+)?\)[^:[\]]{1,160}: )?(?:\[(?:client|remote) ([^\]\s]{1,64})\] )?(?=AH\d{5}: )/;
/** Up to 2.2: no module, no process, and the client before the status. mod_proxy names itself. */
const early =
  /^\[[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})\] \[([a-z]{4,6})\] (?:\[client ([^\]\s]{1,64})\] )?(?=(?:\([^()\s]{1,12}(?: \d+)?\)[^:[\]]{1,160}: )?proxy: )/;
/** The protocol in which each of its modules speaks to a backend, where there is only one. */
const schemes: Readonly<Record<string, string>> = {
  proxy_fcgi: 'fastcgi',
  proxy_ajp: 'ajp',
  proxy_uwsgi: 'uwsgi',
  proxy_scgi: 'scgi',
};

/** The referrer comes last and is the client's, as is what follows the same words inside a path. */
function unreferred(words: string): string {
  const end = words.indexOf(', referer: ');
  return end < 0 ? words : words.slice(0, end);
}

function readEarly(line: string): Reading | undefined {
  const h = early.exec(line);
  if (!h) return undefined;
  const [day, hour, minute, second, year] = h.slice(2, 7).map(Number);
  const wall = wallClock(year ?? 0, monthNamed(h[1] ?? ''), day ?? 0, hour ?? 0, minute ?? 0, second ?? 0);
  if (wall === undefined) return undefined;
  return {
    kind: 'line',
    stamp: { wall, zone: undefined, lacks: 'nothing', resolution: 1_000 },
    message: unreferred(line.slice(h[0].length)),
    fields: { level: h[7] ?? '', ...(h[8] ? { client: h[8] } : {}) },
  };
}

export const apacheError = defineFormat({
  id: 'apache-error',
  title: 'Apache httpd error log, 2.4 and 2.2: the lines of mod_proxy and its schemes',
  manual: 'https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat',
  kind: 'text',
  role: 'proxy',
  program: 'apache',
  clock: { zone: 'absent', resolution: 1, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return readEarly(line);
    const wall = wallClock(
      Number(h[7]),
      monthNamed(h[1] ?? ''),
      Number(h[2]),
      Number(h[3]),
      Number(h[4]),
      Number(h[5]),
      h[6],
    );
    if (wall === undefined) return undefined;
    const words = unreferred(line.slice(h[0].length));
    const client = h[13]?.replace(/:\d+$/, '');
    const scheme = schemes[h[8] ?? ''];
    return {
      kind: 'line',
      stamp: { wall, zone: undefined, lacks: 'nothing', resolution: resolutionOf(h[6]) },
      message: `${h[12] ?? ''}${words}`,
      fields: {
        level: h[9] ?? '',
        serverPid: h[10] ?? '',
        // All lines of one event are written by one thread; some of them name no client.
        connection: `${h[10]}:${h[11] ?? ''}`,
        ...(client ? { client } : {}),
        ...(scheme ? { scheme } : {}),
      },
    };
  },
  samples: [
    {
      line: '[Sun Nov 22 12:01:24.349488 2026] [proxy_http:error] [pid 4132:tid 4162] (20014)Internal error (specific information not available): [client 127.0.0.1:46068] AH01102: error reading status line from remote server 127.0.0.1:18080',
      gives: {
        at: '2026-11-22T12:01:24.349',
        message:
          '(20014)Internal error (specific information not available): AH01102: error reading status line from remote server 127.0.0.1:18080',
        fields: { level: 'error', client: '127.0.0.1', connection: '4132:4162', serverPid: '4132' },
      },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: "[Sun Nov 22 12:02:56.322811 2026] [proxy_ajp:error] [pid 6158:tid 6181] (70014)End of file found: AH01030: ajp_ilink_receive() can't receive header",
      gives: {
        message: "(70014)End of file found: AH01030: ajp_ilink_receive() can't receive header",
        fields: { connection: '6158:6181', scheme: 'ajp', client: '' },
      },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:03:07.433088 2026] [proxy:error] [pid 6158:tid 6166] (EAI 2)Name or service not known: [client 127.0.0.1:42200] AH00898: DNS lookup failure for: nosuch.invalid returned by /dns',
      gives: {
        message:
          '(EAI 2)Name or service not known: AH00898: DNS lookup failure for: nosuch.invalid returned by /dns',
      },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '[Sun Nov 22 12:01:24.349535 2026] [proxy:error] [pid 4132] proxy_util.c(425): [client 2001:db8::9:46068] AH00898: Error reading from remote server returned by /cart, referer: https://shop.example.com/',
      gives: {
        message: 'AH00898: Error reading from remote server returned by /cart',
        fields: { client: '2001:db8::9', connection: '4132:' },
      },
      from: 'rebuilt from the template, Apache httpd 2.4.71 server/log.c, prefork at level debug',
    },
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] (104)Connection reset by peer: proxy: error reading status line from remote server app.example.com:8080, referer: https://shop.example.com/',
      gives: {
        at: '2026-11-22T12:40:26.000',
        message:
          '(104)Connection reset by peer: proxy: error reading status line from remote server app.example.com:8080',
        fields: { level: 'error', client: '192.0.2.9', connection: '' },
      },
      from: 'rebuilt from the template, Apache httpd 2.2.34 server/log.c',
    },
  ],
  forgeries: [
    {
      line: '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] proxy: Error reading from remote server returned by /a, referer: x] [client 203.0.113.9] proxy: error reading response',
      gives: {
        message: 'proxy: Error reading from remote server returned by /a',
        fields: { client: '192.0.2.9' },
      },
      because: 'the referrer holds a line of its own',
    },
    {
      line: '[Sun Nov 22 12:01:24.349535 2026] [proxy:error] [pid 4132:tid 4162] [client 192.0.2.9:46068] AH00898: Error reading from remote server returned by /a, referer: x] [client 203.0.113.9:1] AH01102: error reading status line from remote server 203.0.113.9:80, referer: https://shop.example.com/',
      gives: {
        message: 'AH00898: Error reading from remote server returned by /a',
        fields: { client: '192.0.2.9' },
      },
      because: 'the path holds the words that begin the referrer, and a line of its own behind them',
    },
    {
      line: '[Sun Nov 22 12:01:24.349535 2026] [proxy:error] [pid 4132:tid 4162] [client 192.0.2.9:46068] AH00898: Error reading from remote server returned by /(104)Connection reset by peer: [client 203.0.113.9:1] AH01110: error reading response',
      gives: {
        message:
          'AH00898: Error reading from remote server returned by /(104)Connection reset by peer: [client 203.0.113.9:1] AH01110: error reading response',
        fields: { client: '192.0.2.9' },
      },
      because: 'status and client stand before the message; what a path says of them is a path',
    },
  ],
});
