import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, reachOf } from '#lib/engine/join.ts';
import { defaultScope, type Source } from '#lib/model/record.ts';
import { hour, minute, second } from '#lib/model/time.ts';
import {
  aside,
  catalogueOf,
  clue,
  evidenceOf,
  judged,
  type Line,
  source,
  start,
  symptom,
} from './made-up.ts';

const catalogue = catalogueOf([
  symptom('error/closed'),
  symptom('access/502', { basis: 'inferred' }),
  aside('error/left'),
  clue('backend/died', { within: { from: -90 * second, to: 5 * second } }),
]);
const closed = (at: number | null, more: Partial<Line> = {}): Line => ({
  of: 'error/closed',
  at,
  connection: `${at}`,
  on: '/pay',
  ...more,
});
const left = (at: number, more: Partial<Line> = {}): Line => ({ ...closed(at, more), of: 'error/left' });
const died = (at: number | null, more: Partial<Line> = {}): Line => ({
  of: 'backend/died',
  in: 'backend',
  at,
  ...more,
});

const proxy = source('proxy', { role: 'proxy' });
const backend = source('backend');
const joined = (
  lines: readonly Line[],
  sources: readonly Source[] = [proxy, backend],
  scope = defaultScope,
) => join(evidenceOf(lines), scope, sources, catalogue);
/** First and last moment and number of closes of each incident. */
const spans = (lines: readonly Line[]) =>
  joined(lines).incidents.map(({ from, to, closes }) => [
    from === null ? null : from - start,
    to === null ? null : to - start,
    closes.length,
  ]);

describe('sessions of closes', () => {
  it('go on over ten minutes of silence and end after more', () => {
    expect(spans([closed(0), closed(10 * minute)])).toEqual([[0, 10 * minute, 2]]);
    expect(spans([closed(0), closed(10 * minute + 1)])).toEqual([
      [0, 0, 1],
      [10 * minute + 1, 10 * minute + 1, 1],
    ]);
  });

  it('are cut where they would last for a day', () => {
    const steady = Array.from({ length: 26 * 12 }, (_, i) => closed(i * 5 * minute));
    const day = 24 * 12;
    expect(spans(steady)).toEqual([
      [0, (day - 1) * 5 * minute, day],
      [24 * hour, (26 * 12 - 1) * 5 * minute, 2 * 12],
    ]);
  });

  it('of lines without a time are one of their own', () => {
    expect(spans([closed(null), closed(0), closed(null, { on: '/cart' })])).toEqual([
      [null, null, 2],
      [0, 0, 1],
    ]);
  });

  it('neither begin, go on nor end with what somebody else closed', () => {
    expect(spans([left(0), closed(5 * minute), left(14 * minute), closed(15 * minute + 1)])).toEqual([
      [5 * minute, 5 * minute, 1],
      [15 * minute + 1, 15 * minute + 1, 1],
    ]);
    expect(joined([left(0)]).lookalikes).toHaveLength(1);
  });

  it('keep their extent where a line turned out to be no close', () => {
    const lines = [closed(0), closed(minute, { of: 'access/502', in: 'proxy-2' }), left(minute)];
    const sources = [proxy, source('proxy-2', { role: 'proxy' })];
    const { incidents, lookalikes } = joined(lines, sources);
    expect(incidents.map(({ from, to, closes }) => [from, to, closes.length])).toEqual([
      [start, start + minute, 1],
    ]);
    expect(lookalikes).toHaveLength(1);
  });

  it('without a single close are no incidents', () => {
    const lines = [closed(0, { of: 'access/502', in: 'proxy-2' }), left(0)];
    const { incidents, lookalikes } = joined(lines, [proxy, source('proxy-2', { role: 'proxy' })]);
    expect([incidents, lookalikes.length]).toEqual([[], 1]);
  });

  it('are named by scope and first moment alone', () => {
    const [once] = joined([closed(0)]).incidents;
    const [again] = joined([closed(0, { on: '/cart', text: 'another' }), closed(5)]).incidents;
    const [later] = joined([closed(1)]).incidents;
    expect(again?.id).toBe(once?.id);
    expect(later?.id).not.toBe(once?.id);
  });

  it('only grow and merge when lines are added', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(minutes, minutes, (some, more) => {
        const linesOf = (list: readonly number[]) => [...new Set(list)].map((each) => closed(each * minute));
        const before = spans(linesOf(some));
        const after = spans(linesOf([...some, ...more]));
        for (const [from, to] of before)
          expect(after.filter(([a, b]) => (a ?? 0) <= (from ?? 0) && (b ?? 0) >= (to ?? 0))).toHaveLength(1);
      }),
    );
  });
});

describe('what an incident sees', () => {
  const reach = reachOf(catalogue, [proxy, backend]);

  it('reaches as far as the longest clue, the clocks and no farther', () => {
    expect(reach).toBe(90 * second + 2 * minute);
    expect(reachOf(catalogue, [source('late', { skew: 3 * second }), proxy])).toBe(96 * second + 2 * minute);
    const seen = (at: number) => joined([closed(0), died(at)]).incidents[0]?.clues.length;
    expect([-reach - 1, -reach, reach, reach + 1].map(seen)).toEqual([0, 1, 1, 0]);
  });

  it('has every clue without a time, and without a time of its own every clue', () => {
    expect(joined([closed(0), died(null)]).incidents[0]?.clues).toHaveLength(1);
    expect(joined([closed(null), died(0)]).incidents[0]?.clues).toHaveLength(1);
  });

  it('counts what somebody else closed near it, and everywhere among the look-alikes', () => {
    const { incidents, lookalikes } = joined([closed(0), left(minute), left(hour)]);
    expect([incidents[0]?.asides.length, lookalikes.length]).toEqual([1, 2]);
  });

  it('is its own scope and what all scopes share', () => {
    const shop = { scope: 'shop' };
    const sources = [
      source('proxy', { role: 'proxy', ...shop }),
      source('backend', shop),
      source('kernel', { scope: 'node', shared: true }),
      source('blog', { scope: 'blog' }),
    ];
    const lines = [
      closed(0),
      closed(1, { in: 'blog' }),
      died(0),
      died(0, { in: 'kernel' }),
      died(0, { in: 'blog' }),
      died(0, { in: 'nobody' }),
    ];
    const [incident, ...others] = joined(lines, sources, 'shop').incidents;
    expect(others).toEqual([]);
    expect(incident?.closes).toHaveLength(1);
    expect(incident?.clues.map((fact) => fact.source).sort()).toEqual(['backend', 'kernel']);
  });

  it('is what a rule gave to its scope, and of what all share only what no rule took', () => {
    const sources = [
      source('proxy', {
        role: 'proxy',
        scope: 'edge',
        shared: true,
        services: [{ scope: 'shop', paths: ['/'] }],
      }),
      source('backend', { scope: 'shop' }),
      source('ecs', { scope: 'node', shared: true }),
    ];
    const lines = [
      closed(0, { scope: 'shop' }),
      closed(1, { scope: 'blog' }),
      closed(2),
      left(3, { scope: 'shop' }),
      left(4, { scope: 'blog' }),
      died(0, { in: 'ecs' }),
      died(1, { in: 'ecs', scope: 'shop' }),
      died(2, { in: 'ecs', scope: 'blog' }),
      died(3, { scope: 'blog' }),
    ];
    const told = (scope: string) => {
      const { incidents, lookalikes } = joined(lines, sources, scope);
      const [incident] = incidents;
      const at = (list: readonly { readonly at: number | null }[] = []) =>
        list.map((each) => (each.at ?? 0) - start);
      return [at(incident?.closes), at(incident?.clues), at(lookalikes.map(({ fact }) => fact))];
    };
    expect(told('shop')).toEqual([[0], [0, 1], [3]]);
    expect(told('blog')).toEqual([[1], [0, 2, 3], [4]]);
    expect(told('edge')).toEqual([[2], [0], []]);
  });

  it('counts requests once, however often they were tried', () => {
    const tried = { connection: '7', requestId: 'r1' };
    const lines = [
      closed(0, { ...tried, upstream: '192.0.2.7:80' }),
      closed(3_000, { ...tried, upstream: '192.0.2.8:80' }),
      closed(3_000, { connection: '8', requestId: 'r2' }),
    ];
    const [incident] = judged({ lines, catalogue }).incidents;
    expect([incident?.closes, incident?.requests]).toEqual([3, 2]);
  });
});
