import { expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { join } from '#lib/engine/join.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { byTime } from '#lib/engine/order.ts';
import { merge, summarise } from '#lib/engine/summarise.ts';
import { spent } from '#test/spent.ts';
import {
  aside,
  catalogueOf,
  clue,
  evidenceOf,
  factsOf,
  type Line,
  signalOf,
  source,
  symptom,
} from './made-up.ts';

it('a line of brackets costs an access format a moment', () => {
  const line = `${'['.repeat(50_000)}"}`;
  for (const format of catalogue.formats) {
    const from = spent();
    format.read(line);
    expect(spent() - from, format.id).toBeLessThan(2_000);
  }
}, 60_000);

it('CloudWatch promises to find words and phrases: a shared beginning ends with a word', () => {
  for (const { id } of catalogue.formats) {
    const needles = needlesOf(catalogue, [id]);
    for (const kept of filterPattern(needles).needles)
      for (const needle of needles)
        if (kept !== '' && needle.startsWith(kept) && needle !== kept)
          expect(
            /\w$/.test(kept) && /^\w/.test(needle.slice(kept.length)),
            `${id}: ${kept}|${needle.slice(kept.length)}`,
          ).toBe(false);
  }
});

it('times of day that an eastern zone carries before 1970 stand behind lines without a time, not around them', () => {
  const facts = factsOf([{ of: 'a' }, { of: 'b' }, { of: 'c' }]).map((fact, i) => ({
    ...fact,
    at: [-5_000, null, 5_000][i] as never,
  }));
  const order = [...facts].sort(byTime).map(({ at }) => at as number | null);
  expect(order.indexOf(null)).not.toBe(1);
});

it('an aside near two sessions belongs to an incident whether or not the other one is in view', () => {
  const world = catalogueOf([
    symptom('error/closed'),
    aside('error/left'),
    clue('backend/died', { within: { from: -300_000, to: 0 } }),
  ]);
  const sources = [source('proxy', { role: 'proxy' })];
  const closed = (at: number): Line => ({ of: 'error/closed', at, connection: `${at}`, on: '/pay' });
  const left: Line = { of: 'error/left', at: 310_000, connection: 'x', on: '/pay' };
  const late = 610_000;
  const asidesOf = (lines: readonly Line[]) =>
    join(evidenceOf(lines), 'default', sources, world).incidents.find(
      ({ closes }) =>
        closes[0]?.lines[0].says !== undefined &&
        closes.some(
          ({ at }) =>
            at !== null &&
            at % 1_000 === (closed(late).at ?? 0) % 1_000 &&
            at > Date.UTC(2026, 10, 24, 12, 5),
        ),
    )?.asides.length;
  expect(asidesOf([closed(0), left, closed(late)])).toBe(asidesOf([left, closed(late)]));
});

it('of equal texts the same one is kept from one batch and from two', () => {
  const [a, b] = [9, 19].map((line, i) => {
    const signal = signalOf({ of: 'error/closed', text: 'same' }, i);
    return { ...signal, excerpt: { ...signal.excerpt, line } };
  });
  if (!a || !b) throw new Error('two');
  const lineOf = (batches: (typeof a)[][]) =>
    [...merge(batches.flatMap((batch) => summarise(batch, 's', 'v'))).excerpts.values()].map(
      ({ line }) => line,
    );
  expect(lineOf([[a, b]])).toEqual(lineOf([[a], [b]]));
  expect(lineOf([[b, a]])).toEqual(lineOf([[a, b]]));
  expect(lineOf([[a, b]])).toEqual([9]);
});
