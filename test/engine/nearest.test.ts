import { describe, expect, it } from 'vitest';
import { bareVerdict } from '#lib/engine/bare.ts';
import { contextOf, nearestTo } from '#lib/engine/nearest.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import { eventTime } from '#lib/model/time.ts';

const line = (at: number, text: string): NearbyLine => ({
  source: '/app/api',
  line: null,
  at: eventTime(at),
  text,
});
const verdict = bareVerdict({ id: 'i', service: 'shop', start: null, end: null });

describe('the lines nearest to a moment', () => {
  it('are the nearest, in their own order', () => {
    const lines = Array.from({ length: 40 }, (_, index) => line(index * 1_000, `line ${index}`));
    const shown = nearestTo(eventTime(20_000), lines).map(({ text }) => text);
    expect(shown).toEqual(Array.from({ length: 12 }, (_, index) => `line ${index + 14}`));
  });

  it('are cut where they are long, but never inside a secret', () => {
    const [plain, secret, late] = nearestTo(eventTime(0), [
      line(0, 'x'.repeat(5_000)),
      line(0, `${'x'.repeat(1_980)} password=${'s'.repeat(100)} after`),
      line(0, `${'x '.repeat(1_500)}password=hunter2`),
    ]);
    expect(plain?.text).toBe(`${'x'.repeat(2_000)} …`);
    expect(secret?.text).toBe(`${'x'.repeat(1_980)} password= …`);
    expect(late?.text).not.toContain('hunter2');
  });
});

describe('lines beside a verdict', () => {
  it('have placeholders of their own, since one that the verdict has means something else there', () => {
    const told = { ...verdict, service: 'a ‹email 1› b ‹email 2› c ‹query 1›' };
    const shown = contextOf(
      [line(0, 'mail to a@example.com of b@example.com, a@example.com: password=x')],
      told,
    );
    expect(shown.map(({ text }) => text)).toEqual([
      'mail to ‹email 3› of ‹email 4›, ‹email 3›: password=‹secret 1›',
    ]);
  });
});
