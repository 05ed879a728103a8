import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainsOf, type Stretch, touches, united } from '#lib/engine/windows.ts';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]): Stretch => ({ from, to: from + length }));
const contains = (list: readonly Stretch[], at: number) =>
  list.some(({ from, to }) => at >= from && at <= to);

describe('stretches of time', () => {
  it('united hold the same time, ascending and apart', () => {
    fc.assert(
      fc.property(fc.array(stretch), (list) => {
        const one = united(list);
        for (let at = 0; at <= 125; at++) expect(contains(one, at)).toBe(contains(list, at));
        for (const [index, { from }] of one.slice(1).entries())
          expect(from).toBeGreaterThan((one[index]?.to ?? 0) + 1);
      }),
      { seed: 1 },
    );
  });
});

describe('chains of symptoms', () => {
  const times = [10, 12, 30, 33, 36, 60];
  const all: readonly Stretch[] = [{ from: 0, to: 100 }];

  it('end where there is a gap', () => {
    expect(chainsOf(times, 3, all, [])).toEqual([
      { from: 10, to: 12 },
      { from: 30, to: 36 },
      { from: 60, to: 60 },
    ]);
    expect(chainsOf([], 3, all, [])).toEqual([]);
  });

  it('are those that something new concerns, whole', () => {
    expect(chainsOf(times, 3, [{ from: 35, to: 40 }], [])).toEqual([{ from: 30, to: 36 }]);
    expect(chainsOf(times, 3, [{ from: 13, to: 29 }], [])).toEqual([]);
  });

  it('begin at the last cut that lies before everything new', () => {
    const cuts = [33, 36];
    expect(chainsOf(times, 3, [{ from: 37, to: 40 }], cuts)).toEqual([]);
    expect(chainsOf([...times, 38], 3, [{ from: 37, to: 40 }], cuts)).toEqual([
      { from: 36, to: 38, settled: { from: 30, to: 35 } },
    ]);
    expect(chainsOf([...times, 38], 3, [{ from: 34, to: 35 }], cuts)).toEqual([
      { from: 33, to: 38, settled: { from: 30, to: 32 } },
    ]);
    expect(
      chainsOf(
        [...times, 38],
        3,
        [
          { from: 31, to: 31 },
          { from: 37, to: 40 },
        ],
        cuts,
      ),
    ).toEqual([{ from: 30, to: 38 }]);
  });

  it('touch what is within the slack', () => {
    expect(touches({ from: 0, to: 3 }, { from: 5, to: 6 })).toBe(false);
    expect(touches({ from: 0, to: 3 }, { from: 5, to: 6 }, 2)).toBe(true);
  });
});
