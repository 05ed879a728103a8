import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { scheme: 'http', method: 'GET', by: 'reset', upstream: '192.0.2.7:80' } as const;

describe('network explains', () => {
  test('connections to several upstreams that end at one moment, as possible', () => {
    const closes = times(6, 0.2, (index) => ({
      ...get,
      upstream: `192.0.2.${index % 3}:80`,
      on: `/r${index}x`,
      elapsed: 200 + index * 900,
    }));
    expect(foundIn({ closes })).toEqual(['network possible 6']);
  });

  test('resets when a middlebox forgets quiet connections, and keeps them awake', () => {
    const closes = times(3, 60, (index) => ({ ...get, on: '/export', elapsed: 350_200 + index * 40 }));
    const { findings } = verdictOf({ closes });
    expect(findings[0]).toMatchObject({ cause: 'network', confidence: 'possible' });
    expect(findings[0]?.why).toContain(
      'an AWS Network Load Balancer or NAT gateway forgets a quiet connection',
    );
  });

  test('a full connection table', () => {
    const closes = times(3, 4, (index) => ({ ...get, on: '/export', elapsed: 900 + index * 800 }));
    const clues = closes.map(({ at = 0 }) => ({ at, cause: 'network', strength: 'strong' as const }));
    expect(foundIn({ closes, clues })).toEqual(['network likely 3']);
  });
});

describe('network does not explain', () => {
  test('one upstream', () => {
    const closes = times(6, 0.2, (index) => ({ ...get, on: `/r${index}x`, elapsed: 200 + index * 900 }));
    expect(foundIn({ closes })).toEqual(['unexplained 6']);
  });

  test('an orderly close after a long wait', () => {
    const closes = times(3, 60, (index) => ({
      ...get,
      by: 'fin' as const,
      on: '/export',
      elapsed: 60_001 + index,
    }));
    expect(foundIn({ closes }).join()).not.toContain('network');
  });
});
