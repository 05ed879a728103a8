import { defineFormat } from '#lib/catalogue/define.ts';
import { combined } from '#lib/catalogue/define-combined.ts';
import type { Stamp } from '#lib/model/time.ts';

/** What only httpd appends, by the names that people give it: %D, %X, and the balancer's choice. After the user agent. */
const tail = /^ "(?:[^"\\]|\\.)*" "(?:[^"\\]|\\.)*"((?: [\w.-]+=(?:"(?:[^"\\]|\\.)*"|[^\s"]*))+)$/;
const pair = / ([\w.-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))/g;
const micros = /^(?:D|us|usec|usecs|micros|microseconds|duration_us|time_us)$/;
const worker = /^([a-z]+):\/\/([^/\s]+)/;

const later = (stamp: Stamp, ms: number): Stamp => ({ ...stamp, wall: stamp.wall + ms });

/** Names and values; one that stands twice is not believed, since a value may be what a client sent. */
function pairsOf(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const twice = new Set<string>();
  for (const [, name = '', quoted, bare] of text.matchAll(pair)) {
    if (pairs.has(name)) twice.add(name);
    pairs.set(name, quoted ?? bare ?? '');
  }
  for (const name of twice) pairs.delete(name);
  return pairs;
}

export const apacheAccess = defineFormat({
  id: 'apache-access',
  title:
    'Apache httpd access log: combined with %D, %X or %{BALANCER_WORKER_NAME}e appended by name (D=, X=, worker=)',
  manual: 'https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats',
  kind: 'access',
  role: 'proxy',
  program: 'apache',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'start' },
  read(line) {
    // Cheap to refuse: every other log of this shape goes past here.
    if (!line.includes(' D=') && !line.includes(' X=') && !line.includes(' worker=') && !line.includes('us='))
      return undefined;
    const record = combined(line);
    const own = record && tail.exec(record.rest)?.[1];
    if (!record || own === undefined) return undefined;
    const pairs = pairsOf(own);
    const took = [...pairs].find(([name, value]) => micros.test(name) && /^\d+$/.test(value))?.[1];
    const peer = worker.exec(pairs.get('worker') ?? '');
    if (!/^[+X-]$/.test(pairs.get('X') ?? '') && peer === null && (took === undefined || !pairs.has('D')))
      return undefined;
    const ms = took === undefined ? 0 : Math.round(Number(took) / 1_000);
    const id = pairs.get('id') ?? pairs.get('unique_id');
    return {
      kind: 'line',
      stamp: later(record.stamp, ms),
      message: record.message,
      fields: {
        ...record.fields,
        ...(took === undefined ? {} : { request_time: (ms / 1_000).toFixed(3) }),
        ...(peer ? { upstream_addr: peer[2] ?? '', scheme: peer[1] ?? '' } : {}),
        ...(id && /^[\w@-]{24,28}$/.test(id) ? { request_id: id } : {}),
      },
    };
  },
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:02:30 +0000] "GET /hdr/pfin HTTP/1.1" 502 272 "-" "probe" D=152138 X=+ k=0 L=awLZ1qGz5KO3X5AIesL7MQAAAAc id=awLZ1qGz5KO3X5AIesL7MQAAAAc worker=-',
      gives: {
        at: '2026-11-22T12:02:30.152',
        message: 'GET /hdr/pfin HTTP/1.1',
        fields: {
          status: '502',
          request_time: '0.152',
          request_method: 'GET',
          request_target: '/hdr/pfin',
          remote_addr: '127.0.0.1',
          request_id: 'awLZ1qGz5KO3X5AIesL7MQAAAAc',
        },
      },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:03:01 +0000] "POST /pay HTTP/1.1" 502 381 "-" "curl/8.14.1" D=30005641 X=- worker=http://192.0.2.37:8080',
      gives: {
        at: '2026-11-22T12:03:31.006',
        fields: { upstream_addr: '192.0.2.37:8080', request_time: '30.006' },
      },
      from: 'rebuilt from the template, Apache httpd 2.4.71 mod_log_config.c',
    },
  ],
  forgeries: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:03:01 +0000] "GET / HTTP/1.1" 200 2 "-" "x\\" D=99000000 worker=http://203.0.113.9:80" D=5641 X=- worker=http://192.0.2.37:8080',
      gives: { fields: { status: '200', upstream_addr: '192.0.2.37:8080', request_time: '0.006' } },
      because: 'the user agent tried to close its quotes; httpd writes them as \\"',
    },
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:03:01 +0000] "GET / HTTP/1.1" 200 2 "-" "curl/8.14.1" xff=1 worker=http://203.0.113.9:80 D=5641 X=- worker=http://192.0.2.37:8080',
      gives: { fields: { status: '200', upstream_addr: '' } },
      because:
        'a header logged without quotes brought a name of its own; with two values neither is believed',
    },
  ],
});
