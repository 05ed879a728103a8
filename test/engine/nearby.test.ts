import { describe, expect, it } from 'vitest';
import { catalogue as real } from '#lib/catalogue/catalogue.ts';
import { cluesNear, shareUpTo } from '#lib/engine/nearby.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import type { Clue } from '#lib/model/signature.ts';
import { second } from '#lib/model/time.ts';
import { catalogueOf, closeOf, clue, type Line, source, start, symptom, viewWith } from './made-up.ts';

const one = [{ cause: 'one', strength: 'decisive' }] as const;
const clues = [
  clue('backend/died', { points: one, within: { from: -30 * second, to: 5 * second } }),
  clue('backend/died-before', { points: one, within: { from: -30 * second, to: 0 } }),
  clue('backend/complained', {
    points: [{ cause: 'one', strength: 'supporting' }],
    within: { from: -30 * second, to: 5 * second },
  }),
  clue('backend/started', {}),
  clue('backend/killed', {
    points: one,
    within: { from: -30 * second, to: 30 * second },
    consequences: [
      { of: 'backend/stopping', within: { from: -10 * second, to: 0 } },
      { of: 'backend/died', sharing: 'pid', within: { from: -3 * second, to: 0 } },
    ],
  }),
  clue('backend/stopping', { within: { from: -30 * second, to: 30 * second } }),
  clue('backend/again', {
    points: one,
    consequences: [{ of: 'backend/again', sharing: 'pid', within: { from: -5 * second, to: -second } }],
  }),
];
const catalogue = catalogueOf([symptom('error/closed'), ...clues]);
const upstream = '192.0.2.7:80';
const closed = (more: Partial<Line> = {}): Line => ({ of: 'error/closed', upstream, on: '/pay', ...more });
const died = (more: Partial<Line> = {}): Line => ({ of: 'backend/died', in: 'backend', ...more });

/** What stands near the first of the closes. */
function near(lines: readonly Line[], closes: NonEmpty<Line> = [closed()], sources: readonly Source[] = []) {
  const [first, ...rest] = closes.map((line, i) => closeOf(line, i + 100));
  if (!first) throw new Error('no close');
  return cluesNear(viewWith([first, ...rest], lines, catalogue, sources), catalogue)(first);
}
const shareOf = (...given: Parameters<typeof near>): number => near(...given)[0]?.share ?? 0;
const tieOf = (...given: Parameters<typeof near>): string | undefined => near(...given)[0]?.tie;

describe('a clue is near a close', () => {
  it('within its interval, both ends included; a stamp is cut off, so each came a little later than it says', () => {
    const seen = (at: number, more: Partial<Line> = {}) => near([died({ at, ...more })]).length;
    expect([-30_002, -30_001, 5_001, 5_002].map((at) => seen(at))).toEqual([0, 1, 1, 0]);
    expect([-31_001, -31_000, 5_001, 5_002].map((at) => seen(at, { resolution: 1_000 }))).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('as far as the clocks of both sources may be off, and then it says less', () => {
    const skewed = (at: number) =>
      near([died({ at })], [closed()], [source('backend', { skew: 3_000 })])[0]?.share ?? 0;
    expect([-33_002, -33_001, 8_001, 8_002].map((at) => skewed(at) > 0)).toEqual([false, true, true, false]);
    expect(skewed(-30_002)).toBeLessThan(skewed(-30_000) * 0.6);
    expect(skewed(5_002)).toBeLessThan(skewed(5_000) * 0.6);
  });

  it('the less, the less of what two stamps cut to a second leave open lies where it should stand', () => {
    // Of a clue that stands before its close: in the same second it may, in the next only by a hair.
    const shareAt = (at: number) =>
      near(
        [{ of: 'backend/died-before', in: 'backend', at, resolution: second }],
        [closed({ at: 0, resolution: second })],
      )[0]?.share ?? 0;
    expect([-second, 0, second].map(shareAt)).toEqual([1, 1, 0.1]);
    expect([-1, 0, 500, 1_000, 1_500, 2_000].map((sum) => shareUpTo(sum, second, second))).toEqual([
      0, 0, 0.125, 0.5, 0.875, 1,
    ]);
    expect([50, 100, 550, 1_000, 1_100].map((sum) => shareUpTo(sum, 100, second))).toEqual([
      0.0125, 0.05, 0.5, 0.95, 1,
    ]);
  });

  it('the less, the farther it is, and never a reason to say less than a bit more than half', () => {
    const shares = [0, -2_000, -10_000, -20_000, -30_000].map((at) => shareOf([died({ at })]));
    expect(shares[0]).toBe(1);
    expect(shares[1]).toBe(1);
    for (const [i, share] of shares.slice(2).entries()) expect(share).toBeLessThan(shares[i + 1] ?? 0);
    expect(shares[4]).toBeGreaterThan(0.5);
  });

  it('and one that points to nothing is not', () => {
    expect(near([{ of: 'backend/started', in: 'backend' }])).toEqual([]);
  });

  it('with the clue, the close or both without a time', () => {
    expect(near([died({ at: null })]).map(({ timed, share }) => [timed, share])).toEqual([[false, 1]]);
    expect(near([died()], [closed({ at: null })]).map(({ timed }) => timed)).toEqual([false]);
  });
});

describe('the nearest telling line', () => {
  it('takes something from those that stand farther off', () => {
    const [far, by] = near([died({ at: -12_000, pid: 1 }), died({ at: 0, pid: 2, text: 'b' })]);
    expect([far?.fact.says.pid, by?.fact.says.pid]).toEqual([1, 2]);
    expect(by?.share).toBe(1);
    expect(far?.share).toBeLessThan(shareOf([died({ at: -12_000 })]) / 2);
  });

  it('is not one that tells little', () => {
    const complaint = { of: 'backend/complained', in: 'backend', at: 0 } as const;
    const shares = near([died({ at: -12_000 }), complaint]).map(({ share }) => share);
    expect(shares[0]).toBe(shareOf([died({ at: -12_000 })]));
  });
});

describe('a clue is tied to a close', () => {
  const two = [closed(), closed({ upstream: '192.0.2.8:80', connection: '2' })] as const;

  it.each([
    ['by the request id', [died({ requestId: 'r' })], [closed({ requestId: 'r' }), two[1]], 'request'],
    ['by the upstream that it names', [died({ upstream })], two, 'upstream'],
    ['by the route', [died({ on: '/pay' })], two, 'route'],
    ['by being the only upstream', [died()], [closed()], 'only-upstream'],
    ['by nothing', [died()], two, 'scope'],
  ] satisfies [string, readonly Line[], NonEmpty<Line>, string][])('%s', (_name, lines, closes, tie) => {
    expect(tieOf(lines, closes)).toBe(tie);
  });

  it('by the address that its source is known to have, and to no other', () => {
    const known = [source('backend', { addresses: [upstream] })];
    expect(tieOf([died()], two, known)).toBe('upstream');
    expect(near([died()], [two[1], two[0]], known)).toEqual([]);
    expect(tieOf([died()], [closed({ upstream: undefined } as never)], known)).not.toBe('upstream');
  });

  it('by a pid that two sources print at one time', () => {
    const kernel = died({ in: 'kernel', pid: 12, text: 'k' });
    expect(tieOf([died({ pid: 12 }), { ...kernel, at: 9_000 - 5_000 }], two)).toBe('pid');
    expect(tieOf([died({ pid: 12, at: -20_000 }), kernel], two)).not.toBe('pid');
    expect(tieOf([died({ pid: 12 }), died({ pid: 12, text: 'again' })], two)).not.toBe('pid');
    expect(tieOf([died({ pid: 12 }), { ...kernel, pid: 13 }], two)).not.toBe('pid');
  });

  it('less, where it names another route', () => {
    expect(shareOf([died({ on: '/cart' })])).toBeLessThan(0.5);
    expect(shareOf([died({ on: '/pay' })])).toBe(1);
    expect(shareOf([died({ on: '/cart' })], [closed({ on: undefined } as never)])).toBe(1);
  });
});

describe('a line that follows from another is silent', () => {
  const killed = (more: Partial<Line> = {}): Line => ({ of: 'backend/killed', in: 'backend', ...more });
  const stopping = (more: Partial<Line> = {}): Line => ({ of: 'backend/stopping', in: 'backend', ...more });
  const speaks = (lines: readonly Line[]) => near(lines).some(({ clue: { id } }) => id === 'backend/killed');

  it.each([
    ['alone it speaks', [killed()], true],
    ['after a stop in the same source', [stopping({ at: -8_000 }), killed()], false],
    ['too long after it', [stopping({ at: -10_003 }), killed()], true],
    ['before it', [stopping({ at: 100 }), killed()], true],
    ['after a stop in another source', [stopping({ in: 'backend-2', at: -8_000 }), killed()], true],
    ['after the death of the same pid', [died({ pid: 7, at: -2_000 }), killed({ pid: 7 })], false],
    ['after the death of another pid', [died({ pid: 8, at: -2_000 }), killed({ pid: 7 })], true],
    ['with no pid to share', [died({ at: -2_000 }), killed()], true],
    [
      'after the death of the same pid in another source',
      [died({ pid: 7, in: 'kernel' }), killed({ pid: 7 })],
      false,
    ],
    ['without times, by the shared pid', [died({ pid: 7, at: null }), killed({ pid: 7, at: null })], false],
    ['without times, by the source alone it speaks', [stopping({ at: null }), killed({ at: null })], true],
  ] satisfies [string, readonly Line[], boolean][])('%s: %#', (_name, lines, expected) => {
    expect(speaks(lines)).toBe(expected);
  });

  it('but no line follows from itself', () => {
    const again = (at: number): Line => ({
      of: 'backend/again',
      in: 'backend',
      pid: 7,
      at,
      resolution: 1_000,
    });
    expect(near([again(0)])).toHaveLength(1);
    const speaking = near([again(-4_000), again(0)]).map(({ fact }) => fact.at);
    expect([...new Set(speaking)]).toEqual([start - 4_000]);
  });

  it('and in the catalogue no two lines follow from each other, or neither would speak', () => {
    const all = real.signatures.filter((signature): signature is Clue => signature.role === 'clue');
    const byId = new Map(all.map((each) => [each.id, each]));
    const state = new Map<string, 'open' | 'done'>();
    const visit = (id: string, path: readonly string[]): void => {
      if (state.get(id) === 'done') return;
      expect(state.get(id), [...path, id].join(' follows from ')).toBeUndefined();
      state.set(id, 'open');
      for (const { of } of byId.get(id)?.consequences ?? []) visit(of, [...path, id]);
      state.set(id, 'done');
    };
    for (const { id } of all) visit(id, []);
  });
});
