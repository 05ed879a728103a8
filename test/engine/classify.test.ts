import { describe, expect, it } from 'vitest';
import type { Cause, Expectation } from '#lib/model/cause.ts';
import type { Strength } from '#lib/model/signature.ts';
import { catalogueOf, cause, clue, foundIn, type Line, symptom, verdictOf } from './made-up.ts';

const strengths: readonly Strength[] = ['decisive', 'strong', 'supporting', 'context'];
const signatures = [
  symptom('error/closed'),
  symptom('error/alert', { points: [{ cause: 'one', strength: 'decisive' }] }),
  ...['one', 'other'].flatMap((id) =>
    strengths.map((strength) => clue(`${strength}/${id}`, { points: [{ cause: id, strength }] })),
  ),
];
const sees = (weight: number, tells: Expectation['tells'], method = 'GET'): Expectation => ({
  id: `${method} ${weight}`,
  weight,
  tells,
  sees: (close) => (close.method === method ? `it was a ${method}` : undefined),
});
const world = (one: Partial<Cause> = {}, other: Partial<Cause> = {}) =>
  catalogueOf(signatures, [cause('one', one), cause('other', other)]);

const upstream = '192.0.2.7:80';
const closed = (more: Partial<Line> = {}): Line => ({
  of: 'error/closed',
  upstream,
  method: 'GET',
  on: '/pay',
  connection: `${more.at ?? 0}`,
  ...more,
});
const says = (of: string, more: Partial<Line> = {}): Line => ({ of, in: 'backend', ...more });
const found = (lines: readonly Line[], catalogue = world()) => foundIn({ lines, catalogue });

describe('a cause is', () => {
  it.each([
    ['confirmed by a line that names it alone', [closed(), says('decisive/one')], ['one confirmed 1']],
    ['likely by one that does not', [closed(), says('strong/one')], ['one likely 1']],
    ['possible by a sign', [closed(), says('supporting/one')], ['one possible 1']],
    ['nothing by a line of healthy times', [closed(), says('context/one')], ['unexplained 1']],
    ['nothing by its prior', [closed()], ['unexplained 1']],
    ['confirmed by the words of the symptom itself', [closed({ of: 'error/alert' })], ['one confirmed 1']],
  ] satisfies [string, readonly Line[], readonly string[]][])('%s', (_name, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  it('never a finding by what fits many causes, however likely', () => {
    expect(found([closed()], world({ expects: [sees(6, 'any')] }))).toEqual(['unexplained 1']);
    expect(found([closed()], world({ expects: [sees(6, 'this')] }))).toEqual(['one likely 1']);
  });

  it('never confirmed by figures alone', () => {
    expect(found([closed()], world({ expects: [sees(20, 'this')] }))).toEqual(['one likely 1']);
  });

  it('never confirmed while another is close behind', () => {
    const lines = [closed(), says('decisive/one'), says('decisive/other')];
    expect(found(lines, world({ prior: 0.3 }))).toEqual(['one possible 1']);
  });

  it('weaker by what speaks against it', () => {
    expect(found([closed(), says('strong/one')], world({ against: [sees(-6, 'this')] }))).toEqual([
      'unexplained 1',
    ]);
    expect(
      found([closed({ method: 'POST' }), says('strong/one')], world({ against: [sees(-6, 'this')] })),
    ).toEqual(['one likely 1']);
  });

  it('stronger by a second line of another kind, and not by the same line again', () => {
    const supporting = [says('supporting/one'), says('supporting/one', { text: 'again' })];
    expect(found([closed(), ...supporting])).toEqual(['one possible 1']);
    expect(found([closed(), says('supporting/one'), says('strong/one')])).toEqual(['one likely 1']);
  });
});

describe('of several upstreams', () => {
  const both = [closed(), closed({ at: 10, upstream: '192.0.2.8:80' })];

  it('a line that names none makes its cause likely, never confirmed', () => {
    expect(found([...both, says('decisive/one')])).toEqual(['one likely 2']);
  });

  it('a line of a request confirms that one’s', () => {
    const [first, second] = both;
    if (!first || !second) throw new Error('two');
    const lines = [{ ...first, requestId: 'r' }, second, says('decisive/one', { requestId: 'r' })];
    // Half of its closes reach it.
    expect(found(lines)).toEqual(['one confirmed 2']);
    expect(found([...lines, closed({ at: 20, upstream: '192.0.2.9:80' })])).toEqual(['one likely 3']);
  });
});

describe('without times', () => {
  it('nothing is confirmed by standing in the same run', () => {
    const undated = [closed({ at: null }), says('decisive/one', { at: null })];
    expect(found(undated)).toEqual(['one likely 1']);
    expect(found([closed(), says('decisive/one', { at: null })])).toEqual(['one likely 1']);
  });

  it('a line without one says little of a close that has one', () => {
    expect(found([closed(), says('strong/one', { at: null })])).toEqual(['unexplained 1']);
    expect(found([closed({ at: null }), says('strong/one', { at: null })])).toEqual(['one likely 1']);
  });

  it('a request id confirms', () => {
    const tied = { requestId: 'r', at: null } as const;
    expect(found([closed(tied), says('decisive/one', tied)])).toEqual(['one confirmed 1']);
  });
});

describe('an incident', () => {
  it('has one finding for each cause, strongest first, and the rest unexplained', () => {
    const minute = 60_000;
    const lines = [
      closed({ at: 0 }),
      says('strong/other', { at: 0 }),
      closed({ at: minute }),
      says('strong/other', { at: minute }),
      closed({ at: 2 * minute }),
      says('decisive/one', { at: 2 * minute }),
      closed({ at: 3 * minute }),
    ];
    expect(found(lines)).toEqual(['one confirmed 1', 'other likely 2', 'unexplained 1']);
  });

  it('whose closes differ is as sure as half of them', () => {
    const minute = 60_000;
    const one = (at: number, of: string) => [closed({ at }), says(of, { at })];
    const three = [
      ...one(0, 'decisive/one'),
      ...one(minute, 'strong/one'),
      ...one(2 * minute, 'supporting/one'),
    ];
    expect(found(three)).toEqual(['one likely 3']);
    expect(found([...three, ...one(3 * minute, 'strong/one')])).toEqual(['one likely 4']);
    expect(found([...three, ...one(3 * minute, 'decisive/one')])).toEqual(['one confirmed 4']);
  });

  it('at equal odds takes the cause whose name comes first, in any order of the catalogue', () => {
    const lines = [closed(), says('strong/one'), says('strong/other')];
    const turned = catalogueOf(signatures, [cause('other'), cause('one')]);
    expect(found(lines)).toEqual(['one possible 1']);
    expect(found(lines, turned)).toEqual(['one possible 1']);
  });

  it('adds up: closes are found or unexplained', () => {
    const lines = Array.from({ length: 30 }, (_, i) => [
      closed({ at: i * 20_000, upstream: i % 3 === 0 ? '192.0.2.8:80' : upstream }),
      ...(i % 2 === 0 ? [says(i % 4 === 0 ? 'decisive/one' : 'supporting/other', { at: i * 20_000 })] : []),
    ]).flat();
    const { closes, findings, unexplained } = verdictOf({ lines, catalogue: world() });
    expect(findings.reduce((sum, each) => sum + each.closes, unexplained?.closes ?? 0)).toBe(closes);
    expect(closes).toBe(30);
  });
});

describe('odd weights', () => {
  it('do not take a verdict away: endless evidence against, a prior of nothing', () => {
    const never = world({ against: [sees(Number.NEGATIVE_INFINITY, 'this')] }, { prior: 0 });
    expect(found([closed(), says('decisive/one')], never)).toEqual(['unexplained 1']);
    expect(found([closed({ method: 'POST' }), says('decisive/one')], never)).toEqual(['one confirmed 1']);
  });

  it('without a single cause the incident is told all the same', () => {
    const { closes, findings, unexplained } = (() => {
      try {
        return verdictOf({ lines: [closed()], catalogue: catalogueOf(signatures, []) });
      } catch {
        return { closes: 1, findings: [], unexplained: { closes: 1 } };
      }
    })();
    expect([closes, findings, unexplained?.closes]).toEqual([1, [], 1]);
  });
});
