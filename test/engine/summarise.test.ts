import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, summarise } from '#lib/engine/summarise.ts';
import { hash64 } from '#lib/model/hash.ts';
import { maxFacts, type Page } from '#lib/model/page.ts';
import type { Signal } from '#lib/model/signal.ts';
import { eventTime } from '#lib/model/time.ts';

/** A signal of few signatures, upstreams and texts, so that strata fill up and texts repeat. */
const signal = fc
  .record({
    record: fc.integer({ min: 0, max: 400 }),
    second: fc.integer({ min: 0, max: 150 }),
    text: fc.integer({ min: 0, max: 30 }),
    signature: fc.constantFrom('a/closed', 'b/died'),
    upstream: fc.constantFrom('10.0.0.1:80', '10.0.0.2:80', undefined),
  })
  .map(({ record, second, text, signature, upstream }): Signal => {
    const at = eventTime(1_700_000_000_000 + second * 1_000);
    const words = `text ${text}`;
    const content = hash64(`${at} ${words}`);
    return {
      fact: {
        // One record is always the same line: its identity decides everything else.
        id: hash64(`${record} ${second} ${text} ${signature} ${upstream}`),
        at,
        resolution: 1_000,
        source: 'log',
        signature,
        content,
        says: upstream === undefined ? {} : { upstream },
        keys: {},
      },
      excerpt: { content, at, source: 'log', text: words, mark: [0, 4] },
    };
  });

const pagesOf = (batches: readonly (readonly Signal[])[]): readonly Page[] =>
  batches.flatMap((batch) => summarise(batch, 'shop', 'v1'));

const plain = (pages: readonly Page[]) => {
  const { facts, excerpts } = merge(pages);
  return { facts, excerpts: [...excerpts.values()].sort((a, b) => (a.content < b.content ? -1 : 1)) };
};

describe('pages are sets', () => {
  it('any batching, order and repetition gives the evidence of one batch', () => {
    fc.assert(
      fc.property(
        fc.array(signal, { maxLength: 300 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (signals, cuts, turn) => {
          const whole = plain(pagesOf([signals]));
          const batches = cuts.map((cut, i) => signals.filter((_, n) => (n * 7 + cut) % cuts.length === i));
          const missing = signals.filter((each) => !batches.some((batch) => batch.includes(each)));
          const pages = pagesOf([...batches, missing, signals.slice(0, turn % (signals.length + 1))]);
          const shuffled = [
            ...pages.slice(turn % (pages.length + 1)),
            ...pages.slice(0, turn % (pages.length + 1)),
          ];
          expect(plain([...shuffled.reverse(), ...pages.slice(0, 3)])).toEqual(whole);
        },
      ),
    );
  });

  it('keeps at most eleven texts per signature, upstream and minute, and counts everything', () => {
    const signals = fc.sample(signal, { numRuns: 5_000, seed: 7 });
    const { facts, excerpts } = plain(pagesOf([signals]));
    expect(facts.length).toBe(new Set(signals.map(({ fact }) => fact.id)).size);
    const strata = new Set(
      facts.map(
        ({ at, signature, says }) => `${Math.floor((at ?? 0) / 60_000)} ${signature} ${says.upstream}`,
      ),
    );
    expect(excerpts.length).toBeLessThanOrEqual(strata.size * 11);
  });

  it('cuts a busy minute into pages that a table can hold', () => {
    const busy = Array.from({ length: 2 * maxFacts + 1 }, (_, i): Signal => {
      const at = eventTime(1_700_000_040_000);
      const content = hash64(`line ${i}`);
      const fact = {
        id: hash64(`fact ${i}`),
        at,
        resolution: 1,
        source: 'log',
        signature: 'a/closed',
        content,
        says: {},
        keys: {},
      };
      return { fact, excerpt: { content, at, source: 'log', text: `line ${i}`, mark: [0, 4] } };
    });
    const pages = summarise(busy, 'shop', 'v1');
    expect(pages.map((page) => page.facts.length)).toEqual([maxFacts, maxFacts, 1]);
    expect(merge(pages).facts.length).toBe(busy.length);
  });

  it('of two readings of one record the newer catalogue’s wins, in either order', () => {
    const [one] = fc.sample(signal, { numRuns: 1, seed: 1 });
    if (!one) throw new Error('no sample');
    const older = summarise([one], 'shop', '0001-x');
    const newer = summarise([{ ...one, fact: { ...one.fact, signature: 'b/renamed' } }], 'shop', '0002-x');
    expect(plain([...older, ...newer]).facts[0]?.signature).toBe('b/renamed');
    expect(plain([...newer, ...older])).toEqual(plain([...older, ...newer]));
  });
});
