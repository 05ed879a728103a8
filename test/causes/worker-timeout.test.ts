import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:8000', scheme: 'http', method: 'GET', by: 'fin', on: '/reports' } as const;

describe('worker-timeout explains', () => {
  test('its own line, and says that the limit is lower than the default', () => {
    const closes = times(3, 20, (index) => ({ ...get, elapsed: 4_072 + index * 60 }));
    const clues = closes.map(({ at = 0 }) => ({ at: at - 1, cause: 'worker-timeout', pid: 40 + at }));
    const { findings, runbook, fix } = verdictOf({
      closes,
      clues,
      settings: { 'gunicorn.keepalive': 2_000 },
    });
    expect(findings.map(({ cause, confidence }) => [cause, confidence])).toEqual([
      ['worker-timeout', 'confirmed'],
    ]);
    expect(findings[0]?.why).toBe(
      'gunicorn killed 3 workers for being busy longer than its limit on /reports after 4.1 s to 4.2 s; 3 connections ended with them.',
    );
    expect(runbook.find(({ step }) => step === 4)?.text).toContain('lower than its default of 30 s');
    expect(fix[0]?.diff).toBe('+gunicorn --timeout 10');
  });

  test('closes a little after a limit that was told', () => {
    const closes = times(3, 60, (index) => ({ ...get, elapsed: 30_400 + index * 350 }));
    const { findings, fix } = verdictOf({ closes, settings: { 'gunicorn.timeout': 30_000 } });
    expect(findings.map(({ cause, confidence }) => [cause, confidence])).toEqual([
      ['worker-timeout', 'likely'],
    ]);
    expect(fix.map(({ diff }) => diff)).toEqual([
      '-gunicorn --timeout 30\n+gunicorn --timeout 60',
      '-    proxy_read_timeout 60s;\n+    proxy_read_timeout 65s;',
    ]);
  });

  test('closes alike and a little late, of which nothing else is known, as possible', () => {
    const closes = times(4, 60, (index) => ({ ...get, elapsed: 30_350 + index * 400 }));
    expect(foundIn({ closes })).toEqual(['worker-timeout possible 4']);
  });
});

describe('worker-timeout does not explain', () => {
  test('closes on the dot: a supervisor that looks now and then is late', () => {
    const closes = times(4, 60, (index) => ({ ...get, elapsed: 30_001 + index }));
    expect(foundIn({ closes })).toEqual(['backend-timeout likely 4']);
  });

  test('closes long before the limit that was told', () => {
    const closes = times(3, 60, (index) => ({ ...get, elapsed: 4_100 + index * 90 }));
    const { findings } = verdictOf({ closes, settings: { 'gunicorn.timeout': 30_000 } });
    expect(findings.map(({ cause }) => cause)).not.toContain('worker-timeout');
  });
});
