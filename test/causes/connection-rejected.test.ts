import { describe, expect, test } from 'vitest';
import { foundIn, times } from './incident.ts';

const get = { upstream: '192.0.2.7:3000', scheme: 'http', method: 'GET', by: 'fin' } as const;

describe('connection-rejected explains', () => {
  test('one route, each time at once, as possible', () => {
    const closes = times(5, 12, () => ({ ...get, on: '/api/partner/stock', elapsed: 1 }));
    expect(foundIn({ closes })).toEqual(['connection-rejected possible 5']);
    expect(foundIn({ closes, backendLog: true })).toEqual(['connection-rejected possible 5']);
  });

  test('its own line', () => {
    const closes = times(2, 12, () => ({ ...get, on: '/', elapsed: 1 }));
    const clues = closes.map(({ at = 0 }) => ({
      at,
      cause: 'connection-rejected',
      strength: 'strong' as const,
    }));
    expect(foundIn({ closes, clues })).toEqual(['connection-rejected likely 2']);
  });
});

describe('connection-rejected does not explain', () => {
  test('one route after seconds of work', () => {
    const closes = times(5, 12, (index) => ({ ...get, on: '/reports', elapsed: 1_200 + index * 800 }));
    expect(foundIn({ closes })).toEqual(['unexplained 5']);
  });

  test('many routes at once', () => {
    const closes = times(5, 12, (index) => ({ ...get, on: `/r${index}x`, elapsed: 1 }));
    expect(foundIn({ closes }).join()).not.toContain('connection-rejected');
  });
});
