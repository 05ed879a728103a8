import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetOf } from '#functions/config/zones.ts';
import { place } from '#lib/engine/read.ts';
import { momentAt, offsetAt } from '#lib/engine/zone.ts';
import { hour, minute, type Offset } from '#lib/model/time.ts';

const at = (iso: string) => new Date(iso).getTime();
const face = (iso: string) => at(`${iso}Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
/** Berlin as it is in 2026. */
const berlin: Offset = [
  { from: at('2025-10-26T01:00:00Z'), minutes: 60 },
  { from: at('2026-03-29T01:00:00Z'), minutes: 120 },
  { from: at('2026-10-25T01:00:00Z'), minutes: 60 },
];

describe('a clock that is put forward and back', () => {
  it.each([
    ['2026-01-15T12:00', '2026-01-15T11:00'],
    ['2026-07-15T12:00', '2026-07-15T10:00'],
    ['2026-12-15T12:00', '2026-12-15T11:00'],
    ['2026-03-29T01:59', '2026-03-29T00:59'],
    ['2026-03-29T03:00', '2026-03-29T01:00'],
    ['2026-10-25T01:59', '2026-10-24T23:59'],
    ['2026-10-25T03:00', '2026-10-25T02:00'],
    // It never showed this: counted on from before.
    ['2026-03-29T02:30', '2026-03-29T01:30'],
    // Before what is known, as at its beginning.
    ['2025-07-15T12:00', '2025-07-15T11:00'],
  ])('showed %s at %s', (wall, moment) => {
    expect(iso(momentAt(face(wall), berlin, undefined))).toBe(moment);
  });

  it('showed the hour that comes twice first in summer time, unless it was seen later', () => {
    const wall = face('2026-10-25T02:30');
    expect(iso(momentAt(wall, berlin, undefined))).toBe('2026-10-25T00:30');
    expect(iso(momentAt(wall, berlin, at('2026-10-25T00:31Z')))).toBe('2026-10-25T00:30');
    expect(iso(momentAt(wall, berlin, at('2026-10-25T01:31Z')))).toBe('2026-10-25T01:30');
  });

  it('finds the missing year and date', () => {
    const source = { zone: berlin };
    const stamp = { zone: undefined, resolution: 1_000 };
    const winter = place(
      { ...stamp, wall: face('1972-10-25T03:30'), lacks: 'year' },
      source,
      at('2026-10-25T02:31Z'),
    );
    expect(iso(winter)).toBe('2026-10-25T02:30');
    const night = place(
      { ...stamp, wall: face('1970-01-01T00:30'), lacks: 'date' },
      source,
      at('2026-07-14T22:31Z'),
    );
    expect(iso(night)).toBe('2026-07-14T22:30');
    const own = place(
      { ...stamp, zone: -300, wall: face('2026-07-14T12:00'), lacks: 'nothing' },
      source,
      undefined,
    );
    expect(iso(own)).toBe('2026-07-14T17:00');
  });

  it('is read as it was shown, wherever it stands', () => {
    const zones = [
      'Europe/Berlin',
      'America/St_Johns',
      'Africa/Casablanca',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    ];
    const moments = fc.integer({
      min: at('2020-01-01T00:00Z') / minute,
      max: at('2040-01-01T00:00Z') / minute,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        moments,
        fc.integer({ min: -9, max: 9 }),
        (name, minutes, late) => {
          const offset = offsetOf(name) ?? 0;
          const moment = minutes * minute;
          const shown = new Intl.DateTimeFormat('sv-SE', {
            timeZone: name,
            dateStyle: 'short',
            timeStyle: 'medium',
          }).format(moment);
          const wall = face(shown.replace(' ', 'T'));
          expect(wall - moment).toBe(offsetAt(offset, moment) * minute);
          expect(momentAt(wall, offset, moment + late * minute)).toBe(moment);
          const blind = momentAt(wall, offset, undefined);
          expect(Math.abs(blind - moment)).toBeLessThanOrEqual(hour);
          expect(blind).toBeLessThanOrEqual(moment);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a zone by its name', () => {
  it('has the changes of its clocks, to the minute', () => {
    const offset = offsetOf('Europe/Berlin');
    if (offset === undefined || typeof offset === 'number') throw new Error('no changes');
    expect(offset).toEqual(expect.arrayContaining(berlin.slice(1)));
  });

  it('is a number where clocks are never changed, and nothing where there is no such zone', () => {
    expect(['Asia/Kolkata', 'UTC', 'Berlin', ''].map(offsetOf)).toEqual([330, 0, undefined, undefined]);
  });
});
