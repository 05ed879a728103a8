import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:8000', scheme: 'http', method: 'GET', by: 'fin' } as const;
const burst = times(6, 0.2, (index) => ({ ...get, on: `/r${index}x`, elapsed: 320 + index * 1_500 }));

describe('restart explains', () => {
  test('a stop line before closes that come together', () => {
    const clues = [{ at: -1, cause: 'restart', strength: 'strong' as const }];
    const asides = [2, 3, 4].map((at) => ({ at, cause: 'connect-failed' }));
    const { findings, fix, runbook } = verdictOf({
      closes: burst,
      clues,
      asides,
      settings: { 'gunicorn.graceful_timeout': 4_000 },
    });
    expect(findings[0]).toMatchObject({ cause: 'restart', closes: 6 });
    expect(findings[0]?.why).toContain('was stopped while requests were under way; it cut 6 connections');
    expect(runbook.find(({ step }) => step === 4)?.text).toBe(
      'A request had run for 7.8 s and gunicorn --graceful-timeout 4 s is shorter: it could not finish.',
    );
    expect(fix[0]?.diff).toBe('-gunicorn --graceful-timeout 4\n+gunicorn --graceful-timeout 15');
  });

  test('upstreams that lose their connections one after the other', () => {
    const closes = [0, 40, 80].flatMap((start, host) =>
      times(3, 0.3, (index) => ({
        ...get,
        upstream: `192.0.2.${host}:80`,
        on: `/r${index}x`,
        elapsed: 210 + index * 700 + host * 1_100,
      })).map((close) => ({ ...close, at: start + (close.at ?? 0) })),
    );
    expect(foundIn({ closes })).toEqual(['restart likely 9']);
  });
});

describe('restart does not explain', () => {
  test('closes that come together, without a line', () => {
    expect(foundIn({ closes: burst })).toEqual(['unexplained 6']);
  });

  test('closes that come back for an hour', () => {
    const closes = times(6, 500, (index) => ({ ...get, on: `/r${index}x`, elapsed: 300 + index * 900 }));
    const { ruledOut } = verdictOf({ closes });
    expect(ruledOut.find(({ cause }) => cause === 'restart')?.because).toBe(
      'the closes came at 6 moments over 41.7 min; a deploy is one moment',
    );
  });
});
