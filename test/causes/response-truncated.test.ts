import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:8000', scheme: 'http', method: 'GET', by: 'fin', phase: 'body' } as const;

describe('response-truncated explains', () => {
  test('answers that break off at the same size', () => {
    const closes = times(3, 30, (index) => ({
      ...get,
      on: '/export',
      received: 8_192,
      elapsed: 320 + index * 75,
    }));
    const { findings } = verdictOf({ closes });
    expect(findings[0]).toMatchObject({
      cause: 'response-truncated',
      confidence: 'likely',
      why: 'The backend broke off 3 answers on /export at 8 KiB before the end it had announced.',
    });
  });

  test('one close that the backend’s log in view does not explain', () => {
    expect(foundIn({ closes: [{ ...get, on: '/export', elapsed: 320 }], backendLog: true })).toEqual([
      'response-truncated likely 1',
    ]);
  });

  test('a close at the idle timer of the backend: the answer was over, its length wrong', () => {
    const closes = [{ ...get, on: '/export', elapsed: 2_020 }];
    const { findings } = verdictOf({ closes, settings: { 'gunicorn.keepalive': 2_000 } });
    expect(findings.map(({ cause, confidence }) => [cause, confidence])).toEqual([
      ['response-truncated', 'likely'],
    ]);
  });
});

describe('response-truncated does not explain', () => {
  test('a process that died in the middle of answers', () => {
    const closes = times(3, 30, (index) => ({ ...get, on: '/export', elapsed: 320 + index * 75 }));
    const clues = closes.map(({ at = 0 }) => ({ at, cause: 'crash' }));
    expect(foundIn({ closes, clues })).toEqual(['crash confirmed 3']);
  });

  test('several routes that end together before connects are refused', () => {
    const closes = times(4, 0.2, (index) => ({ ...get, on: `/r${index}x`, elapsed: 300 + index * 500 }));
    const asides = [1, 2, 3].map((at) => ({ at, cause: 'connect-failed' }));
    expect(foundIn({ closes, asides }).join()).not.toContain('response-truncated');
  });

  test('a close before any answer', () => {
    const closes = times(3, 30, (index) => ({
      ...get,
      phase: 'header' as const,
      on: '/export',
      elapsed: 320 + index,
    }));
    expect(foundIn({ closes }).join()).not.toContain('response-truncated');
  });
});
