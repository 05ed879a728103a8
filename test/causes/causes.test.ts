import { describe, expect, test } from 'vitest';
import { causes, lookalikes } from '#lib/catalogue/causes.ts';
import { foundIn, type Given, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:8080', scheme: 'http', method: 'GET', by: 'fin' } as const;
const everywhere = (index: number) => ['/a', '/b', '/c', '/d'][index % 4] ?? '/';

/** What the figures of a proxy can look like; each suggests some cause by itself. */
const figures: Readonly<Record<string, readonly Given[]>> = {
  plain: times(3, 20, (index) => ({ ...get, on: everywhere(index), elapsed: 300 + index * 450 })),
  'without times': times(4, 20, (index) => ({ ...get, on: everywhere(index) })),
  'fast, reused': times(4, 20, (index) => ({
    ...get,
    method: 'POST',
    on: everywhere(index),
    elapsed: 3,
    reused: true,
  })),
  'on the dot': times(5, 20, (index) => ({ ...get, on: '/s', elapsed: 10_001 + index })),
  'a little late': times(4, 20, (index) => ({ ...get, on: '/s', elapsed: 30_300 + index * 300 })),
  'in the body': times(3, 20, (index) => ({
    ...get,
    phase: 'body',
    on: '/s',
    received: 5_000,
    elapsed: 300 + index * 80,
  })),
  'large uploads': times(3, 20, (index) => ({
    ...get,
    method: 'POST',
    phase: 'request',
    by: 'reset',
    on: '/s',
    sent: 3_000_000,
    elapsed: 300 + index * 80,
  })),
  'all together': times(6, 0.2, (index) => ({ ...get, on: everywhere(index), elapsed: 300 + index * 450 })),
  'scheme against port': times(4, 20, (index) => ({
    ...get,
    upstream: '192.0.2.7:8443',
    on: everywhere(index),
    elapsed: 2,
  })),
};

describe('the list', () => {
  test('priors and something else make one', () => {
    const known = causes.reduce((sum, { prior }) => sum + prior, 0);
    expect(known).toBeGreaterThanOrEqual(0.75);
    expect(known).toBeLessThanOrEqual(0.8 + 1e-9);
  });

  test('every prior lets one decisive line reach 0.99 and one strong line 0.8', () => {
    for (const { id, prior } of causes) {
      const posterior = (nats: number) => (prior * Math.exp(nats)) / (prior * Math.exp(nats) + 1 - prior);
      expect(posterior(8), id).toBeGreaterThanOrEqual(0.99);
      expect(posterior(4.6), id).toBeGreaterThanOrEqual(0.8);
    }
  });

  test('ids are unique, weights point the right way, prose is there', () => {
    const ids = [...causes, ...lookalikes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, means, expects, against, settledBy } of causes) {
      expect(means, id).toMatch(/^[A-Z].*\.$/);
      expect(settledBy.length, id).toBeGreaterThan(0);
      for (const { source, because, silence } of settledBy)
        for (const text of [source, because, silence]) expect(text, id).toMatch(/^[^A-Z].*[^.]$/);
      for (const { weight } of expects.filter((each) => each.id !== 'silent-backend'))
        expect(weight, id).toBeGreaterThan(0);
      for (const { weight } of against) expect(weight, id).toBeLessThan(0);
      for (const list of [expects, against])
        expect(new Set(list.map((each) => each.id)).size, id).toBe(list.length);
    }
    for (const { id, means, advice } of lookalikes)
      for (const text of [means, advice]) expect(text, id).toMatch(/^[A-Z].*\.$/);
  });

  test('no cause needs a clue to speak: prose for figures alone, for any of them', () => {
    for (const [name, closes] of Object.entries(figures))
      for (const clues of [[], closes.map(({ at = 0 }) => ({ at, cause: 'crash' }))])
        expect(verdictOf({ closes, clues }).runbook.length, name).toBe(9);
  });
});

describe('lines outweigh figures', () => {
  // No line names a keep-alive race: it is the one cause that figures alone must carry.
  const named = causes.filter(({ id }) => id !== 'keepalive-race');
  /** The proxy's own words about a close are no figure: an answer of which it saw nothing was not cut short. */
  const seenBy = (id: string, closes: readonly Given[]): readonly Given[] =>
    id === 'response-truncated' ? closes.map((close) => ({ ...close, phase: 'body' as const })) : closes;
  for (const { id } of named)
    test(`${id}: confirmed by one decisive line each, likely by a strong one, whatever the figures suggest`, () => {
      for (const [name, given] of Object.entries(figures)) {
        const closes = seenBy(id, given);
        const beside = closes.map(({ at = 0 }) => ({ at: at - 0.4, cause: id }));
        expect(foundIn({ closes, clues: beside }), name).toEqual([`${id} confirmed ${closes.length}`]);
        const strong = foundIn({
          closes,
          clues: beside.map((clue) => ({ ...clue, strength: 'strong' as const })),
        });
        expect(strong, name).toHaveLength(1);
        expect(strong[0], name).toMatch(new RegExp(`^${id} (?:likely|confirmed) ${closes.length}$`));
      }
    });
});

test('a line about an answer that broke off does not confirm a close before any answer', () => {
  const unanswered = Object.entries(figures).filter(([, closes]) =>
    closes.every(({ phase }) => phase !== 'body'),
  );
  expect(unanswered.length).toBeGreaterThan(5);
  for (const [name, closes] of unanswered) {
    const clues = closes.map(({ at = 0 }) => ({ at: at - 0.4, cause: 'response-truncated' }));
    expect(foundIn({ closes, clues }).join(), name).not.toContain('response-truncated confirmed');
  }
});

describe('each cause says what it found and what to do, in whole sentences', () => {
  for (const { id } of causes)
    test(id, () => {
      const closes = (figures['plain'] ?? []).map((given) => ({
        ...given,
        reused: id === 'keepalive-race',
        elapsed: 12,
      }));
      const clues = closes.map(({ at = 0 }) => ({ at, cause: id }));
      const { findings, runbook, fix } = verdictOf({ closes, clues });
      const found = findings.find(({ cause }) => cause === id);
      expect(found?.why).toMatch(/^\S.*\.$/);
      expect(found?.why).not.toMatch(/undefined|NaN|Infinity|\$\{| {2}/);
      for (const { text } of runbook) {
        expect(text).toMatch(/^\S.*[.?]$/);
        expect(text).not.toMatch(/undefined|NaN|Infinity|\$\{| {2}/);
      }
      for (const { where, diff, because } of fix) {
        expect(where).not.toBe('');
        expect(diff).toMatch(/^(?:[-+ ].*(?:\n|$))+$/);
        expect(because).toMatch(/^[A-Z].*\.$/);
      }
    });
});
