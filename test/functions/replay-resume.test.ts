import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Replay, replay } from '#functions/cli/replay.ts';
import { sniffedSources } from '#functions/cli/replay-sources.ts';
import { configure } from '#functions/config.ts';
import type { LogStore } from '#functions/ports.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { day, hour } from '#lib/model/time.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import type { Run } from '#lib/pipeline.ts';
import { eventOf, fakeClock, madeUpLogs } from './replay-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'closecall-resume-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const from = Date.UTC(2026, 10, 22);
const to = from + day;

function stamp(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10).replaceAll('-', '/')} ${iso.slice(11, 19)}`;
}
const nginx = (at: number, path: string): string =>
  `${stamp(at)} [error] 7#7: *${at % 9_973} upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.9, server: shop.example.com, request: "GET ${path} HTTP/1.1", upstream: "http://10.0.0.5:8000${path}", host: "shop.example.com"`;
const gunicorn = (at: number, pid: number): string =>
  `[${stamp(at).replaceAll('/', '-')} +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:${pid})`;

const closes = Array.from({ length: 60 }, (_, index) => from + index * 23 * 60_000 + 1_000);
const logs = {
  '/app/nginx': closes.map((at, index) => eventOf(index, at, nginx(at, `/orders/${index}`))),
  '/app/api': closes.map((at, index) => eventOf(index, at - 500, gunicorn(at - 1_000, index))),
};

function runOf(more: object = {}): Run {
  const read = configure(
    {
      sources: [
        { logGroup: '/app/nginx', role: 'proxy', formats: ['nginx-error'] },
        { logGroup: '/app/api', role: 'backend', formats: ['gunicorn'] },
      ],
      ...more,
    },
    catalogue,
  );
  if (read.kind === 'wrong') throw new Error(read.errors.join('\n'));
  return read.setup.run;
}

const asking = (store: LogStore, more: Partial<Replay> = {}): Promise<Verdict> =>
  replay({
    logs: store,
    clock: fakeClock(to),
    run: runOf(),
    stretch: { from, to },
    unfiltered: false,
    rate: undefined,
    resume: join(folder, 'state.jsonl'),
    ...more,
  });

const failsAfter = (calls: number): LogStore =>
  madeUpLogs(logs, {
    refuses: (_, call) => (call > calls ? { kind: 'credentials', why: 'the token has expired' } : undefined),
  });

describe('an interrupted replay', () => {
  const path = join(folder, 'state.jsonl');
  beforeEach(() => rmSync(path, { force: true }));

  it('goes on from where it was, comes to the same verdict, and leaves nothing behind', async () => {
    const whole = await asking(madeUpLogs(logs));
    expect(whole.summary.closes).toBe(60);
    expect(existsSync(path)).toBe(false);

    let asked = 0;
    for (const calls of [14, 9, 11]) {
      const store = failsAfter(calls);
      await expect(asking(store)).rejects.toThrow(
        /has expired.*aws sso login.*% of the window has been read/s,
      );
      asked += calls;
    }
    const rest = madeUpLogs(logs);
    expect(await asking(rest)).toEqual(whole);
    expect(rest.asks.length).toBeLessThan(48 - asked + 24);
    expect(existsSync(path)).toBe(false);
  });

  it('keeps what it read from others, and says how to go on', async () => {
    await expect(
      asking(failsAfter(20), { onward: 'closecall replay --since 2026-11-22T00:00:00.000Z' }),
    ).rejects.toThrow('Go on with:\n  closecall replay --since 2026-11-22T00:00:00.000Z');
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('goes on after a kill in the middle of a word', async () => {
    const whole = await asking(madeUpLogs(logs));
    await expect(asking(failsAfter(20))).rejects.toThrow();
    const kept = readFileSync(path, 'utf8');
    writeFileSync(path, kept.slice(0, -40));
    expect(await asking(madeUpLogs(logs))).toEqual(whole);
  });

  it('does not take what was kept for another question', async () => {
    await expect(asking(failsAfter(20))).rejects.toThrow();
    const others: Partial<Replay>[] = [
      { stretch: { from: from + 1, to } },
      { run: runOf({ settings: { 'gunicorn.timeout': '30s' } }) },
      { run: runOf({ timings: { gap: '5m' } }) },
      { unfiltered: true },
    ];
    for (const other of others)
      await expect(asking(madeUpLogs(logs), other)).rejects.toThrow('was left by a replay of other groups');
    writeFileSync(path, 'my notes\n');
    await expect(asking(madeUpLogs(logs))).rejects.toThrow('holds no unfinished replay');
    expect(readFileSync(path, 'utf8')).toBe('my notes\n');
  });

  it('says nothing of going on where nothing is read yet', async () => {
    await expect(asking(failsAfter(0))).rejects.toThrow(/^(?!.*has been read)/s);
    expect(existsSync(path)).toBe(false);
  });

  it('does without where nothing can be kept', async () => {
    const nowhere = join(folder, 'a file', 'state.jsonl');
    writeFileSync(join(folder, 'a file'), '');
    expect((await asking(madeUpLogs(logs), { resume: nowhere })).summary.closes).toBe(60);
    await expect(asking(failsAfter(20), { resume: nowhere })).rejects.toThrow(/^(?!.*has been read)/s);
  });

  it('keeps it in the cache folder unless it is told where', async () => {
    const before = process.env['XDG_CACHE_HOME'];
    process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
    try {
      await expect(asking(failsAfter(20), { resume: undefined })).rejects.toThrow('has been read');
      if (process.platform !== 'linux') return;
      expect(readdirSync(join(folder, 'cache', 'closecall'))).toEqual([
        expect.stringMatching(/^replay-[0-9a-f]{16}\.jsonl$/),
      ]);
      await asking(madeUpLogs(logs), { resume: undefined });
      expect(readdirSync(join(folder, 'cache', 'closecall'))).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['XDG_CACHE_HOME'];
      else process.env['XDG_CACHE_HOME'] = before;
    }
  });
});

describe('log groups that no configuration names', () => {
  it('are sniffed: role, formats and zone', async () => {
    const berlin = closes.map((at, index) => eventOf(index, at, nginx(at + hour, `/orders/${index}`)));
    const store = madeUpLogs({ ...logs, '/app/nginx': berlin }, { emptyEvery: 2 });
    const found = await sniffedSources(
      store,
      fakeClock(to),
      ['/app/nginx', '/app/api'],
      { from, to },
      undefined,
      undefined,
    );
    expect(found.sources).toMatchObject([
      { name: '/app/nginx', role: 'proxy', formats: ['nginx-error'], zone: 60 },
      { name: '/app/api', role: 'backend', formats: ['gunicorn'], zone: 0 },
    ]);
    expect(found.notes[0]).toContain('UTC+01:00, inferred');
    const { sources, ...rest } = found;
    const verdict = await asking(store, { run: { ...runOf(), sources }, ...rest });
    expect(verdict.summary).toMatchObject({ closes: 60, explained: 60 });
    expect(verdict.read.sources[0]?.zone).toEqual({ offset: '+01:00', how: 'inferred' });
    expect(verdict.read.warnings[0]).toContain("/app/nginx was taken for a proxy's log in nginx-error");
  });

  it('say so where nothing was written, or nothing that is known', async () => {
    const store = madeUpLogs({ '/quiet': [], '/noise': [eventOf(0, from, '\u0000\u0001\u0002')] });
    const sniffing = (group: string) =>
      sniffedSources(store, fakeClock(to), [group], { from, to }, undefined, undefined);
    await expect(sniffing('/quiet')).rejects.toThrow('/quiet: no event was found in the window');
    await expect(sniffing('/gone')).rejects.toThrow('there is no log group /gone');
  });
});

describe('memory', () => {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const perDay = 4_000;
  const noise = (at: number, index: number): string =>
    `${stamp(at)} [error] 7#7: *${index} open() "/srv/www/${index}" failed (2: No such file or directory), client: 203.0.113.9, request: "GET /${index} HTTP/1.1", upstream timed out of mind ${'x'.repeat(600)}`;

  /** Days of a busy group whose lines are nearly all noise, made up as they are asked for. */
  function busy(days: number) {
    let most = 0;
    let pages = 0;
    collect();
    const before = process.memoryUsage().heapUsed;
    const step = day / perDay;
    const store: LogStore = {
      region: async () => 'eu-west-1',
      describe: async () => ({ class: 'STANDARD', created: 0, retention: undefined }),
      async page({ group, from: start, to: end, next }) {
        const first = next === undefined ? Math.ceil((start - from) / step) : Number(next);
        const last = Math.min(first + 500, Math.floor((end - from) / step) + 1, days * perDay);
        const events = Array.from({ length: Math.max(0, last - first) }, (_, offset) => {
          const index = first + offset;
          const at = from + index * step;
          const close = index < perDay && index % 20 === 0;
          const line =
            group === '/app/nginx' ? (close ? nginx(at, `/x/${index}`) : noise(at, index)) : `line ${index}`;
          return { id: `${group} ${index} ${'0'.repeat(40)}`, stream: 'web-1', timestamp: at, message: line };
        });
        if (++pages % 25 === 0) {
          collect();
          most = Math.max(most, process.memoryUsage().heapUsed - before);
        }
        return {
          events,
          ...(last <= (end - from) / step && last < days * perDay ? { next: String(last) } : {}),
        };
      },
    };
    return { store, most: () => most, pages: () => pages };
  }

  it('is as large for four weeks as for one with the same closes', { timeout: 120_000 }, async () => {
    const heldFor = async (days: number) => {
      const { store, most, pages } = busy(days);
      const verdict = await asking(store, { stretch: { from, to: from + days * day - 1 }, unfiltered: true });
      expect(verdict.summary.closes).toBe(perDay / 20);
      expect(verdict.read.sources[0]?.lines).toBe(days * perDay);
      return { bytes: most(), pages: pages() };
    };
    // Slices of a week are as long as those of a month, so as much is in flight. The first run warms up.
    await heldFor(1);
    const [one, four] = [await heldFor(7), await heldFor(28)];
    expect(four.pages).toBeGreaterThan(one.pages * 3);
    expect(four.bytes / one.bytes).toBeLessThan(1.3);
  });
});
