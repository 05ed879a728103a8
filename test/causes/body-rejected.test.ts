import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const post = { upstream: '192.0.2.7:3000', scheme: 'http', method: 'POST', by: 'reset' } as const;

describe('body-rejected explains', () => {
  test('large uploads that break off while being sent', () => {
    const closes = times(3, 60, (index) => ({
      ...post,
      on: '/documents',
      phase: 'request' as const,
      sent: 3_000_000 + index,
      elapsed: 300 + index * 90,
    }));
    expect(foundIn({ closes })).toEqual(['body-rejected likely 3']);
  });

  test('large uploads that are reset at once, where a race would be as quick', () => {
    const closes = times(3, 20, (index) => ({
      ...post,
      on: '/upload/avatar',
      sent: 1_800_000 * (index + 1),
      elapsed: index,
    }));
    expect(foundIn({ closes })).toEqual(['body-rejected likely 3']);
  });

  test('headers larger than the backend takes', () => {
    const closes = [
      {
        ...post,
        method: 'GET',
        scheme: 'uwsgi',
        upstream: '192.0.2.7:3031',
        on: '/',
        sent: 6_000,
        elapsed: 2,
      },
    ];
    expect(foundIn({ closes, settings: { 'uwsgi.buffer_size': 4_096 } })).toEqual([
      'body-rejected possible 1',
    ]);
  });

  test('a limit that was told, and raises it or lets nginx answer', () => {
    const closes = times(2, 30, () => ({ ...post, on: '/documents', sent: 3_000_000, elapsed: 200 }));
    const { findings, fix } = verdictOf({ closes, settings: { 'uwsgi.limit_post': 1_048_576 } });
    expect(findings[0]).toMatchObject({ cause: 'body-rejected', confidence: 'likely' });
    expect(findings[0]?.why).toBe(
      'uWSGI hung up on 2 requests on /documents without reading them to the end (up to 2.9 MiB sent); uWSGI limit-post 1 MiB is exceeded.',
    );
    expect(fix.map(({ diff }) => diff)).toEqual([
      '-limit-post = 1048576\n+limit-post = 4194304',
      '+    client_max_body_size 1024k;',
    ]);
  });
});

describe('body-rejected does not explain', () => {
  test('a small POST that fails within milliseconds', () => {
    expect(foundIn({ closes: [{ ...post, on: '/api/orders', sent: 412, elapsed: 2 }] })).toEqual([
      'keepalive-race likely 1',
    ]);
  });

  test('a GET', () => {
    const { ruledOut } = verdictOf({ closes: [{ ...post, method: 'GET', on: '/', elapsed: 900 }] });
    expect(ruledOut.find(({ cause }) => cause === 'body-rejected')?.because).toBe(
      'a GET has no body to refuse',
    );
  });
});
