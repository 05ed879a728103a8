import { defineFormat } from '#lib/catalogue/define.ts';
import { wallClock } from '#lib/model/time.ts';

const head =
  /^(?:(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d) \[(debug|info|notice|warn|error|crit|alert|emerg)\] (\d+)#(\d+): )?(?:\*(\d+) )?/;
/** What a line without its head must contain to be taken for a fragment of this log. */
const fragment =
  /^(?:upstream (?:prematurely closed|timed out|sent|rejected|server temporarily|SSL certificate) |(?:recv|readv|writev|send|sendfile|connect|WSARecv|WSASend)\(\) (?:to \S+ )?failed \(|SSL_(?:do_handshake|read|write)\(\) failed |no live upstreams while|peer closed connection in SSL|client prematurely closed|(?:epoll_wait|kevent)\(\) reported|FastCGI sent in stderr: "|\S+ could not be resolved \(|no resolver defined)/;
const upstreamAddress = /^(?:([a-z]+):\/\/)?(unix:[^:"]+|\[[^\]]+\](?::\d+)?|[^/"]+)(?=(\/|:\/)?)/;
const appended =
  / ?, (?:(?:udp )?client|server|request|subrequest|upstream|host|referrer|request_id|bytes from\/to client)[:,]? /;

/**
 * The text between `, name: "` and the quote before one of the later fields. Undefined when a client could have forged
 * it: a name that stands twice, or before which a later field already stood.
 */
function quoted(
  tail: string,
  name: string,
  later: readonly string[],
): { readonly text: string; readonly closed: boolean } | undefined {
  const opening = `, ${name}: "`;
  const from = tail.indexOf(opening);
  if (from < 0 || tail.indexOf(opening, from + 1) >= 0) return undefined;
  const early = later.some((field) => {
    const at = tail.indexOf(`, ${field}: "`);
    return at >= 0 && at < from;
  });
  if (early) return undefined;
  const start = from + opening.length;
  const ends = later.map((field) => tail.indexOf(`", ${field}: "`, start)).filter((end) => end >= 0);
  const end = ends.length > 0 ? Math.min(...ends) : tail.lastIndexOf('"');
  return end >= start
    ? { text: tail.slice(start, end), closed: true }
    : { text: tail.slice(start), closed: false };
}

/** Scheme and address; undefined where the line was cut inside the address. */
function peerOf(
  upstream: ReturnType<typeof quoted>,
): { readonly scheme: string | undefined; readonly at: string } | undefined {
  const parts = upstreamAddress.exec(upstream?.text ?? '');
  if (!upstream || !parts?.[2] || (!upstream.closed && !parts[3])) return undefined;
  return { scheme: parts[1], at: parts[2] };
}

const request = /^([A-Z][A-Z_-]{1,19}) (.+?)(?: HTTP\/\d(?:\.\d)?)?$/;

export const nginxError = defineFormat({
  id: 'nginx-error',
  title: 'nginx error log (also OpenResty, Kong, APISIX, ingress-nginx)',
  manual: 'https://nginx.org/en/docs/ngx_core_module.html#error_log',
  kind: 'text',
  role: 'proxy',
  program: 'nginx',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'moment' },
  read(text) {
    const h = head.exec(text);
    if (!h) return undefined;
    const body = text.slice(h[0].length);
    const dated = h[1] !== undefined;
    if (!dated && !fragment.test(body)) return undefined;
    const wall = dated
      ? wallClock(Number(h[1]), Number(h[2]), Number(h[3]), Number(h[4]), Number(h[5]), Number(h[6]))
      : undefined;
    if (dated && wall === undefined) return undefined;

    const cut = appended.exec(body);
    const message = cut ? body.slice(0, cut.index) : body;
    const tail = cut ? body.slice(cut.index) : '';
    const client = /^ ?, (udp )?client: ([^,\s]+)/.exec(tail);
    const line = quoted(tail, 'request', ['subrequest', 'upstream', 'host', 'referrer', 'request_id']);
    // A request line without its version was cut: by a quote of the client's when an upstream follows, else by the
    // longest line that nginx writes.
    const whole = line === undefined || / HTTP\/\d(?:\.\d)?$/.test(line.text);
    const torn = !whole && tail.includes(', upstream: "');
    const asked = torn ? null : request.exec(line?.text ?? '');
    const peer = torn ? undefined : peerOf(quoted(tail, 'upstream', ['host', 'referrer', 'request_id']));
    const host = quoted(tail, 'host', ['referrer', 'request_id']);
    // Kong and APISIX end the line with it; after a referrer it may be the client's.
    const requestId = tail.includes(', referrer: "') ? undefined : quoted(tail, 'request_id', []);
    const stream = tail.includes(', bytes from/to client:');
    return {
      kind: 'line',
      stamp: wall === undefined ? undefined : { wall, zone: undefined, lacks: 'nothing', resolution: 1_000 },
      message,
      fields: {
        ...(h[7] ? { level: h[7] } : {}),
        ...(h[8] ? { serverPid: h[8] } : {}),
        ...(h[10] ? { connection: h[10] } : {}),
        ...(client?.[2] ? { client: client[2] } : {}),
        ...(asked?.[1] && asked[2] ? { method: asked[1], target: asked[2] } : {}),
        ...(peer
          ? { upstream: peer.at, scheme: peer.scheme ?? (stream ? (client?.[1] ? 'udp' : 'tcp') : 'http') }
          : {}),
        ...(host?.closed && host.text ? { host: host.text } : {}),
        ...(requestId?.closed && requestId.text ? { requestId: requestId.text } : {}),
      },
    };
  },
  samples: [
    {
      line: '2026/11/22 11:52:58 [error] 27236#27236: *3 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: default.test, request: "GET /hdr/fin HTTP/1.1", upstream: "http://127.0.0.1:18080/hdr/fin", host: "127.0.0.1:18201"',
      gives: {
        at: '2026-11-22T11:52:58.000',
        message: 'upstream prematurely closed connection while reading response header from upstream',
        fields: {
          level: 'error',
          connection: '3',
          client: '127.0.0.1',
          method: 'GET',
          target: '/hdr/fin',
          scheme: 'http',
          upstream: '127.0.0.1:18080',
          host: '127.0.0.1:18201',
        },
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/22 11:55:24 [error] 29001#0: *165 recv() failed (104: Connection reset by peer) while proxying and reading from upstream, client: 127.0.0.1, server: 127.0.0.1:18220, upstream: "127.0.0.1:18080", bytes from/to client:86/0, bytes from/to upstream:0/86',
      gives: {
        at: '2026-11-22T11:55:24.000',
        message: 'recv() failed (104: Connection reset by peer) while proxying and reading from upstream',
        fields: { scheme: 'tcp', upstream: '127.0.0.1:18080' },
      },
      from: 'captured, nginx 1.31.4, stream module',
    },
    {
      line: '2026/11/22 11:55:23 [crit] 29001#0: *157 connect() to unix:tmp/be.sock failed (2: No such file or directory) while connecting to upstream, client: 127.0.0.1, server: unix.test, request: "GET /unix HTTP/1.1", upstream: "http://unix:tmp/be.sock:/unix", host: "127.0.0.1:18217"',
      gives: {
        message:
          'connect() to unix:tmp/be.sock failed (2: No such file or directory) while connecting to upstream',
        fields: { scheme: 'http', upstream: 'unix:tmp/be.sock', level: 'crit' },
      },
      from: 'captured, nginx 1.31.4',
    },
    {
      line: '2026/11/22 11:53:31 [error] 88#0: *53 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: kong, request: "POST /v1/pay HTTP/1.1", upstream: "http://192.0.2.37:8080/v1/pay", host: "api.example.com", request_id: "0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071"',
      gives: {
        fields: { requestId: '0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071', host: 'api.example.com', method: 'POST' },
      },
      from: 'rebuilt from the template, Kong 3 kong/templates/nginx_kong.lua',
    },
    {
      line: 'upstream prematurely closed connection while reading response header from upstream',
      gives: {
        message: 'upstream prematurely closed connection while reading response header from upstream',
      },
      from: 'a message as people paste it, without its head',
    },
    {
      line: '2026/11/22 11:55:20 [error] 29001#0: recv() failed (111: Connection refused) while resolving, resolver: 127.0.0.1:18097',
      gives: {
        message: 'recv() failed (111: Connection refused) while resolving, resolver: 127.0.0.1:18097',
      },
      from: 'captured, nginx 1.31.4',
    },
    {
      line: '2026/11/24 23:30:58 [error] 27036#27036: *87 recv() failed (111: Connection refused) while proxying and reading from upstream, udp client: 127.0.0.1, server: 127.0.0.1:18621, upstream: "127.0.0.1:18598", bytes from/to client:1/0, bytes from/to upstream:0/1',
      gives: {
        message: 'recv() failed (111: Connection refused) while proxying and reading from upstream',
        fields: { client: '127.0.0.1', scheme: 'udp', upstream: '127.0.0.1:18598' },
      },
      from: 'captured, nginx 1.22.1, stream module',
    },
    {
      line: '2026/11/24 23:31:00 [error] 27036#27036: *95 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: shop.example.com, request: "GET /fin?"upstream:"a HTTP/1.1", upstream: "http://127.0.0.1:18500/fin?"upstream:"a", host: "sh"op"',
      gives: {
        fields: { method: 'GET', target: '/fin?"upstream:"a', upstream: '127.0.0.1:18500', host: 'sh"op' },
      },
      from: 'captured, nginx 1.22.1: nginx escapes nothing here',
    },
    {
      line: '2026/11/22 11:54:44 [error] 28338#28338: *161 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: default.test, request: "GET /hdr/fin?q=aaaa HTTP/1.1", upstream: "http://127.0.0.1:18',
      gives: { fields: { target: '/hdr/fin?q=aaaa', upstream: '' } },
      from: 'captured, nginx 1.22.1, shortened: a line ends after 2,047 characters',
    },
  ],
  forgeries: [
    {
      line: '2026/11/22 11:53:31 [error] 88#0: *53 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET /", upstream: "http://203.0.113.9:80/ HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      gives: {
        message: 'upstream prematurely closed connection while reading response header from upstream',
        fields: { client: '192.0.2.9', host: 'shop.example.com', upstream: '', method: '' },
      },
      because:
        'the client put an upstream of its choosing into the request line; with two candidates neither is believed',
    },
    {
      line: '2026/11/22 11:53:31 [error] 88#0: *53 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", upstream: "http://192.0.2.37:8080/", host: "shop.example.com", referrer: "x", upstream: "http://203.0.113.9:80/"',
      gives: { fields: { upstream: '', method: 'GET' } },
      because: 'the referrer comes last and may hold anything',
    },
    {
      line: '2026/11/24 23:30:40 [error] 27036#27036: *59 no resolver defined to resolve shop-backend, client: 192.0.2.9, server: shop, request: "GET / HTTP/1.1", host: "shop.example.com", referrer: "x", upstream: "http://203.0.113.9:80/", request_id: "0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071"',
      gives: { fields: { upstream: '', requestId: '', host: 'shop.example.com', method: 'GET' } },
      because:
        'nginx writes the upstream before the host, so one after it came with the referrer, as did the id',
    },
    {
      line: '2026/11/24 23:30:40 [error] 27036#27036: *59 no resolver defined to resolve shop-backend, client: 192.0.2.9, server: shop, request: "GET /", upstream: "http://203.0.113.9:80/ HTTP/1.1", host: "shop.example.com"',
      gives: { fields: { upstream: '', host: 'shop.example.com' } },
      because: 'the request line was closed by a quote of the client; no upstream had been chosen',
    },
  ],
});
