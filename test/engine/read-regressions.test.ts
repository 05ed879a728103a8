import { expect, it } from 'vitest';
import { place } from '#lib/engine/read.ts';
import { isoStamp, type Stamp } from '#lib/model/time.ts';

const at = (iso: string): number => new Date(iso).getTime();
const yearless = (iso: string): Stamp => ({ ...(isoStamp(iso) as Stamp), lacks: 'year' });

it('1 March after midnight, east of Greenwich, is not a day late: it was a 29 February of 1972 in UTC', () => {
  // Mar  1 00:30:00 in Berlin, 2026.
  expect(place(yearless('1972-03-01T00:30:00'), { zone: 60 }, at('2026-02-28T23:30:05Z'))).toBe(
    at('2026-02-28T23:30:00Z'),
  );
});

it('29 February is placed into a year that has one', () => {
  expect(place(yearless('1972-02-29T12:00:00'), { zone: 0 }, at('2028-12-01T00:00:00Z'))).toBe(
    at('2028-02-29T12:00:00Z'),
  );
});
