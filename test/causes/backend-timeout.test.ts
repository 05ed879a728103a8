import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = {
  upstream: '192.0.2.7:3000',
  scheme: 'http',
  method: 'GET',
  by: 'fin',
  on: '/api/search',
} as const;

describe('backend-timeout explains', () => {
  test('closes at one round time', () => {
    const closes = times(5, 10, (index) => ({ ...get, elapsed: 2_001 + (index % 2) }));
    const { findings } = verdictOf({ closes });
    expect(findings.map(({ cause, confidence }) => [cause, confidence])).toEqual([
      ['backend-timeout', 'likely'],
    ]);
    expect(findings[0]?.why).toBe(
      '5 requests on /api/search were cut by a timeout of 2 s in the backend or a hop before it.',
    );
  });

  test('closes within a few per cent of one round time', () => {
    const closes = times(10, 10, (index) => ({ ...get, elapsed: 2_001 + index * 10 }));
    expect(foundIn({ closes })).toEqual(['backend-timeout likely 10']);
  });

  test('two closes on the dot', () => {
    const closes = times(2, 40, (index) => ({ ...get, elapsed: 10_002 + index }));
    expect(foundIn({ closes })).toEqual(['backend-timeout likely 2']);
  });

  test('a single one is possible', () => {
    expect(foundIn({ closes: [{ ...get, elapsed: 60_001 }] })).toEqual(['backend-timeout possible 1']);
  });

  test('a limit that was told, and how to raise it', () => {
    const closes = times(4, 40, (index) => ({ ...get, elapsed: 45_003 + index * 3 }));
    const { findings, fix } = verdictOf({ closes, settings: { 'node.requestTimeout': 45_000 } });
    expect(findings[0]?.why).toContain('Node.js server.requestTimeout 45 s');
    expect(fix[0]?.diff).toBe('-server.requestTimeout = 45000;\n+server.requestTimeout = 90000;');
  });
});

describe('backend-timeout does not explain', () => {
  test('closes after very different times', () => {
    const closes = times(4, 30, (index) => ({ ...get, elapsed: [800, 3_700, 10_020, 7_000][index] ?? 0 }));
    expect(foundIn({ closes })).toEqual(['unexplained 4']);
  });

  test('closes at once', () => {
    const closes = times(4, 30, () => ({ ...get, elapsed: 2 }));
    expect(foundIn({ closes }).join()).not.toContain('backend-timeout');
  });

  test('a crash whose line is there, though the times agree', () => {
    const closes = times(3, 30, (index) => ({ ...get, elapsed: 5_001 + index }));
    const clues = closes.map(({ at = 0 }) => ({ at, cause: 'crash' }));
    expect(foundIn({ closes, clues })).toEqual(['crash confirmed 3']);
  });
});
