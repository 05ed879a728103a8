import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogStore, StoredEvent } from '#functions/ports.ts';
import { type Advance, type Heard, history, politeRate, type Reading } from '#functions/replay/history.ts';
import { LogsRefused } from '#functions/replay/refusal.ts';
import { cut, type Slice, slicesOf, without } from '#functions/replay/slices.ts';
import { day, hour } from '#lib/model/time.ts';
import { eventOf, fakeClock, type Habits, madeUpLogs } from './replay-store.ts';

const reading = (more: Partial<Reading> = {}): Reading => ({
  patternOf: () => '',
  clock: fakeClock(),
  random: () => 0.5,
  ...more,
});

/** The events of the slices that were completed, as a careful reader keeps them. */
async function heardIn(logs: LogStore, slices: readonly Slice[], more: Partial<Reading> = {}) {
  const kept = new Map<Slice, StoredEvent[]>();
  const done: Slice[] = [];
  const told: Heard['kind'][] = [];
  for await (const heard of history(logs, slices, reading(more))) {
    told.push(heard.kind);
    if (heard.kind === 'events') kept.set(heard.slice, [...(kept.get(heard.slice) ?? []), ...heard.events]);
    if (heard.kind === 'again') kept.delete(heard.slice);
    if (heard.kind === 'done') done.push(heard.slice);
  }
  return { events: [...kept.values()].flat(), done, told };
}

const idsOf = (events: readonly StoredEvent[]): readonly string[] => events.map(({ id }) => id).sort();
const spread = (count: number, from: number, to: number): readonly StoredEvent[] =>
  Array.from({ length: count }, (_, index) =>
    eventOf(index, from + Math.floor(((to - from) * index) / Math.max(1, count - 1)), `line ${index}`),
  );

describe('the slices of a window', () => {
  it('hold every millisecond of every group once, ends included', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 * day }),
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
        (length, groups) => {
          const from = 1_000_000;
          const slices = slicesOf(groups, from, from + length);
          for (const group of groups) {
            const own = slices.filter((slice) => slice.group === group);
            expect(own[0]?.from).toBe(from);
            expect(own.at(-1)?.to).toBe(from + length);
            expect(own.slice(1).map((slice) => slice.from)).toEqual(
              own.slice(0, -1).map((slice) => slice.to + 1),
            );
          }
        },
      ),
    );
  });

  it('are cut without gap or overlap', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 40 }), (length, parts) => {
        const slice = { group: 'g', from: 7, to: 7 + length };
        const pieces = cut(slice, parts);
        expect(pieces.length).toBeLessThanOrEqual(parts);
        expect(pieces.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(length + 1);
        expect(without([slice], pieces)).toEqual([]);
        expect(without([slice], pieces.slice(1))).toEqual(pieces.slice(0, 1));
      }),
    );
  });
});

describe('history', () => {
  const from = Date.UTC(2026, 10, 22);
  const to = from + 6 * hour;
  const slices = slicesOf(['a', 'b'], from, to);
  /** Events on every border of the slices, and one millisecond to either side. */
  const borders = [
    ...new Set(slices.flatMap((slice) => [slice.from, slice.from + 1, slice.to - 1, slice.to])),
  ];
  const groups = {
    a: [...spread(900, from, to), ...borders.map((at, index) => eventOf(10_000 + index, at, 'border'))].sort(
      (x, y) => x.timestamp - y.timestamp,
    ),
    b: spread(50, from, to),
  };
  const everything = idsOf([...groups.a, ...groups.b]);

  it.each<[string, Habits]>([
    ['pages', {}],
    ['pages of one event', { size: 1 }],
    ['empty pages with tokens', { size: 4, emptyEvery: 2 }],
    ['throttling', { throttleEvery: 3 }],
    ['events out of order and told again', { size: 7, untidy: true }],
    ['a token that is too old', { size: 3, staleAt: 4 }],
    ['all of it', { size: 5, emptyEvery: 3, throttleEvery: 4, untidy: true, staleAt: 2 }],
  ])('tells every event once, with %s', async (_, habits) => {
    const { events, done } = await heardIn(madeUpLogs(groups, habits), slices);
    expect(idsOf(events)).toEqual(everything);
    expect(without(slices, done)).toEqual([]);
  });

  it('begins a slice anew, in parts, when its token is too old', async () => {
    const { told, done } = await heardIn(madeUpLogs(groups, { size: 3, staleAt: 4 }), slices);
    expect(told.filter((kind) => kind === 'again')).toHaveLength(1);
    expect(done).toHaveLength(slices.length + 1);
  });

  it('cuts a slice that has no end in sight, by how far it has come', async () => {
    const crowded = spread(3_000, from, from + 10_000);
    const one = [{ group: 'a', from, to: from + 9_999 }];
    const far: Advance[] = [];
    const { events, told } = await heardIn(madeUpLogs({ a: crowded }, { size: 10 }), one, {
      progress: (advance) => far.push(advance),
    });
    expect(idsOf(events)).toEqual(idsOf(crowded.filter(({ timestamp }) => timestamp < from + 10_000)));
    expect(told.filter((kind) => kind === 'again')).toHaveLength(1);
    // 50 of its 300 pages: a sixth of the way, and a bit less.
    expect(told.filter((kind) => kind === 'done')).toHaveLength(7);
    expect(far.at(-1)?.slices).toEqual({ done: 7, of: 7 });
  });

  it('asks with both ends inside and the pattern of the group', async () => {
    const logs = madeUpLogs(groups);
    await heardIn(logs, slices, { patternOf: (group) => `?"of ${group}"` });
    for (const ask of logs.asks) expect(ask.pattern).toBe(`?"of ${ask.group}"`);
    expect(new Set(logs.asks.map((ask) => `${ask.group} ${ask.from} ${ask.to}`))).toEqual(
      new Set(slices.map((slice) => `${slice.group} ${slice.from} ${slice.to}`)),
    );
  });

  it('waits longer from try to try, never all at the same time, and then says why', async () => {
    const busy = madeUpLogs({ a: [] }, { refuses: () => ({ kind: 'throttled' }) });
    const waits = async (random: () => number) => {
      const clock = fakeClock();
      await expect(
        heardIn(busy, slicesOf(['a'], from, from), { clock, random, rate: 1_000 }),
      ).rejects.toThrow(/asked too often/);
      return clock.slept.filter((ms) => ms > 1);
    };
    const [least, most] = [await waits(() => 0), await waits(() => 1)];
    expect(least.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(most.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...most)).toBeLessThanOrEqual(20_000);
    expect(least.length).toBe(9);
  });

  it('gives up soon on a service that it has never heard, and late on one that it has', async () => {
    const asked = async (after: number) => {
      const logs = madeUpLogs(groups, {
        refuses: (_, call) => (call > after ? { kind: 'unreachable', why: 'ECONNREFUSED' } : undefined),
      });
      await expect(heardIn(logs, slicesOf(['a'], from, from))).rejects.toThrow(
        /cannot be reached: ECONNREFUSED/,
      );
      return logs.asks.length;
    };
    expect(await asked(0)).toBe(3);
    const logs = madeUpLogs(
      { a: spread(3, from, from + 2) },
      { size: 1, refuses: (_, call) => (call > 1 ? { kind: 'unreachable', why: 'gone' } : undefined) },
    );
    await expect(heardIn(logs, [{ group: 'a', from, to: from + 2 }])).rejects.toThrow(/gone/);
    expect(logs.asks.length).toBe(11);
  });

  it('keeps to half of the calls that the Region allows', async () => {
    expect(['us-east-1', 'eu-central-1', 'eu-west-1'].map(politeRate)).toEqual([12.5, 2.5, 5]);
    const clock = fakeClock();
    const logs = madeUpLogs(groups, { size: 10, region: 'eu-central-1' });
    const begun = clock.now();
    await heardIn(logs, slices, { clock });
    const seconds = (clock.now() - begun) / 1_000;
    expect(logs.asks.length / seconds).toBeLessThan(2.55);
    expect(logs.asks.length / seconds).toBeGreaterThan(2);
  });

  it('lets no group wait for the end of another', async () => {
    const logs = madeUpLogs(groups);
    await heardIn(logs, slices);
    expect(new Set(logs.asks.slice(0, 4).map(({ group }) => group))).toEqual(new Set(['a', 'b']));
  });

  it('says how far it is, and never goes back', async () => {
    const told: Advance[] = [];
    await heardIn(madeUpLogs(groups, { size: 50 }), slices, { progress: (advance) => told.push(advance) });
    expect(told[0]).toMatchObject({ events: 0, slices: { done: 0, of: slices.length } });
    expect(told.at(-1)).toMatchObject({
      events: everything.length,
      slices: { done: slices.length, of: slices.length },
      time: { done: 2 * (to - from + 1), of: 2 * (to - from + 1) },
    });
    for (const [index, { time }] of told.entries())
      expect(time.done).toBeGreaterThanOrEqual(told[index - 1]?.time.done ?? 0);
  });

  it('ends at once with what cannot be mended, and leaves nothing unheard behind', async () => {
    const logs = madeUpLogs(groups, {
      refuses: ({ group }) => (group === 'b' ? { kind: 'denied', group, why: 'no' } : undefined),
    });
    await expect(heardIn(logs, slices)).rejects.toThrow(LogsRefused);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const asked = logs.asks.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(logs.asks.length).toBe(asked);
  });

  it('stops asking when its reader goes away', async () => {
    const logs = madeUpLogs(groups, { size: 1 });
    for await (const heard of history(logs, slices, reading())) if (heard.kind === 'events') break;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const asked = logs.asks.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(logs.asks.length).toBe(asked);
    expect(asked).toBeLessThan(30);
  });
});
