import { defineFormat } from '#lib/catalogue/define.ts';
import { present } from '#lib/catalogue/define-json.ts';
import { epochStamp } from '#lib/model/time.ts';

// Blanks in a URL are written as %20, so each column is one word.
const record =
  /^(\d{10}\.\d{3}) +(\d+) (\S+) ((?:TCP|UDP|NONE)[A-Z_]*)\/(\d{3}) (\d+) ([A-Z][A-Z_-]{0,19}) (\S+) (.+)$/;
const native = /^\S+ ([A-Z_0-9]+)\/(\S+) \S+$/;
const pair = /(?:^| )([a-z_]{1,20})=(\S*)/g;
const url = /^(?:([a-z]+):\/\/)?([^/?\s]*)(\/\S*)?$/;

/** Columns with names, as in a `logformat` of one's own; one that stands twice is not believed. */
function pairsOf(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const twice = new Set<string>();
  for (const [, name = '', value = ''] of text.matchAll(pair)) {
    if (pairs.has(name)) twice.add(name);
    pairs.set(name, value);
  }
  for (const name of twice) pairs.delete(name);
  return pairs;
}

export const squidAccess = defineFormat({
  id: 'squid-access',
  title: 'Squid access log: native, and native with err=%err_code and peer=%Sh/%<a by name',
  manual: 'https://www.squid-cache.org/Doc/config/logformat/',
  kind: 'access',
  role: 'proxy',
  program: 'squid',
  clock: { zone: 'in-line', resolution: 1, stamps: 'end' },
  read(line) {
    const r = record.exec(line);
    const stamp = r && epochStamp(Number(r[1]));
    if (!r || !stamp) return undefined;
    const rest = r[9] ?? '';
    const n = native.exec(rest);
    const pairs = n ? undefined : pairsOf(rest);
    const [hierarchy, peer] = n ? [n[1], n[2]] : (pairs?.get('peer') ?? '').split('/');
    if (!n && (pairs?.size ?? 0) === 0) return undefined;
    const address = url.exec(r[8] ?? '');
    const error = pairs?.get('err');
    return {
      kind: 'line',
      stamp,
      message: `${r[7]} ${r[8]}`,
      fields: present({
        elapsed: r[2],
        remote_addr: r[3],
        result: r[4],
        status: r[5],
        body_bytes_sent: r[6],
        request_method: r[7],
        request_target: address ? (address[3] ?? '/') : undefined,
        host: address?.[2],
        hierarchy,
        upstream_addr: peer === '-' ? undefined : peer,
        error,
        detail: pairs?.get('detail'),
      }),
    };
  },
  samples: [
    {
      line: '1795349318.097    103 127.0.0.1 TCP_MISS/502 3358 GET http://app.test/hdr/fin - FIRSTUP_PARENT/127.0.0.1 text/html',
      gives: {
        at: '2026-11-22T12:08:38.097',
        message: 'GET http://app.test/hdr/fin',
        fields: {
          status: '502',
          elapsed: '103',
          remote_addr: '127.0.0.1',
          request_target: '/hdr/fin',
          host: 'app.test',
          upstream_addr: '127.0.0.1',
          hierarchy: 'FIRSTUP_PARENT',
        },
      },
      from: 'captured, Squid 5.7',
    },
    {
      line: '1795349318.192     51 127.0.0.1 TCP_MISS/502 3458 GET http://app.test/hdr/rst err=ERR_READ_ERROR detail=WITH_SERVER dt=0 tt=51 peer=FIRSTUP_PARENT/127.0.0.1 lp=47176 mt=text/html',
      gives: { fields: { error: 'ERR_READ_ERROR', detail: 'WITH_SERVER', upstream_addr: '127.0.0.1' } },
      from: 'captured, Squid 5.7, with a logformat of its own',
    },
  ],
  forgeries: [
    {
      line: '1795349318.192     51 192.0.2.9 TCP_MISS/200 345 GET http://shop.example.com/?err=ERR_READ_ERROR&%20err=ERR_READ_ERROR err=- detail=- peer=FIRSTUP_PARENT/192.0.2.37 mt=text/html',
      gives: { fields: { status: '200', error: '-', upstream_addr: '192.0.2.37' } },
      because: 'the path names an error; a blank in it is written as %20, so it stays one column',
    },
    {
      line: '1795349318.192     51 192.0.2.9 TCP_MISS/200 345 GET http://shop.example.com/ ua=x err=ERR_READ_ERROR err=- peer=FIRSTUP_PARENT/192.0.2.37 mt=text/html',
      gives: { fields: { status: '200', error: '' } },
      because:
        'a header logged without quotes brought a name of its own; with two values neither is believed',
    },
  ],
});
