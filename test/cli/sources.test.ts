import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '#functions/cli/anchor.ts';
import { pieceOf } from '#functions/cli/rotation.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { sniff } from '#lib/engine/sniff.ts';
import { eventTime } from '#lib/model/time.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { explained } from '#test/explained.ts';
import { folder, told } from './command.ts';
import { recorded, timeout } from './logs.ts';

const { path: cwd, put } = folder();

const verdictOf = (...files: readonly string[]): Promise<Verdict> => explained(cwd, files);

const iso = (ms: number) => new Date(ms).toISOString();
const linesOf = (log: string) => log.trimEnd().split('\n');
const pad = (n: number) => String(Math.floor(n)).padStart(2, '0');
const spoken = (minutes: number) =>
  `${minutes < 0 ? '-' : '+'}${pad(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`;

/** When each line of nginx's error log, written in UTC, was written. */
const nginxTime = (line: string) =>
  new Date(`${line.slice(0, 10).replaceAll('/', '-')}T${line.slice(11, 19)}Z`).getTime();
const inZone = (log: string, minutes: number) =>
  linesOf(log)
    .map((line) => {
      const local = iso(nginxTime(line) + minutes * 60_000);
      return `${local.slice(0, 10).replaceAll('-', '/')} ${local.slice(11, 19)}${line.slice(19)}`;
    })
    .join('\n');
const gunicornTime = (line: string) => new Date(`${line.slice(1, 11)}T${line.slice(12, 20)}Z`).getTime();

/** A log with each line in an envelope that was written a moment later. */
const wrapped = (log: string, utc: string, envelope: (line: string, at: number) => string) => {
  const times = linesOf(utc).map(utc.startsWith('[') ? gunicornTime : nginxTime);
  return linesOf(log)
    .map((line, index) => envelope(line, (times[index] ?? 0) + 312))
    .join('\n');
};
const envelopes: Readonly<Record<string, (line: string, at: number) => string>> = {
  CRI: (line, at) => `${iso(at).replace('Z', '456789Z')} stderr F ${line}`,
  Docker: (line, at) => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: iso(at) }),
  'the journal': (line, at) =>
    JSON.stringify({ __REALTIME_TIMESTAMP: `${at}000`, SYSLOG_IDENTIFIER: 'nginx', MESSAGE: line }),
  'docker logs --timestamps': (line, at) => `${iso(at).replace('Z', '456789Z')} ${line}`,
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** RFC 3164 has neither year nor zone: local time. */
const syslog = (tag: string, minutes: number) => (line: string, at: number) => {
  const local = new Date(at + minutes * 60_000);
  const day = String(local.getUTCDate()).padStart(2);
  return `${months[local.getUTCMonth()]} ${day} ${iso(local.getTime()).slice(11, 19)} web1 ${tag}: ${line}`;
};

put('backend.log', timeout.backend);
put('error.log', timeout.proxy);
put('access.log', timeout.access);

describe('the zone of times that say none', () => {
  const zones = [-480, -300, 60, 330, 765];

  describe.each(Object.keys(envelopes))('inside %s', (name) => {
    it.each(zones)('%i minutes east', async (minutes) => {
      const envelope = envelopes[name] ?? String;
      const file = put('enveloped.log', wrapped(inZone(timeout.proxy, minutes), timeout.proxy, envelope));
      const verdict = await verdictOf(file, 'backend.log');
      expect(told(verdict)).toEqual(timeout.told);
      expect(verdict.read.sources[0]?.zone).toEqual({ offset: spoken(minutes), how: 'inferred' });
      expect(verdict.incidents[0]?.start).toBe('2026-11-24T23:10:02.000Z');
      const alone = await verdictOf(file);
      expect(alone.incidents[0]?.start).toBe('2026-11-24T23:10:02.000Z');
    });
  });

  it.each(zones)('of syslog around lines that say theirs, %i minutes east', async (minutes) => {
    const backend = put(
      'syslog.log',
      wrapped(timeout.backend, timeout.backend, syslog('gunicorn[10295]', minutes)),
    );
    const verdict = await verdictOf('error.log', backend);
    expect(told(verdict)).toEqual(timeout.told);
    expect(verdict.read.sources[1]?.zone.offset).toBe(spoken(minutes));
  });

  it.each(zones)('from another log’s events, %i minutes east', async (minutes) => {
    const file = put('local.log', inZone(timeout.proxy, minutes));
    const verdict = await verdictOf(file, 'backend.log');
    expect(told(verdict)).toEqual(timeout.told);
    expect(verdict.read.sources[0]?.zone).toEqual({ offset: spoken(minutes), how: 'inferred' });
  });

  it.each(zones)('from zoned neighbours in the same file, %i minutes east', async (minutes) => {
    const access = linesOf(recorded('zone-shift-access', 'nginx-access.log'));
    const clock = (line: string) =>
      new Date(line.replace(/^.*\[(\d\d)\/(\w+)\/(\d+):([\d:]+) (\S+)\].*$/, '$1 $2 $3 $4 $5')).getTime();
    const error = linesOf(recorded('zone-shift-access', 'nginx-error.log')).map((line) => ({
      line,
      at: nginxTime(line) - 3_600_000,
    }));
    const merged = [
      ...access.map((line) => ({ line, at: clock(line) })),
      ...error.map(({ line, at }) => ({
        at,
        line: `${inZone(iso(at).replace(/^(\d+)-(\d+)-(\d+)T([\d:]+).*/, '$1/$2/$3 $4') + line.slice(19), minutes)}`,
      })),
    ].sort((a, b) => a.at - b.at);
    const file = put('stdout.log', merged.map(({ line }) => line).join('\n'));
    const verdict = await verdictOf(file);
    expect(verdict.read.sources[0]?.zone).toEqual({ offset: spoken(minutes), how: 'inferred' });
    expect(verdict.incidents[0]?.start).toMatch(/^2026-11-24T23:33:1[67]/);
    expect(verdict.summary.closes).toBe(4);
  });

  it('is one for all pieces of a rotated log, though only one of them shows it', async () => {
    const [first = '', ...rest] = linesOf(inZone(timeout.proxy, 60));
    const old = first.replace('2026/11/25', '2026/11/20');
    const files = [
      put('shop-error.log', rest.join('\n')),
      put('shop-error.log.1', first),
      put('shop-error.log.2.gz', gzipSync(old)),
    ];
    const { read, summary } = await verdictOf(...files, 'backend.log');
    expect(read.sources.slice(0, 3).map(({ zone }) => zone.offset)).toEqual(['+01:00', '+01:00', '+01:00']);
    expect(summary.closes).toBe(5);
  });

  it('is assumed to be UTC, and that is said, where nothing tells', async () => {
    const { read } = await verdictOf(
      'error.log',
      put('old.log', timeout.backend.replaceAll('2026-11-24', '2019-01-01')),
    );
    expect(read.sources[0]?.zone).toEqual({ offset: '+00:00', how: 'assumed' });
    expect(read.warnings.join()).toContain(
      'error.log: the times carry no zone and nothing tells it, so UTC was assumed',
    );
  });

  it('is not guessed from a busy log that meets every offset', async () => {
    const storm = Array.from(
      { length: 7_200 },
      (_, i) =>
        `[${iso(eventTime(1_795_500_000_000 + i * 1_000))
          .slice(0, 19)
          .replace('T', ' ')} +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:${i})`,
    );
    const { read } = await verdictOf(
      put('late.log', inZone(timeout.proxy, 0)),
      put('storm.log', storm.join('\n')),
    );
    expect(read.sources[0]?.zone).toEqual({ offset: '+00:00', how: 'assumed' });
  });
});

describe('a missing year', () => {
  const kernel = recorded('gunicorn-oom', 'dmesg.log');
  const story = ['oom-error.log', 'oom-gunicorn.log'];
  put('oom-error.log', recorded('gunicorn-oom', 'nginx-error.log'));
  put('oom-gunicorn.log', recorded('gunicorn-oom', 'gunicorn.log'));

  it('comes from the dated logs of the run', async () => {
    const before = await verdictOf(...story);
    const start = new Date(before.incidents[0]?.start ?? '').getTime();
    const file = put(
      'messages',
      linesOf(kernel)
        .map((line) => syslog('kernel', 0)(line, start - 200))
        .join('\n'),
    );
    const { read } = await verdictOf(file, ...story);
    expect(read.sources[0]?.first).toMatch(/^2026-11-24T/);
  });

  it('is none where no log has one', async () => {
    const at = new Date('2031-11-24T23:10:02Z').getTime();
    const { read } = await verdictOf(
      put(
        'messages',
        [syslog('kernel', 0)('eth0: link up', at), syslog('kernel', 0)('eth0: link down', at + 1_000)].join(
          '\n',
        ),
      ),
    );
    expect([read.sources[0]?.first, read.sources[0]?.last]).toEqual(['23:10:02.000', '23:10:03.000']);
    expect(read.warnings.join()).toContain('No line says the year, so the answer has times of day');
  });

  it('turns at New Year, in one file and over rotated ones', () => {
    const eve = new Date('2030-12-31T23:59:59Z').getTime();
    const log = (...moments: readonly number[]) =>
      moments.map((at) => syslog('kernel', 0)('eth0: link up', at));
    const anchor = (files: Readonly<Record<string, readonly string[]>>) =>
      anchorOf(
        Object.entries(files).flatMap(([name, lines]) => {
          const sniffed = sniff(lines, catalogue);
          return sniffed ? [{ input: { name, path: name, bytes: 1 }, sniffed, piece: pieceOf(name) }] : [];
        }),
      );
    const turn = new Date('1972-01-01T00:00:00Z').getTime();
    expect(anchor({ 'kern.log': log(eve, eve + 2_000) })).toBe(turn);
    expect(anchor({ 'kern.log': log(eve + 2_000), 'kern.log.1': log(eve) })).toBe(turn);
    expect(anchor({ 'kern.log': log(eve + 2_000), 'other.log': log(eve) })).toBe(undefined);
    expect(anchor({ 'kern.log': log(eve - 2_000, eve) })).toBe(undefined);
  });
});

describe('several programs in one file', () => {
  const interleaved = (label: (who: 'proxy' | 'backend', line: string) => string) =>
    [
      ...linesOf(timeout.proxy).map((line) => ({ at: nginxTime(line), line: label('proxy', line) })),
      ...linesOf(timeout.backend).map((line) => ({ at: gunicornTime(line), line: label('backend', line) })),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line)
      .join('\n');

  it.each<[string, (who: 'proxy' | 'backend', line: string) => string]>([
    ['docker compose logs', (who, line) => `${who === 'proxy' ? 'nginx-1' : 'api-1  '}  | ${line}`],
    ['kubectl logs --prefix', (who, line) => `[pod/shop-6d4b75cb6d-hm8zq/${who}] ${line}`],
    [
      'journalctl -o json',
      (who, line) =>
        JSON.stringify({
          __REALTIME_TIMESTAMP: `${(line.startsWith('[') ? gunicornTime : nginxTime)(line)}000`,
          _SYSTEMD_UNIT: `${who}.service`,
          MESSAGE: line,
        }),
    ],
    ['nothing', (_, line) => line],
  ])('told apart by %s', async (name, label) => {
    const { read, ...verdict } = await verdictOf(put('all.log', interleaved(label)));
    expect([name, told({ read, ...verdict })]).toEqual([name, timeout.told]);
    expect(read.warnings).toEqual([]);
  });
});

describe('the role of a source', () => {
  const roleOf = async (log: string) => (await verdictOf(put('role.log', log))).read.sources[0]?.role;

  it('is the proxy’s for what nginx writes', async () => {
    expect(await roleOf(timeout.access)).toBe('proxy');
    expect(await roleOf(timeout.proxy)).toBe('proxy');
    expect(await roleOf(recorded('enveloped-docker', 'nginx.log'))).toBe('proxy');
    expect(
      await roleOf(
        '203.0.113.5 - - [22/Nov/2026:11:54:05 +0000] "GET / HTTP/1.1" 502 157 "-" "curl/8.14.1"\n',
      ),
    ).toBe('proxy');
  });

  it('is the backend’s for an application that logs requests too', async () => {
    expect(await roleOf(recorded('gunicorn-oom', 'gunicorn.log'))).toBe('backend');
    expect(await roleOf(recorded('enveloped-docker', 'api.log'))).toBe('backend');
    const pino = [502, 200, 499].map((status, i) =>
      JSON.stringify({
        level: 30,
        time: 1_795_563_257_303 + i,
        pid: 7,
        hostname: 'api',
        method: 'GET',
        url: '/',
        status,
        responseTime: 3,
        msg: 'request completed',
      }),
    );
    expect(await roleOf(pino.join('\n'))).toBe('backend');
    const winston = JSON.stringify({
      timestamp: '2026-11-22T11:54:05Z',
      level: 'info',
      message: 'GET /pay 502',
      status: 502,
      request: 'GET /pay HTTP/1.1',
      remote_addr: '192.0.2.9',
    });
    expect(await roleOf(winston)).toBe('backend');
    expect(await roleOf(recorded('uvicorn-truncated', 'uvicorn.log'))).toBe('backend');
  });

  it('keeps a backend’s own 502 from being taken for a close', async () => {
    const own = '127.0.0.1 - - [24/Nov/2026:23:10:05 +0000] "GET /pay HTTP/1.0" 502 12 "-" "curl/8.14.1"\n';
    const { summary } = await verdictOf('error.log', put('own.log', timeout.backend + own));
    expect(summary.closes).toBe(4);
  });

  it('is the kernel’s platform', async () => {
    expect(await roleOf(recorded('gunicorn-oom', 'dmesg.log'))).toBe('platform');
  });
});

describe('the order of the arguments', () => {
  const permutations = <T>(list: readonly T[]): T[][] =>
    list.length < 2
      ? [[...list]]
      : list.flatMap((item, i) => permutations(list.toSpliced(i, 1)).map((rest) => [item, ...rest]));

  it.each(['two-causes', 'gunicorn-oom', 'zone-shift-access'])('does not matter: %s', async (story) => {
    const names = [
      'nginx-error.log',
      'nginx-access.log',
      'gunicorn.log',
      ...(story === 'zone-shift-access' ? [] : ['dmesg.log']),
    ];
    for (const name of names) put(`${story}/${name}`, recorded(story, name));
    const seen = new Set<string>();
    for (const files of permutations(names.map((name) => `${story}/${name}`))) {
      const { incidents, lookalikes, read } = await verdictOf(...files);
      const sources = [...read.sources].sort((a, b) => (a.origin < b.origin ? -1 : 1));
      seen.add(JSON.stringify({ incidents, lookalikes, sources }));
    }
    expect(seen.size).toBe(1);
  });
});

describe('a file that says nothing that is known', () => {
  it('is not taken for the backend’s log: its silence rules nothing out', async () => {
    put('hdfs.log', '081109 203615 148 INFO dfs.DataNode: PacketResponder 1 for block blk_38 terminating\n');
    const { incidents, read } = await verdictOf('error.log', 'hdfs.log');
    const ruledOut = incidents.flatMap((incident) => incident.ruledOut.map(({ because }) => because));
    expect(ruledOut.filter((because) => because.includes('the backend’s log'))).toEqual([]);
    expect(read.warnings.join()).toContain('No backend log is among the files');
  });
});
