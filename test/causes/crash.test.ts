import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:3000', scheme: 'http', method: 'GET', by: 'fin' } as const;
const refusedAt = (...moments: readonly number[]) => moments.map((at) => ({ at, cause: 'connect-failed' }));

describe('crash explains', () => {
  test('its own line', () => {
    const closes = [{ ...get, on: '/api/images/7', elapsed: 80 }];
    const clues = [{ at: 0, cause: 'crash', signal: 'SIGSEGV', pid: 714 }];
    const { findings } = verdictOf({ closes, clues });
    expect(findings[0]).toMatchObject({
      cause: 'crash',
      confidence: 'confirmed',
      why: 'A process of the backend (pid 714) died of SIGSEGV in the middle of a request on /api/images/7; 1 connection ended.',
    });
  });

  test('one route under way each time that the process went away, as possible', () => {
    const closes = [0, 40, 90].flatMap((at, death) => [
      { ...get, at, on: '/invoices/pdf', elapsed: 300 + death * 17 },
      { ...get, at: at + 0.1, on: `/other/${death}x`, elapsed: 1_300 + death * 333 },
      { ...get, at: at + 0.2, on: `/third/${death}x`, elapsed: 30 },
    ]);
    const { findings } = verdictOf({ closes, asides: refusedAt(1, 2, 41, 42, 91) });
    expect(findings.map(({ cause, confidence, closes: n }) => [cause, confidence, n])).toEqual([
      ['crash', 'possible', 9],
    ]);
  });
});

describe('crash does not explain', () => {
  test('a process that went away once: a stop looks the same', () => {
    const closes = times(6, 0.2, (index) => ({ ...get, on: `/r${index}x`, elapsed: 320 + index * 500 }));
    const { findings, unexplained } = verdictOf({ closes, asides: refusedAt(2, 3, 4) });
    expect(findings).toEqual([]);
    expect(unexplained?.candidates.map(({ cause }) => cause)).toEqual(['crash', 'restart']);
  });

  test('four closes on one route of which nothing else is known', () => {
    expect(foundIn({ closes: times(4, 12, () => ({ ...get, on: '/reports' })) })).toEqual(['unexplained 4']);
  });

  test('connections to several upstreams that end together', () => {
    const closes = times(6, 0.2, (index) => ({
      ...get,
      by: 'reset' as const,
      upstream: `192.0.2.${index % 3}:80`,
      on: `/r${index}x`,
      elapsed: 200 + index * 700,
    }));
    expect(foundIn({ closes }).join()).not.toContain('crash');
  });
});
