import { defineFormat } from '#lib/catalogue/define.ts';
import { clfStamp, requestLine } from '#lib/catalogue/define-access-fields.ts';
import type { Fields } from '#lib/model/event.ts';
import type { Reading } from '#lib/model/format.ts';
import { monthNamed, type Stamp, wallClock } from '#lib/model/time.ts';

const opening =
  /^(\[?[0-9A-Fa-f.:]{2,45}\]?|unix):(\d{1,5}) \[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d)\.(\d{3})\] ([^\s~/]{1,128}~?) ([^\s/]{1,128})\/([^\s/]{1,128}) /;
const tcp = /^(-?\d+)\/(-?\d+)\/\+?(-?\d+) \+?(\d+) ([A-Za-z-]{2}) \d+\/\d+\/\d+\/\d+\/(\+?\d+) \d+\/\d+/;
const http =
  /^(-?\d+)\/(-?\d+)\/(-?\d+)\/(-?\d+)\/\+?(-?\d+) (-?\d+) \+?(\d+) (?:(\S+) (\S+) )?([A-Za-z-]{4}) \d+\/\d+\/\d+\/\d+\/(\+?\d+) /;
/** What follows the captured cookies; a client that writes it into its cookie makes it stand twice. */
const statePlace = / [A-Za-z-]{4} \d+\/\d+\/\d+\/\d+\/\+?\d+ /g;
const clf =
  /^(\[?[0-9A-Fa-f.:]{2,45}\]?|unix) - - \[([^\]]{1,40})\] "([^"]*)" (-?\d+) (\d+) "" "" (\d+) \d+ "([^"]*)" "([^"]*)" "([^"]*)" (-?\d+) (-?\d+) (-?\d+) (-?\d+) \+?(-?\d+) ([A-Za-z-]{4}) \d+ \d+ \d+ \d+ (\+?\d+) /;
const after = /(?: |")(bc_err(?:_name)?|(?:bc_)?reused|request_id|unique_id|rid)[=:]"?([\w.:/-]{1,128})/g;

/** HAProxy writes a quote in a request as #22, as it writes other characters that could end a field. */
const decoded = (text: string): string =>
  text.replace(/#(2[0-9A-F]|[3-7][0-9A-F])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

function asked(text: string): Fields {
  const { request_method: method, request_target: target } = requestLine(decoded(text));
  const host = /^[a-z]+:\/\/([^/?#]+)/i.exec(target ?? '')?.[1];
  return {
    ...(method && target ? { method, target } : {}),
    ...(host ? { host } : {}),
  };
}

/** What an operator appended behind the request. */
function appended(rest: string): Fields {
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of rest.matchAll(after)) {
    if (name.startsWith('bc_err')) fields['bc_err'] = value.split('/', 1)[0] ?? '';
    else if (name.endsWith('reused')) fields['reused'] = value;
    else fields['requestId'] = value;
  }
  return fields;
}

const later = (stamp: Stamp, total: string): Stamp => ({
  ...stamp,
  wall: stamp.wall + Math.max(0, Number(total) || 0),
});

function traditional(line: string): Reading | undefined {
  const h = opening.exec(line);
  if (!h) return undefined;
  const month = monthNamed(h[4] ?? '');
  const wall =
    month === 0
      ? undefined
      : wallClock(Number(h[5]), month, Number(h[3]), Number(h[6]), Number(h[7]), Number(h[8]), h[9]);
  if (wall === undefined) return undefined;
  const stamp: Stamp = { wall, zone: undefined, lacks: 'nothing', resolution: 1 };
  const rest = line.slice(h[0].length);
  const common = {
    client: (h[1] ?? '').replace(/[[\]]/g, ''),
    frontend: h[10] ?? '',
    server: h[12] ?? '',
    upstream: `${h[11]}/${h[12]}`,
  };
  const t = tcp.exec(rest);
  if (t)
    return {
      kind: 'line',
      stamp: later(stamp, t[3] ?? ''),
      message: rest,
      fields: {
        ...common,
        mode: 'tcp',
        queueTime: t[1] ?? '',
        connectTime: t[2] ?? '',
        totalTime: t[3] ?? '',
        bytes: t[4] ?? '',
        state: t[5] ?? '',
        retries: (t[6] ?? '').replace('+', ''),
        ...appended(rest.slice(t[0].length)),
      },
    };
  const r = http.exec(rest);
  if (!r) return undefined;
  const cookie = r[8] ?? '-';
  const forged = cookie !== '-' && (rest.match(statePlace)?.length ?? 0) > 1;
  const tail = rest.slice(r[0].length);
  const request = forged ? undefined : /"([^"]*)"?/.exec(tail);
  return {
    kind: 'line',
    stamp: later(stamp, r[5] ?? ''),
    message: request?.[1] ?? '',
    fields: {
      ...common,
      mode: 'http',
      requestTime: r[1] ?? '',
      queueTime: r[2] ?? '',
      connectTime: r[3] ?? '',
      responseTime: r[4] ?? '',
      totalTime: r[5] ?? '',
      status: r[6] ?? '',
      bytes: r[7] ?? '',
      ...(forged ? {} : { state: r[10] ?? '', retries: (r[11] ?? '').replace('+', '') }),
      ...(request
        ? { ...asked(request[1] ?? ''), ...appended(tail.slice(request.index + request[0].length)) }
        : {}),
    },
  };
}

function common(line: string): Reading | undefined {
  const c = clf.exec(line);
  const stamp = clfStamp(c?.[2] ?? '');
  if (!c || !stamp) return undefined;
  return {
    kind: 'line',
    stamp: later(stamp, c[14] ?? ''),
    message: c[3] ?? '',
    fields: {
      client: (c[1] ?? '').replace(/[[\]]/g, ''),
      frontend: c[7] ?? '',
      server: c[9] ?? '',
      upstream: `${c[8]}/${c[9]}`,
      mode: 'http',
      requestTime: c[10] ?? '',
      queueTime: c[11] ?? '',
      connectTime: c[12] ?? '',
      responseTime: c[13] ?? '',
      totalTime: c[14] ?? '',
      status: c[4] ?? '',
      bytes: c[5] ?? '',
      state: c[15] ?? '',
      retries: (c[16] ?? '').replace('+', ''),
      ...asked(c[3] ?? ''),
    },
  };
}

export const haproxy = defineFormat({
  id: 'haproxy',
  title: 'HAProxy traffic log: httplog, httpslog, tcplog, clf, and httplog with a little more or less',
  manual: 'https://docs.haproxy.org/3.4/configuration.html#8.2',
  kind: 'access',
  role: 'proxy',
  program: 'haproxy',
  clock: { zone: 'either', resolution: 1, stamps: 'start' },
  read: (line) => traditional(line) ?? common(line),
  samples: [
    {
      line: '127.0.0.1:52996 [22/Nov/2026:11:57:52.558] plain be/s1 0/0/0/-1/54 502 0 - - SH-- 1/1/0/0/0 0/0 "GET /hdr/fin HTTP/1.1"',
      gives: {
        at: '2026-11-22T11:57:52.612',
        message: 'GET /hdr/fin HTTP/1.1',
        fields: {
          client: '127.0.0.1',
          frontend: 'plain',
          upstream: 'be/s1',
          server: 's1',
          mode: 'http',
          connectTime: '0',
          responseTime: '-1',
          totalTime: '54',
          status: '502',
          state: 'SH--',
          retries: '0',
          method: 'GET',
          target: '/hdr/fin',
        },
      },
      from: 'captured, HAProxy 3.4.0',
    },
    {
      line: '127.0.0.1:35160 [22/Nov/2026:11:58:12.786] httpsfe~ be/s1 3/0/0/-1/54 502 0 - - SH-- 1/1/0/0/0 0/0 "GET https://127.0.0.1:18309/hdr/fin HTTP/2.0" 0/0000000000000000/0/0/0 -/TLSv1.3/TLS_AES_256_GCM_SHA384',
      gives: { fields: { frontend: 'httpsfe~', host: '127.0.0.1:18309', state: 'SH--' } },
      from: 'captured, HAProxy 3.4.0, option httpslog',
    },
    {
      line: '127.0.0.1:50480 [22/Nov/2026:11:58:13.113] tcpfe be_tcp/s1 1/0/50 0 SD 1/1/0/0/0 0/0',
      gives: {
        at: '2026-11-22T11:58:13.163',
        fields: { mode: 'tcp', state: 'SD', upstream: 'be_tcp/s1', connectTime: '0', totalTime: '50' },
      },
      from: 'captured, HAProxy 3.4.0, option tcplog',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:58:13 +0000] "GET /hdr/fin HTTP/1.1" 502 0 "" "" 56694 793 "clf" "be" "s1" 0 0 0 -1 50 SH-- 1 1 0 0 0 0 0 "" "" ',
      gives: {
        at: '2026-11-22T11:58:13.050',
        message: 'GET /hdr/fin HTTP/1.1',
        fields: { upstream: 'be/s1', state: 'SH--', status: '502', totalTime: '50' },
      },
      from: 'captured, HAProxy 3.4.0, option httplog clf',
    },
    {
      line: '127.0.0.1:46076 [22/Nov/2026:12:16:40.670] plain be/s1 0/0/0/-1/51 502 0 SH-- 1/1/0/0/0 "GET /hdr/rst HTTP/1.1" bc_err=48/ERESET reused=0 te={,,e1,S5s1,E6E1,M6M1,F3}',
      gives: { fields: { state: 'SH--', bc_err: '48', reused: '0', target: '/hdr/rst' } },
      from: 'captured, HAProxy 3.4.0, a log-format with bc_err',
    },
    {
      line: '127.0.0.1:48114 [27/Nov/2026:04:01:41.228] ck be_ck/s2 0/0/0/0/0 200 74 - - --NI 1/1/0/0/0 0/0 {curl/7.88.1} "GET /q#22x%22?a=b| HTTP/1.1"',
      gives: { fields: { target: '/q"x%22?a=b|', state: '--NI' } },
      from: 'captured, HAProxy 2.6.12',
    },
    {
      line: '127.0.0.1:42020 [22/Nov/2026:11:58:15.357] plain plain/<NOSRV> -1/-1/-1/-1/0 400 0 - - PR-- 1/1/0/0/0 0/0 "<BADREQ>"',
      gives: { fields: { server: '<NOSRV>', state: 'PR--', method: '' } },
      from: 'captured, HAProxy 3.4.0',
    },
  ],
  forgeries: [
    {
      line: '127.0.0.1:48092 [27/Nov/2026:04:01:41.070] ck be_ck/s2 0/0/0/0/0 200 74 SID=x - SH-- 1/1/0/0/0 0/0 "GET / HTTP/1.1" - --NI 1/1/0/0/0 0/0 {curl/7.88.1} "GET /ok HTTP/1.1"',
      gives: { fields: { status: '200', state: '', target: '' } },
      because: 'a captured cookie is written as it came: with two states in the line neither is believed',
    },
    {
      line: '127.0.0.1:48106 [27/Nov/2026:04:01:41.095] ck be_ck/s1 0/0/0/0/0 200 74 - - --NI 1/1/0/0/0 0/0 {a#7D 0/0 #22GET /x HTTP/1.1#22 SH-- #7Bb} "GET /ok HTTP/1.1"',
      gives: { message: 'GET /ok HTTP/1.1', fields: { state: '--NI', target: '/ok' } },
      because: 'a captured header stands behind the state, its quotes and braces as #22, #7B and #7D',
    },
    {
      line: '203.0.113.9:48114 [27/Nov/2026:04:01:41.228] ck be_ck/s2 0/0/0/0/0 200 74 - - ---- 1/1/0/0/0 0/0 "GET /#22 502 0 - - SH-- 1/1/0/0/0 0/0 HTTP/1.1"',
      gives: { fields: { state: '----', status: '200' } },
      because: 'the request comes last, its quotes as #22',
    },
  ],
});
