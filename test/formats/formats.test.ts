import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '#lib/catalogue/formats.ts';
import type { Fields } from '#lib/model/event.ts';
import type { Format, Reading } from '#lib/model/format.ts';
import { spent } from '#test/spent.ts';

const textOf = (reading: Reading): string => (reading.kind === 'envelope' ? reading.inner : reading.message);

/** The clock face as written, without a zone. */
const faceOf = (reading: Reading): string | undefined =>
  reading.stamp && new Date(reading.stamp.wall).toISOString().slice(0, -1);

/** The fields that a sample names; an empty one must be absent. */
const named = (fields: Fields, expected: Fields): Fields =>
  Object.fromEntries(Object.keys(expected).map((name) => [name, fields[name] ?? '']));

function readBy(format: Format, line: string): Reading {
  const reading = format.read(line);
  if (!reading) throw new Error(`${format.id} does not read: ${line}`);
  return reading;
}

describe('the list', () => {
  const ids = formats.map(({ id }) => id);

  test('has every file of lib/formats once, under its own name', () => {
    const files = readdirSync(new URL('../../lib/formats', import.meta.url))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -3));
    expect([...ids].sort()).toEqual(files.sort());
  });

  test('has the general text last', () => {
    expect(ids.slice(-4)).toEqual(['app-json', 'logfmt', 'leading-time', 'plain']);
    const kinds = formats.map(({ kind }) => kind === 'envelope');
    expect(kinds.lastIndexOf(true)).toBeLessThan(kinds.indexOf(false));
  });
});

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  test.each(format.samples.map((sample) => [sample.line, sample] as const))('reads %s', (line, { gives }) => {
    const reading = readBy(format, line);
    if (gives.at !== undefined) expect(faceOf(reading)).toBe(gives.at);
    if (gives.message !== undefined) expect(reading).toMatchObject({ kind: 'line', message: gives.message });
    if (gives.inner !== undefined) expect(reading).toMatchObject({ kind: 'envelope', inner: gives.inner });
    if (gives.fields) expect(named(reading.fields, gives.fields)).toEqual(gives.fields);
  });

  test.each(format.forgeries.map((forgery) => [forgery.because, forgery] as const))(
    'believes no forgery: %s',
    (_, { line, gives }) => {
      const reading = readBy(format, line);
      if (gives.message !== undefined) expect(textOf(reading)).toBe(gives.message);
      expect(named(reading.fields, gives.fields)).toEqual(gives.fields);
    },
  );

  test('is the first to read its samples and forgeries', () => {
    const first = (line: string) => formats.find((each) => each.read(line) !== undefined)?.id;
    for (const { line } of [...format.samples, ...format.forgeries])
      expect([line, first(line)]).toEqual([line, id]);
  });

  test('declares the kind that it gives, and the clock that its samples have', () => {
    for (const { line } of format.samples) {
      const reading = readBy(format, line);
      expect(reading.kind).toBe(format.kind === 'envelope' ? 'envelope' : 'line');
      if (format.clock.stamps === 'none') expect(reading.stamp).toBeUndefined();
      if (reading.stamp && format.clock.zone === 'in-line') expect(reading.stamp.zone).toBeTypeOf('number');
    }
    if (format.kind === 'envelope') expect(format.role).toBeUndefined();
  });

  test('hands an inner line to a format behind it', () => {
    if (format.kind !== 'envelope') return;
    const behind = formats.slice(formats.indexOf(format) + 1);
    for (const { line } of format.samples) {
      const inner = textOf(readBy(format, line));
      if (inner !== '') expect([inner, behind.some((each) => each.read(inner))]).toEqual([inner, true]);
    }
  });
});

describe('an inner line', () => {
  /** Formats, outermost first, and the words that are left; inner lines are for the formats behind the envelope. */
  function opened(line: string, among = formats): readonly string[] {
    const at = among.findIndex((format) => format.read(line) !== undefined);
    const format = among[at];
    if (!format) return [line];
    const reading = readBy(format, line);
    return reading.kind === 'line'
      ? [format.id, reading.message]
      : [format.id, ...opened(reading.inner, among.slice(at + 1))];
  }
  const kill = 'Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB';
  const timeout = '[2026-11-22 12:00:20 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:8)';

  test.each([
    [`Nov 22 12:00:20 web1 kernel: [ 2168.864117] ${kill}`, ['syslog', 'kernel', kill]],
    [`Nov 22 12:00:20 web1 kernel: ${kill}`, ['syslog', 'kernel', kill]],
    [
      'Nov 22 12:00:20 web1 kernel: Tasks state (memory values in pages):',
      ['syslog', 'plain', 'Tasks state (memory values in pages):'],
    ],
    [
      JSON.stringify({ __REALTIME_TIMESTAMP: '1795348820864117', MESSAGE: kill }),
      ['journald-json', 'kernel', kill],
    ],
    [
      `web-1  | 2026-11-22T12:00:20.123456789Z ${timeout}`,
      ['compose', 'stamped-line', 'gunicorn', 'WORKER TIMEOUT (pid:8)'],
    ],
    [`[pod/api-0/api] ${timeout}`, ['kubectl-prefix', 'gunicorn', 'WORKER TIMEOUT (pid:8)']],
    [
      `2026-11-22T12:00:20.123Z Nov 22 12:00:20 web1 api[7]: ${timeout}`,
      ['stamped-line', 'syslog', 'gunicorn', 'WORKER TIMEOUT (pid:8)'],
    ],
    [
      `2026-11-22T12:00:20.123Z ${JSON.stringify({ log: timeout, stream: 'stderr', kubernetes: { pod_name: 'api-0' } })}`,
      ['stamped-line', 'fluent-bit', 'gunicorn', 'WORKER TIMEOUT (pid:8)'],
    ],
    [
      JSON.stringify({
        timestamp: 1795348820123,
        ingestionTime: 1795348821000,
        message: JSON.stringify({
          log: `2026-11-22T12:00:20.123456789Z stderr F ${timeout}`,
          kubernetes: {},
        }),
      }),
      ['cloudwatch-event', 'fluent-bit', 'cri', 'gunicorn', 'WORKER TIMEOUT (pid:8)'],
    ],
    [
      JSON.stringify({ level: 'info', message: timeout, timestamp: '2026-11-22T12:00:20Z' }),
      ['shipped-json', 'gunicorn', 'WORKER TIMEOUT (pid:8)'],
    ],
    [
      JSON.stringify({
        log: '{"level":50,"time":1795348820123,"msg":"boom"}\n',
        stream: 'stdout',
        time: '2026-11-22T12:00:20.1Z',
      }),
      ['docker-json', 'app-json', 'boom'],
    ],
  ])('of %s', (line, expected) => {
    expect(opened(line)).toEqual(expected);
  });
});

describe('a line of another kind is not taken for', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['syslog', 'Nov 22 12:00:00 ERROR database: connection failed', 'a level is no host'],
    [
      'syslog',
      'Nov 22 12:00:00 panic: boom',
      'words that end in a colon are no tag when no host stands before them',
    ],
    ['syslog', '2026-11-22T12:00:00Z server http: Accept error', 'a program that writes UTC, not a logger'],
    [
      'syslog',
      '2026-11-22T12:00:20,864117+00:00 nf_conntrack: nf_conntrack: table full',
      'dmesg has a comma',
    ],
    ['stamped-line', '2026-11-22T12:00:00.123Z ERROR worker died', "the program's own time"],
    ['stamped-line', '2026-11-22T12:00:00.123456789Z stderr F message', 'a CRI line'],
    [
      'cloudwatch-tail',
      '2026-11-22T12:00:20.123456+00:00 web1 gunicorn[7]: message',
      'rsyslog has microseconds',
    ],
    [
      'cloudwatch-tail',
      '2026-11-22T12:00:20.123000+00:00 web1 gunicorn[7]: message',
      'rsyslog, at a round millisecond',
    ],
    ['cloudwatch-insights', '2026-11-22 12:00:00.123,ERROR,app,message', 'some other CSV'],
    ['compose', 'name | value', 'a table'],
    ['compose', 'INFO  | message', 'a level'],
    [
      'docker-json',
      '{"log":"x","stream":"stdout","kubernetes":{"pod_name":"api-0"}}',
      "a collector's record",
    ],
    [
      'cloudwatch-event',
      '{"id":"42","timestamp":1795348486149,"message":"x","level":"info"}',
      "an application's record",
    ],
    ['fluent-bit', '{"level":"info","message":"x","source":"api"}', "an application's record"],
    ['uvicorn', 'INFO: Starting ProtocolHandler', 'java.util.logging does not pad'],
    ['uwsgi', '*** stack smashing detected ***: terminated', 'the C library'],
    ['php-fpm', '[WARNING]  (123) : config', 'HAProxy'],
    ['kernel', '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] x', 'Apache httpd 2.2'],
    [
      'app-json',
      '{"metadata":{"name":"x"},"message":"Stopping container api","type":"Normal"}',
      'neither a time nor a level',
    ],
    [
      'nginx-json',
      '{"timestamp":"2026-11-22T12:00:05.123456+0000","flow_id":1,"event_type":"http","src_ip":"192.0.2.9","dest_ip":"192.0.2.37","http":{"hostname":"shop.example.com","url":"/x","http_user_agent":"x","http_method":"GET","protocol":"HTTP/1.1","status":502,"length":10}}',
      'Suricata, which only watched',
    ],
    [
      'nginx-json',
      '{"ts":1795349318.097,"uid":"CHhAvVGS1DHFjwGM9","id.orig_h":"192.0.2.9","id.resp_h":"192.0.2.37","method":"GET","host":"shop.example.com","uri":"/x","status_code":502}',
      'Zeek, which only watched',
    ],
    [
      'nginx-json',
      '{"ts":1795349318.097,"method":"GET","host":"shop.example.com","uri":"/x","status":502}',
      'who answers knows more of a request',
    ],
    [
      'apache-error',
      '[Sun Nov 22 12:40:26 2026] [error] [client 192.0.2.9] File does not exist: /srv/proxy: x',
      'not of mod_proxy',
    ],
    ['uwsgi', 'Sun Nov 22 12:00:05 2026 - something else happened', 'any program may write such a date'],
    [
      'logfmt',
      'time=2026-11-22T12:00:05Z host=fw CEF:0|Example|Firewall|1|100|denied|5|src=192.0.2.9 msg=denied severity=5',
      'a record of a security product',
    ],
    ['logfmt', 'at=error code=H13 desc="Connection closed without response" method=GET', 'no message'],
    [
      'leading-time',
      '192.0.2.1 - - [22/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5',
      'an address comes first',
    ],
    ['leading-time', '2026-13-45 12:00:00 message', 'no such day'],
    ['plain', '   ', 'nothing'],
    ['plain', '\u0000\u0001\u0002\ufffdELF\u0001\u0002', 'binary'],
  ];
  test.each(refused)('%s: %s', (id, line) => {
    const format = formats.find((each) => each.id === id);
    expect(format?.read(line)).toBeUndefined();
  });
});

describe('leading-time takes off', () => {
  const format = formats.find(({ id }) => id === 'leading-time');
  test.each([
    ['2026-11-22 12:00:00.123 | ERROR    | app.main:handle:42 - boom', 'boom'],
    ['2026-11-22 12:00:00.1234|ERROR|App.Main|boom', 'boom'],
    ['2026-11-22T12:00:00.000Z\tERROR\tapi\tmain.go:12\tboom', 'api\tmain.go:12\tboom'],
    ['2026-11-22T12:00:00.000Z\tERROR\thttp.log.error\tboom', 'boom'],
    ['2026-11-22T12:00:00.123456Z ERROR hyper::server: boom', 'boom'],
    ['[2026-11-22T12:00:00Z ERROR app::main] boom', 'boom'],
    ['[12:00:00 ERR] boom', 'boom'],
    ['[2026-11-22 12:00:00] production.ERROR: boom', 'boom'],
    ['12:00:00,123 ERROR [io.undertow.request] (XNIO-1 task-1) UT005023: boom', 'UT005023: boom'],
    ['12:00:00.123 [main] INFO  com.example.App - boom', 'boom'],
    ['2026-11-22 12:00:00,123 ERROR [main] com.example.App - boom', 'boom'],
    ['2026-11-22 12:00:00,123 12 ERROR db odoo.http: boom', 'db odoo.http: boom'],
    ['2026-11-22 12:00:00 error: boom', 'boom'],
    ['2026-11-22 12:00:00 [info]: boom', 'boom'],
    ['2026/11/22 12:00:00 main.go:23: boom', 'boom'],
    ['[2026-11-22 12:00:00.123][1][warning][http] [source/common/http/x.cc:123] boom', 'boom'],
    ['2026-11-22 12:00:00,123 ERROR django.request: boom', 'boom'],
    [
      '2022-06-15 08:47:25.917  INFO 1 --- [ionShutdownHook] o.s.b.w.e.tomcat.GracefulShutdown        : boom',
      'boom',
    ],
    ['22/Nov/2026:12:00:00 +0000 boom', 'boom'],
    ['Nov 22, 2026 12:24:16 PM boom', 'boom'],
  ])('the head of %s', (line, message) => {
    expect(format?.read(line)).toMatchObject({ message });
  });

  test.each([
    ['2026-11-22 12:00:00 FATAL ERROR: Reached heap limit', 'FATAL ERROR: Reached heap limit'],
    ['2026-11-22 12:00:00 error: Uncaught Error: boom', 'error: Uncaught Error: boom'],
    ['2026-11-22 12:00:00 panic: boom', 'panic: boom'],
    ['2026-11-22 12:00:00 fatal error: out of memory', 'fatal error: out of memory'],
    [
      '2026-11-22 12:00:00 ERROR java.lang.OutOfMemoryError: Java heap space',
      'java.lang.OutOfMemoryError: Java heap space',
    ],
    ['2026-11-22 12:00:00 ERROR http: Accept error', 'http: Accept error'],
    [
      "2026-11-22 12:00:00 WARN killing 'stubborn' (29288) with SIGKILL",
      "killing 'stubborn' (29288) with SIGKILL",
    ],
    ['2026-11-22 12:00:00 WARN [Client 1-2] Sending 502 response', '[Client 1-2] Sending 502 response'],
    ['2026-11-22 12:00:00 WARN [pool www] child 7 exited', '[pool www] child 7 exited'],
    ['2026-11-22 12:00:00 [pid: 7|app: 0|req: 1/1] 127.0.0.1', '[pid: 7|app: 0|req: 1/1] 127.0.0.1'],
  ])('only the time and level of %s', (line, message) => {
    expect(format?.read(line)).toMatchObject({ message });
  });
});

describe('app-json reads a time written as', () => {
  const format = formats.find(({ id }) => id === 'app-json');
  test.each([
    ['1795348486', '2026-11-22T11:54:46.000', 1_000],
    ['1795348486.149', '2026-11-22T11:54:46.149', 1],
    ['1795348486149', '2026-11-22T11:54:46.149', 1],
    ['1795348486149000', '2026-11-22T11:54:46.149', 1],
    ['1795348486149000000', '2026-11-22T11:54:46.149', 1],
    ['"1795348486.149"', '2026-11-22T11:54:46.149', 1],
    ['"2026-11-22T12:54:46.149+01:00"', '2026-11-22T12:54:46.149', 1],
    ['"2026-11-22 11:54:46,149"', '2026-11-22T11:54:46.149', 1],
    ['"2026/11/22 11:54:46"', '2026-11-22T11:54:46.000', 1_000],
    ['0.5,"timestamp":1795348486149', '2026-11-22T11:54:46.149', 1],
  ])('%s', (time, face, resolution) => {
    const reading = format?.read(`{"msg":"x","time":${time}}`);
    expect(reading && faceOf(reading)).toBe(face);
    expect(reading?.stamp?.resolution).toBe(resolution);
  });

  test('keeps what went wrong beside the message', () => {
    const errorOf = (json: string) => format?.read(`{"level":"error","msg":"x",${json}}`)?.fields['error'];
    expect(errorOf('"error":"EOF","stacktrace":"main.main\\n\\tmain.go:1"')).toBe(
      'EOF\nmain.main\n\tmain.go:1',
    );
    expect(errorOf('"err":{"message":"boom","stack":"Error: boom\\n    at f"}')).toBe(
      'Error: boom\n    at f',
    );
    expect(errorOf('"exc_info":true,"exception":"ValueError: boom"')).toBe('ValueError: boom');
    expect(errorOf('"stackTrace":["at a","at b"],"errorMessage":"boom"')).toBe('boom\nat a\nat b');
  });
});

describe('whatever the line', () => {
  const lines = formats.flatMap(({ samples, forgeries }) =>
    [...samples, ...forgeries].map(({ line }) => line),
  );
  /** A sample with a piece cut out and something else put in. */
  const mutated = fc
    .tuple(fc.constantFrom(...lines), fc.nat(), fc.nat(40), fc.string({ unit: 'binary' }))
    .map(([line, from, length, put]) => {
      const at = from % (line.length + 1);
      return line.slice(0, at) + put + line.slice(at + length);
    });
  const anything = fc.oneof(
    mutated,
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.string({ unit: 'grapheme' }),
  );

  test('no format throws, and every time is a number', () => {
    fc.assert(
      fc.property(anything, (line) => {
        for (const { read } of formats) {
          const reading = read(line);
          if (reading?.stamp) expect(Math.abs(reading.stamp.wall)).toBeLessThan(8.64e15);
          for (const value of Object.values(reading?.fields ?? {})) expect(value).toBeTypeOf('string');
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('the same line is read the same way twice', () => {
    fc.assert(
      fc.property(anything, (line) => {
        for (const { read } of formats) expect(read(line)).toEqual(read(line));
      }),
      { numRuns: 500 },
    );
  });

  test('lines that print are read by some format', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (line) => {
        expect(formats.some(({ read }) => read(line))).toBe(line.trim() !== '');
      }),
    );
  });
});

describe('the time taken grows with the line', () => {
  // What a greedy part may swallow, what opens or closes something, and heads that repeat.
  const pieces = (
    ' |a|0|"|\\|\\"|[|]|[a]|(|{|:|: |\t|=|a="|a=b |/|.|a.|::a|, upstream: "| {1 vars in 1 bytes} [|\n|{"a":|-|' +
    '12:00:00 |ERROR |[pid 1]'
  ).split('|');
  const kilobyte = 1_024;

  const quickest = (read: () => unknown): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 5; run++) {
      const start = spent();
      read();
      best = Math.min(best, spent() - start);
    }
    return best;
  };

  /** Sixteen times the length: sixteen times the time is linear, two hundred and fifty-six is quadratic. */
  function slow(read: (line: string) => unknown, grown: (length: number) => string): boolean {
    const large = grown(64 * kilobyte);
    const start = spent();
    read(large);
    if (spent() - start < 5) return false;
    const small = grown(4 * kilobyte);
    const allowed =
      64 *
      Math.max(
        0.05,
        quickest(() => read(small)),
      );
    return quickest(() => read(large)) > allowed;
  }

  /** The first line that a reader is slow on. */
  function slowOn(read: (line: string) => unknown, lines: readonly string[]): string | undefined {
    for (const line of lines)
      for (const cut of [0, 0.1, 0.3, 0.6, 1])
        for (const piece of [...pieces, '|', ' | '])
          for (const tail of ['', '\u0001']) {
            const head = line.slice(0, Math.ceil(line.length * cut));
            const grown = (length: number) => head + piece.repeat(Math.ceil(length / piece.length)) + tail;
            // A collection of garbage may fall into one measurement, and not into three.
            if ([1, 2, 3].every(() => slow(read, grown))) return head + piece + tail;
          }
    return undefined;
  }

  test.each(formats.map((format) => [format.id, format] as const))('%s', (_, format) => {
    const lines = [...format.samples, ...format.forgeries].map(({ line }) => line);
    expect(slowOn(format.read, lines)).toBeUndefined();
  });

  test('and a reader that takes quadratic time is found out', () => {
    let steps = 0;
    const pairs = ({ length }: string) => {
      for (let i = 0; i < length; i += 8) for (let j = 0; j < i; j += 16) steps++;
    };
    expect(slowOn(pairs, ['a line'])).toBeDefined();
    expect(steps).toBeGreaterThan(0);
  });
});
