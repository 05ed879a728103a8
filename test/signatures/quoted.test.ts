import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import type { Source } from '#lib/model/record.ts';
import type { Strength } from '#lib/model/signature.ts';

const source: Source = {
  name: 'app',
  role: 'backend',
  formats: ['node-json', 'app-json', 'logfmt', 'leading-time', 'plain'],
  scope: 'default',
  shared: false,
  zone: 0,
  skew: 0,
};
const observe = observer(catalogue);
const saidBy = (text: string): readonly string[] => {
  const event = observe.read({ id: 'line:1', source: source.name, text }, source);
  return event ? observe.match(event).map(({ fact }) => fact.signature) : [];
};
const strongest = (id: string): readonly Strength[] =>
  catalogue.signatures
    .filter((signature) => signature.id === id)
    .flatMap((signature) =>
      signature.role === 'clue' ? signature.points.map(({ strength }) => strength) : [],
    );

const quoted = catalogue.signatures.flatMap(({ id, bare, formats, samples }) =>
  bare
    ? samples
        .filter(({ format = formats[0] }) => format === 'plain')
        .map(({ line }) => [id, line.trim(), formats] as const)
    : [],
);

describe('what a runtime writes bare', () => {
  it.each(quoted)('%s, quoted by a program with a level: %s', (id, line) => {
    for (const text of [
      JSON.stringify({ level: 'error', time: 1_795_348_486_149, msg: line }),
      JSON.stringify({ level: 50, time: 1_795_348_486_149, pid: 17, hostname: 'api-1', msg: line }),
      JSON.stringify({ logger: 'orders.jobs', timestamp: '2026-11-22T12:00:00Z', message: line }),
      `time=2026-11-22T12:00:00Z level=ERROR msg=${JSON.stringify(line)}`,
      `2026-11-22 12:00:00,120 ERROR ${line}`,
      `2026-11-22 12:00:00,120 - orders.jobs - ERROR - ${line}`,
    ])
      expect(saidBy(text), text).not.toContain(id);
  });

  it.each(quoted.filter(([, , formats]) => formats.includes('app-json')))(
    '%s, in the JSON of a collector: %s',
    (id, line) => {
      expect(saidBy(JSON.stringify({ time: '2026-11-22T12:00:00Z', message: line }))).toContain(id);
    },
  );
});

/** What any application may write about what it calls, what it runs and what it caught. */
const ordinary = [
  // A client chose a value that holds the name of a logger.
  '{"level":"error","time":"2026-11-22T12:00:00Z","message":"Exception in worker process","url":"/?q=gunicorn.error"}',
  '{"level":"info","time":"2026-11-22T12:00:00Z","message":"Shutting down","ua":"uvicorn.error"}',
  '{"level":"warn","time":"2026-11-22T12:00:00Z","message":"2 thread(s) still running","job":"waitress-warmup"}',
  '{"level":"error","time":"2026-11-22T12:00:00Z","message":"pid 123 SIGSEGV (signal 11)","ua":"\\"subject\\":\\"Async::Container\\""}',
  '2026/11/22 12:26:05 panic: boom',
  '2026/11/22 12:26:05 Get "http://reports/shut?down=server": context deadline exceeded',
  '2026/11/22 12:26:05 flush on shutdown, tracer provider: context deadline exceeded',
  '2026-11-22 12:00:05,120 ERROR Too many connections',
  '2026-11-22 12:00:05,120 - sqlalchemy.pool - ERROR - Connection limit exceeded',
  '2026-11-22 12:00:05,120 INFO access denied by policy, closing connection to 192.0.2.7',
  '2026-11-22 12:00:05,120 - aiohttp.server - ERROR - Error handling request',
  '2026-11-22 12:00:05,120 - tornado.application - ERROR - Uncaught exception GET /pay (192.0.2.7)',
  '2026-11-22 12:00:05,120 INFO Shutting down',
  '2026-11-22 12:00:05,120 ERROR Unhandled exception in main loop',
  '2026-11-22 12:00:05,120 ERROR Exception in worker process',
  '2026-11-22 12:00:05,120 INFO Terminating ...',
  '2026-11-22 12:00:05,120 INFO Reloading in progress ...',
  '2026-11-22 12:00:05,120 ERROR job-1 exited with code 139',
  '2026-11-22 12:00:05,120 ERROR Request queue is full. Returning an error',
  '{"level":40,"time":1795348486149,"msg":"connection dropped, reconnecting to the broker"}',
  '{"level":"error","time":"2026-11-22T12:00:05Z","msg":"pid 4711 SIGSEGV (signal 11) (core dumped)"}',
  'pid 4711 exit 1',
  'exited with code 1',
  'Shutting down',
  'Exceeded concurrency limit.',
  'Process terminated. Exit code 1',
  "  code: 'HPE_INVALID_CONSTANT',",
  "  code: 'HPE_INVALID_HEADER_TOKEN',",
  'Caused by: java.util.concurrent.TimeoutException: Idle timeout expired: 30000/30000 ms',
  '2026-11-22T12:00:00.123456Z ERROR shop::rates: error sending request for url (https://api.example.com/): client error (SendRequest): message head is too large',
];

describe('what any application may write', () => {
  it.each(ordinary)('names no cause by itself: %s', (line) => {
    const named = saidBy(line).filter((id) =>
      strongest(id).some((strength) => strength === 'decisive' || strength === 'strong'),
    );
    expect(named).toEqual([]);
  });
});
