import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = {
  upstream: '192.0.2.7:8000',
  scheme: 'http',
  method: 'GET',
  by: 'fin',
  on: '/reports/sales',
} as const;
const closes = times(3, 15, (index) => ({ ...get, elapsed: 1_300 + index * 140 }));

describe('oom-kill explains', () => {
  test('its own line, with the memory that the process held', () => {
    const clues = closes.map(({ at = 0 }) => ({
      at,
      cause: 'oom-kill',
      process: 'gunicorn',
      pid: 2_486 + at,
      bytes: 97_517_568,
    }));
    const { findings, fix } = verdictOf({ closes, clues, settings: { 'gunicorn.timeout': 30_000 } });
    expect(findings[0]).toMatchObject({ cause: 'oom-kill', confidence: 'confirmed', closes: 3 });
    expect(findings[0]?.why).toBe(
      'gunicorn (pids 2486, 2501 and 2516) were killed for memory at 93 MiB resident in the middle of requests on /reports/sales; 3 connections ended.',
    );
    expect(fix[0]?.diff).toBe('+MemoryMax=192M');
  });

  test('a SIGKILL that nothing else explains, as possible', () => {
    const clues = closes.map(({ at = 0 }) => ({ at, cause: 'oom-kill', strength: 'supporting' as const }));
    expect(foundIn({ closes, clues })).toEqual(['oom-kill possible 3']);
  });
});

describe('oom-kill does not explain', () => {
  test('closes of which no line speaks', () => {
    expect(foundIn({ closes }).join()).not.toContain('oom-kill');
  });

  test('a worker time-out that was followed by a SIGKILL', () => {
    const clues = closes.flatMap(({ at = 0 }) => [
      { at: at - 1, cause: 'worker-timeout' },
      { at, cause: 'oom-kill', strength: 'supporting' as const },
    ]);
    expect(foundIn({ closes, clues })).toEqual(['worker-timeout confirmed 3']);
  });
});
