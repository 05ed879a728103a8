import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:3000', scheme: 'http', method: 'GET', by: 'reset' } as const;
const closes = times(4, 3, (index) => ({ ...get, on: `/r${index}x`, elapsed: 5_000 + index * 3_000 }));

describe('overload explains', () => {
  test('closes among requests that run into the proxy’s timeout, as possible', () => {
    const asides = times(20, 1, () => ({})).map((given) => ({ ...given, cause: 'proxy-timeout' }));
    const { findings } = verdictOf({ closes, asides });
    expect(findings.map(({ cause, confidence }) => [cause, confidence])).toEqual([['overload', 'possible']]);
    expect(findings[0]?.why).toContain('while 20 other requests timed out at the proxy');
  });

  test('its own line', () => {
    const clues = closes.map(({ at = 0 }) => ({ at, cause: 'overload', strength: 'strong' as const }));
    expect(foundIn({ closes, clues })).toEqual(['overload likely 4']);
  });
});

describe('overload does not explain', () => {
  test('closes with nothing waiting around them', () => {
    const { ruledOut } = verdictOf({ closes });
    expect(ruledOut.find(({ cause }) => cause === 'overload')?.because).toBe(
      'no request timed out and no connect failed within a minute of it',
    );
  });

  test('closes among requests that time out at another upstream', () => {
    const asides = times(20, 1, () => ({ upstream: '192.0.2.99:3000' })).map((given) => ({
      ...given,
      cause: 'proxy-timeout',
    }));
    expect(verdictOf({ closes, asides }).findings).toEqual([]);
  });
});
