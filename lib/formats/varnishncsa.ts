import { defineFormat } from '#lib/catalogue/define.ts';
import { clfStamp } from '#lib/catalogue/define-access-fields.ts';

const head =
  /^(?:(\S{1,64}) \S{1,64} \S{1,64} )?\[([^\]]{1,40})\] "([A-Z][A-Z_-]{0,19}) ((?:[^"\\ ]|\\.){1,8192}) HTTP\/\d(?:\.\d)?" (\d{3}|-) (\d+|-)/;
const named = / (err|error|fetch_?error|bereq_acct|vxid|be|backend)=(?:"((?:[^"\\]|\\.)*)"|(\S+))/gi;

/** Names as people write them behind a format; one that stands twice may be a client's. */
function told(rest: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [, name = '', quoted, bare] of rest.matchAll(named)) {
    const key = name
      .toLowerCase()
      .replace(/^(?:error|fetch_?error)$/, 'err')
      .replace('backend', 'be');
    if (found.has(key)) twice.add(key);
    found.set(key, quoted ?? bare ?? '');
  }
  for (const key of twice) found.delete(key);
  return found;
}

export const varnishncsa = defineFormat({
  id: 'varnishncsa',
  title: 'varnishncsa -b with %{VSL:FetchError}x named err, error or fetch_error',
  manual: 'https://varnish-cache.org/docs/trunk/reference/varnishncsa.html',
  kind: 'access',
  role: 'proxy',
  program: 'varnish',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'start' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const rest = line.slice(h[0].length);
    const names = told(rest);
    const error = names.get('err');
    const account = names.get('bereq_acct')?.split(' ') ?? [];
    if (!/ (?:err|error|fetch_?error)="/i.test(rest)) return undefined;
    if (!names.has('vxid') && account.length !== 6) return undefined;
    const stamp = clfStamp(h[2] ?? '');
    if (!stamp) return undefined;
    const first = /^(?: \d+)? (\d+\.\d{6})(?= )/.exec(rest)?.[1];
    const elapsed = first === undefined ? undefined : String(Math.round(Number(first) * 1_000));
    const [, host, path] = /^https?:\/\/([^/]+)(\/.*)?$/.exec(h[4] ?? '') ?? [];
    const fields = {
      method: h[3],
      target: path ?? h[4],
      host,
      status: h[5] === '-' ? undefined : h[5],
      error,
      upstream: names.get('be') === '-' ? undefined : names.get('be'),
      elapsed: Number(account[4] ?? 0) > 0 ? undefined : elapsed,
      sent: account[2],
      received: account[5],
      requestId: names.get('vxid'),
    };
    return {
      kind: 'line',
      stamp: { ...stamp, wall: stamp.wall + Number(elapsed ?? 0) },
      message: `${h[3]} ${h[4]}`,
      fields: Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    };
  },
  samples: [
    {
      line: '[22/Nov/2026:12:06:08 +0000] "GET http://127.0.0.1:28601/hdr/fin HTTP/1.1" 503 0 0 0.051300 - err="HTC eof (-1)" bereq_acct="122 0 122 0 0 0" vxid=6 be="b"',
      gives: {
        at: '2026-11-22T12:06:08.051',
        fields: {
          error: 'HTC eof (-1)',
          target: '/hdr/fin',
          host: '127.0.0.1:28601',
          upstream: 'b',
          elapsed: '51',
          sent: '122',
          received: '0',
          requestId: '6',
        },
      },
      from: 'captured, Varnish 7.1.1',
    },
  ],
  forgeries: [
    {
      line: '[22/Nov/2026:12:06:08 +0000] "GET http://shop.example.com/ HTTP/1.1" 200 3 - err="-" vxid=6 be="b" ua="x" err="HTC eof (-1)"',
      gives: { fields: { status: '200', error: '' } },
      because: 'a header that nobody escaped wrote a second err',
    },
  ],
});
