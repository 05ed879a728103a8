import { describe, expect, it } from 'vitest';
import { compareVersions } from '#lib/engine/limits.ts';
import { place } from '#lib/engine/read.ts';
import { pathOf, routeOf } from '#lib/engine/route.ts';
import { eventTime, type Stamp } from '#lib/model/time.ts';

const wall = (iso: string) => new Date(`${iso}Z`).getTime();
const stamp = (iso: string, extra: Partial<Stamp> = {}): Stamp => ({
  wall: wall(iso),
  zone: undefined,
  lacks: 'nothing',
  resolution: 1_000,
  ...extra,
});

describe('placing a clock face in time', () => {
  it('believes the line’s own zone before the source’s', () => {
    expect(place(stamp('2026-03-01T12:00:00', { zone: 60 }), { zone: -300 }, undefined)).toBe(
      wall('2026-03-01T11:00:00'),
    );
    expect(place(stamp('2026-03-01T12:00:00'), { zone: -300 }, undefined)).toBe(wall('2026-03-01T17:00:00'));
  });

  it('takes the missing year nearest to the anchor, over New Year too', () => {
    const source = { zone: 0, anchor: eventTime(wall('2027-01-01T00:10:00')) };
    expect(place(stamp('1972-12-31T23:59:00', { lacks: 'year' }), source, undefined)).toBe(
      wall('2026-12-31T23:59:00'),
    );
    expect(place(stamp('1972-01-01T00:05:00', { lacks: 'year' }), source, undefined)).toBe(
      wall('2027-01-01T00:05:00'),
    );
  });

  it('takes the missing date nearest to the observed time', () => {
    const seen = wall('2026-05-02T00:00:30');
    expect(place(stamp('1970-01-01T23:59:58', { lacks: 'date' }), { zone: 0 }, seen)).toBe(
      wall('2026-05-01T23:59:58'),
    );
  });
});

describe('routes', () => {
  it.each([
    ['/orders/1842?x=1', '/orders/:id'],
    ['/u/0f2b6d7c-9d5a-4e3f-8a1b-2c3d4e5f6071/avatar', '/u/:id/avatar'],
    ['http://shop.example.com/a/b?c', '/a/b'],
    ['/blob/QmFzZTY0U3RyaW5nV2l0aERpZ2l0czEyMw', '/blob/:id'],
    ['/reports/monthly', '/reports/monthly'],
    ['*', '*'],
  ])('%s → %s', (target, route) => {
    expect(routeOf(target)).toBe(route);
  });

  it('cuts the query and nothing else from a path', () => {
    expect(pathOf('/a%20b/1?x=/y')).toBe('/a%20b/1');
  });
});

describe('versions', () => {
  it('compare by their numbers', () => {
    expect(compareVersions('1.29.7', '1.29.10')).toBeLessThan(0);
    expect(compareVersions('20.1.0', '20.1')).toBe(0);
    expect(compareVersions('6.0', '5.99.99')).toBeGreaterThan(0);
  });
});
