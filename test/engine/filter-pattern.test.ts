import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern, longestPattern } from '#lib/catalogue/filter-pattern.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';

/** What CloudWatch makes of a pattern: every line, or the lines that hold one of its phrases. */
function delivers(pattern: string): (line: string) => boolean {
  if (pattern === '""') return () => true;
  const terms = pattern.match(/\?"[^"\\]*"/g) ?? [];
  if (terms.join(' ') !== pattern) throw new Error(`not a list of ?"phrases": ${pattern}`);
  return (line) => terms.some((term) => line.includes(term.slice(2, -1)));
}

const word = fc.constantFrom(
  'worker',
  'working',
  'workload',
  'exited',
  'was',
  'killed',
  'upstream',
  'closed',
  'x'.repeat(70),
  'premature',
);
const needle = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const needles = fc.array(needle, { minLength: 1, maxLength: 60 });

describe('a filter pattern', () => {
  it('is a list of phrases, of which each needle holds one, in 1,024 characters', () => {
    fc.assert(
      fc.property(needles, (list) => {
        const { pattern, needles: kept } = filterPattern(list);
        expect(pattern.length).toBeLessThanOrEqual(longestPattern);
        const delivered = delivers(pattern);
        for (const each of list) expect(delivered(`before ${each} after`)).toBe(true);
        for (const each of list) expect(kept.some((part) => each.includes(part))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('depends on the set of needles, not on their order or repetition', () => {
    fc.assert(
      fc.property(needles, (list) => {
        expect(filterPattern([...list].reverse().concat(list))).toEqual(filterPattern(list));
      }),
    );
  });

  it('keeps every needle as it is where they fit, without those that hold another', () => {
    expect(filterPattern(['closed', 'was closed by', 'died'])).toEqual({
      pattern: '?"closed" ?"died"',
      needles: ['closed', 'died'],
    });
  });

  it('fills the last character before it cuts anything', () => {
    const letters = Array.from({ length: 16 }, (_, i) => String.fromCharCode(97 + i));
    // Sixteen phrases with marks and blanks: 16 × 64 is 1,024 with one blank to spare.
    const exact = letters.map((letter, i) => letter.repeat(i === 0 ? 61 : 60));
    expect(filterPattern(exact).pattern).toHaveLength(longestPattern);
    expect(filterPattern(exact)).toEqual({ pattern: filterPattern(exact).pattern, needles: exact });
    const more = exact.map((each, i) => (i === 0 ? `${each}a` : each));
    expect(filterPattern(more)).toMatchObject({ pattern: '""', needles: [''] });
  });

  it('cuts needles to beginnings of six characters or more, and says so', () => {
    const many = Array.from({ length: 40 }, (_, i) => `worker number ${i} has come to its end in this way`);
    const { pattern, needles: kept, note } = filterPattern([...many, 'short']);
    expect(pattern.length).toBeLessThanOrEqual(longestPattern);
    expect(note).toContain('beginnings');
    expect(kept).toContain('short');
    for (const each of kept) expect(each.length).toBeGreaterThanOrEqual(5);
  });

  it('lets everything through where nothing is shared, and says so', () => {
    const apart = Array.from(
      { length: 40 },
      (_, i) => `${String.fromCharCode(65 + (i % 26))}${i}${'-'.repeat(40)}`,
    );
    expect(filterPattern(apart)).toMatchObject({ pattern: '""', needles: [''] });
  });

  const formats = catalogue.formats.map(({ id }) => id);
  const samples = catalogue.signatures.flatMap(({ formats: of, samples: all }) =>
    all.map(({ line, format = of[0] }) => ({ line, format, of })),
  );

  it('of any formats delivers every line that a signature of theirs shows as a sample', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...formats), { minLength: 1, maxLength: 4 }), (some) => {
        const own = needlesOf(catalogue, some);
        if (!isNonEmpty(own)) return;
        const delivered = delivers(filterPattern(own).pattern);
        for (const { line, format, of } of samples)
          if (some.includes(format) && of.some((each) => some.includes(each)))
            expect(delivered(line), line).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
