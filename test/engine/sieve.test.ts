import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import { anyOf, sieve } from '#lib/engine/sieve.ts';

/** Few letters, so that beginnings are shared and overlap. */
const word = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '—'), maxLength: most });

it('finds what looking for each needle finds', () => {
  fc.assert(
    fc.property(fc.array(word(6), { maxLength: 8 }), word(40), (needles, text) => {
      const found = sieve(needles.map((needle, index) => [needle, index] as const))(text);
      const each = needles.flatMap((needle, index) => (text.includes(needle) ? [index] : []));
      expect([...found].sort((a, b) => a - b)).toEqual(each);
    }),
  );
});

it('lets through every sample and near miss that its needles let through', () => {
  const needles = needlesOf(
    catalogue,
    catalogue.formats.map(({ id }) => id),
  );
  const isKept = anyOf(needles);
  for (const { samples, nearMisses } of catalogue.signatures)
    for (const { line } of [...samples, ...nearMisses])
      expect(isKept(line), line).toBe(mayMatch(line, needles));
});
