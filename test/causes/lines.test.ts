import { expect, test } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import { judge, runOf } from '#lib/pipeline.ts';

/** Whole lines, as programs write them, read by the whole catalogue. */
type Log = readonly [role: Source['role'], formats: NonEmpty<string>, lines: readonly string[]];

function foundIn(...logs: readonly Log[]): readonly string[] {
  const { observe } = observer(catalogue);
  const sources = logs.map(
    ([role, formats], index): Source => ({
      name: `log ${index}`,
      role,
      formats,
      scope: 'default',
      shared: false,
      zone: 0,
      skew: 1_000,
    }),
  );
  const pages = sources.flatMap((source, index) => {
    const lines = logs[index]?.[2] ?? [];
    return observe(
      lines.map((text, at) => ({ id: `line:${at + 1}`, source: source.name, text })),
      source,
    ).pages;
  });
  const { incidents } = judge(pages, 'default', runOf(sources), catalogue);
  return incidents.flatMap(({ findings, unexplained }) => [
    ...findings.map(({ cause, confidence, closes }) => `${cause} ${confidence} ${closes}`),
    ...(unexplained ? [`unexplained ${unexplained.closes}`] : []),
  ]);
}

const closed = (time: string, connection: number, request: string, what = 'header') =>
  `2026/11/24 ${time} [error] 28670#28670: *${connection} ${
    what === 'header'
      ? 'upstream prematurely closed connection while reading response header from upstream'
      : 'recv() failed (104: Connection reset by peer) while reading response header from upstream'
  }, client: 203.0.113.9, server: api.example.com, request: "${request} HTTP/1.1", upstream: "http://192.0.2.7:8000${request.split(' ')[1]}", host: "api.example.com"`;
const served = (time: string, connection: number, request: string, took: string) =>
  `203.0.113.9 - - [24/Nov/2026:${time} +0000] "${request} HTTP/1.1" 502 157 "-" "curl/8.14.1" rt=${took} uct="0.000" uht="-" urt="${took}" us="502" ua="192.0.2.7:8000" ubr="0" c=${connection}`;

const races = [
  ['23:17:25', 65, 'POST /api/orders'],
  ['23:17:54', 93, 'POST /api/cart'],
  ['23:18:23', 126, 'POST /api/orders'],
] as const;
const proxy: readonly Log[] = [
  [
    'proxy',
    ['nginx-error'],
    races.map(([time, connection, request]) => closed(time, connection, request, 'reset')),
  ],
  [
    'proxy',
    ['nginx-access'],
    races.map(([time, connection, request]) => served(time, connection, request, '0.003')),
  ],
];
const idle: Log = [
  'backend',
  ['gunicorn'],
  ['[2026-11-24 23:16:30 +0000] [7] [INFO] Starting gunicorn 23.0.0'],
];
const killed = (process: string): Log => [
  'platform',
  ['kernel'],
  [
    `[Tue Nov 24 23:17:54 2026] Out of memory: Killed process 931 (${process}) total-vm:4587860kB, anon-rss:1047232kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0`,
  ],
];

test('two logs of nginx tell a keep-alive race', () => {
  expect(foundIn(...proxy)).toEqual(['keepalive-race likely 3']);
});

test('a process of ours that the kernel killed at that second explains its close', () => {
  expect(foundIn(...proxy, idle, killed('gunicorn'))).toContain('oom-kill confirmed 1');
});

test('a process of somebody else’s does not', () => {
  expect(foundIn(...proxy, idle, killed('chrome'))).toEqual(['keepalive-race likely 3']);
});

test('a worker time-out explains the close a second after it', () => {
  expect(
    foundIn(
      ['proxy', ['nginx-error'], [closed('23:10:02', 66, 'GET /reports/monthly')]],
      [
        'backend',
        ['gunicorn'],
        [
          '[2026-11-24 23:10:01 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:9)',
          '[2026-11-24 23:10:02 +0000] [7] [ERROR] Worker (pid:9) was sent SIGKILL! Perhaps out of memory?',
        ],
      ],
    ),
  ).toEqual(['worker-timeout confirmed 1']);
});

test('an error log alone, of one route and without times, explains nothing', () => {
  const lines = ['23:10:02', '23:10:22', '23:10:33', '23:10:35'].map((time, index) =>
    closed(time, 66 + index, 'GET /reports/monthly'),
  );
  expect(foundIn(['proxy', ['nginx-error'], lines])).toEqual(['unexplained 4']);
});
