import { describe, expect, it } from 'vitest';
import { momentOf } from '#functions/cli/moment.ts';
import { changesWithin, zoneOf } from '#functions/cli/named-zone.ts';
import { zoneBetween, zoneWithin } from '#functions/cli/zone.ts';
import { hour, minute, second } from '#lib/model/time.ts';

const at = (iso: string) => new Date(iso).getTime();
const noon = at('2026-03-01T12:00:00Z');
const none: ReadonlySet<number> = new Set();

describe('the zone at which two logs meet', () => {
  const moments = [noon + 3 * second, noon + 281 * second, noon + 550 * second];
  const spread = (offset: number, late = 0) => {
    const events = moments.map((ms) => ms + offset * minute + late);
    return { events, stretch: [Math.min(...events), Math.max(...events)] as const };
  };

  it.each([0, 60, 330, -480, 765, -210])('is that of coinciding events: %i minutes east', (offset) => {
    expect(zoneBetween(spread(offset, 700), spread(0), none)).toBe(offset);
  });

  it('falls back on the time that both cover', () => {
    const zoneless = { events: [], stretch: [noon + 2 * hour, noon + 2 * hour + 10 * minute] as const };
    const zoned = { events: [], stretch: [noon, noon + 10 * minute] as const };
    expect(zoneBetween(zoneless, zoned, none)).toBe(120);
  });

  it('is open where several would do, unless another log prints one of them', () => {
    const zoneless = { events: [], stretch: [noon, noon + minute] as const };
    const zoned = { events: [], stretch: [noon - 12 * hour, noon + 12 * hour] as const };
    expect(zoneBetween(zoneless, zoned, none)).toBe(undefined);
    expect(zoneBetween(zoneless, zoned, new Set([120]))).toBe(120);
  });

  it('is open where one of many events meets another by chance', () => {
    const many = Array.from({ length: 50 }, (_, i) => noon + i * 97 * second);
    const zoneless = { events: many, stretch: [noon, noon + 49 * 97 * second] as const };
    const zoned = {
      events: [(many[20] ?? 0) - 3 * hour],
      stretch: [noon - 24 * hour, noon + 24 * hour] as const,
    };
    expect(zoneBetween(zoneless, zoned, none)).toBe(undefined);
  });
});

describe('the zone within a file', () => {
  const hints = (kind: 'stamp' | 'line', ...apart: readonly number[]) =>
    apart.map((ms) => ({ kind, apart: ms }));

  it('is the constant distance of two stamps of one line, collectors being late', () => {
    expect(zoneWithin(hints('stamp', 2 * hour - 300, 2 * hour - 4 * second, 2 * hour - 90 * second))).toBe(
      120,
    );
    expect(zoneWithin(hints('stamp', -5 * hour))).toBe(-300);
    expect(zoneWithin(hints('stamp', 330 * minute - second))).toBe(330);
  });

  it('is that of the line above, where most agree', () => {
    expect(zoneWithin(hints('line', hour, hour + second, hour + 40 * second, 100 * second))).toBe(60);
    expect(zoneWithin(hints('line', hour))).toBe(60);
  });

  it('is open where they do not agree, or one pair is all there is and it is far apart', () => {
    expect(zoneWithin(hints('line', hour + 30 * second))).toBe(undefined);
    expect(zoneWithin(hints('line', hour, 2 * hour, 3 * hour))).toBe(undefined);
    expect(zoneWithin(hints('line', 7 * minute, 23 * minute))).toBe(undefined);
    expect(zoneWithin([])).toBe(undefined);
  });
});

describe('a zone by its name', () => {
  it('has the offset of the moment at which its clocks show a time', () => {
    expect(zoneOf('Europe/Berlin', at('2026-07-01T12:00:00Z'))).toBe(120);
    expect(zoneOf('Europe/Berlin', at('2026-12-01T12:00:00Z'))).toBe(60);
    expect(zoneOf('Asia/Kolkata', noon)).toBe(330);
    expect(zoneOf('America/St_Johns', noon)).toBe(-210);
    // Clocks were put forward at 02:00; 03:30 is summer time already, though 03:30 UTC minus an hour is not past it.
    expect(zoneOf('America/New_York', at('2026-03-08T03:30:00Z'))).toBe(-240);
    expect(zoneOf('America/New_York', at('2026-03-08T01:30:00Z'))).toBe(-300);
  });

  it('or is an offset', () => {
    expect(['+02:00', '-0330', '+2', 'UTC', 'Z'].map((name) => zoneOf(name, noon))).toEqual([
      120, -210, 120, 0, 0,
    ]);
  });

  it('knows whether its clocks were changed', () => {
    expect(changesWithin('Europe/Berlin', at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(true);
    expect(changesWithin('Europe/Berlin', at('2026-04-28T12:00:00Z'), at('2026-09-29T12:00:00Z'))).toBe(
      false,
    );
    expect(changesWithin('+02:00', at('2026-03-01T12:00:00Z'), at('2026-04-29T12:00:00Z'))).toBe(false);
  });
});

it.each<[string, string, string]>([
  ['2026-11-22T12:00:00Z', 'UTC', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22T12:00:00.5+01:00', 'UTC', '2026-11-22T11:00:00.500Z'],
  ['2026-11-22 12:00', 'UTC', '2026-11-22T12:00:00.000Z'],
  ['2026-11-22 12:00', 'Europe/Berlin', '2026-11-22T11:00:00.000Z'],
  ['2026-11-22', '-05:00', '2026-11-22T05:00:00.000Z'],
  ['2026-11-22T12:00:00 -0500', 'UTC', '2026-11-22T17:00:00.000Z'],
  ['90m', 'UTC', '2026-03-01T10:30:00.000Z'],
  ['2d', 'UTC', '2026-02-27T12:00:00.000Z'],
])('--since %s in %s is %s', (text, zone, iso) => {
  expect(new Date(momentOf('--since', text, noon, zone)).toISOString()).toBe(iso);
});
