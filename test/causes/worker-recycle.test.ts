import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:8000', scheme: 'http', method: 'GET', by: 'fin', on: '/reports' } as const;
const closes = times(2, 16, (index) => ({ ...get, elapsed: 8_052 + index * 980 }));

describe('worker-recycle explains', () => {
  test('its own line, and makes recycling rarer', () => {
    const clues = closes.map(({ at = 0 }) => ({ at, cause: 'worker-recycle', pid: 12 }));
    const { findings, fix } = verdictOf({ closes, clues, settings: { 'gunicorn.max_requests': 200 } });
    expect(findings[0]).toMatchObject({ cause: 'worker-recycle', confidence: 'confirmed', closes: 2 });
    expect(findings[0]?.why).toContain(
      'gunicorn replaced a worker (pid 12) that still had requests on /reports (gunicorn --max-requests 200);',
    );
    expect(fix[0]?.diff).toBe(
      '-gunicorn --max-requests 200\n+gunicorn --max-requests 1000\n+gunicorn --max-requests-jitter 100',
    );
  });
});

describe('worker-recycle does not explain', () => {
  test('closes of a server that replaces no workers', () => {
    const { ruledOut } = verdictOf({ closes, settings: { 'gunicorn.max_requests': null } });
    expect(ruledOut.find(({ cause }) => cause === 'worker-recycle')?.because).toBe(
      'gunicorn replaces no workers: --max-requests is off',
    );
  });

  test('even spacing alone', () => {
    const even = times(6, 30, (index) => ({ ...get, on: `/r${index}x`, elapsed: 900 + index * 777 }));
    expect(foundIn({ closes: even }).join()).not.toContain('worker-recycle');
  });
});
