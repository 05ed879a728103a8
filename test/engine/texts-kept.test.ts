import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, summarise } from '#lib/engine/summarise.ts';
import { signalOf } from './made-up.ts';

const signals = (times: readonly number[], upstream = '192.0.2.7:80') =>
  times.map((at, i) => signalOf({ of: 'error/closed', at, upstream, text: `text ${i} ${upstream}` }, i));
const textsOf = (all: ReturnType<typeof signals>, batches = 1) => {
  const size = Math.ceil(all.length / batches);
  const pages = Array.from({ length: batches }, (_, i) =>
    summarise(all.slice(i * size, (i + 1) * size), 'shop', 'v'),
  ).flat();
  return [...merge(pages).excerpts.keys()].sort();
};

describe('of the texts of one signature, upstream and minute', () => {
  const times = fc.array(fc.integer({ min: 0, max: 29_000 }), { minLength: 1, maxLength: 60 });

  it('the eight smallest hashes, the two earliest and the latest are kept, from any batches', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 5 }), (list, batches) => {
        const all = signals(list);
        const byHash = all.map(({ excerpt }) => excerpt).sort((a, b) => (a.content < b.content ? -1 : 1));
        const inTime = [...byHash].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
        const expected = new Set(
          [...byHash.slice(0, 8), ...inTime.slice(0, 2), ...inTime.slice(-1)].map(({ content }) => content),
        );
        expect(textsOf(all, batches)).toEqual([...expected].sort());
      }),
    );
  });

  it('each upstream and each minute has its own', () => {
    const many = Array.from({ length: 20 }, (_, i) => i * 100);
    const [one, other] = [signals(many), signals(many, '192.0.2.8:80')];
    expect(textsOf(one).length).toBeLessThanOrEqual(11);
    const both = [...one, ...other].map(({ fact, excerpt }, i) => ({
      fact: { ...fact, id: `${i}` },
      excerpt,
    }));
    expect(textsOf(both).length).toBe(textsOf(one).length + textsOf(other).length);
    const minutes = signals([...many, ...many.map((at) => at + 60_000)]);
    expect(textsOf(minutes).length).toBeGreaterThan(11);
  });
});
