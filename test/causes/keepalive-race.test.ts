import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const post = { upstream: '192.0.2.7:3000', scheme: 'http', method: 'POST', by: 'reset' } as const;
const get = { ...post, method: 'GET' } as const;
const everywhere = (index: number) => ['/api/orders', '/api/cart', '/login'][index % 3] ?? '/';

describe('keepalive-race explains', () => {
  test('a POST that fails within milliseconds', () => {
    expect(foundIn({ closes: [{ ...post, on: '/api/orders', elapsed: 3 }] })).toEqual([
      'keepalive-race likely 1',
    ]);
  });

  test('a GET that nginx repeated on a new connection', () => {
    const closes = [{ ...get, on: '/', elapsed: 31, reused: true }];
    expect(foundIn({ closes })).toEqual(['keepalive-race likely 1']);
  });

  test('POSTs alone, now and then, on several routes, in an error log without times', () => {
    const closes = times(5, 70, (index) => ({ ...post, on: everywhere(index) }));
    expect(foundIn({ closes })).toEqual(['keepalive-race likely 5']);
  });

  test('the same with the limits that cause it, and shows them', () => {
    const closes = times(3, 60, (index) => ({ ...post, on: everywhere(index), elapsed: 2 }));
    const { findings, fix, runbook } = verdictOf({ closes, settings: { 'node.keepAliveTimeout': 5_000 } });
    expect(findings[0]?.why).toBe(
      'Node.js closed idle connections as the proxy sent the next request on them; 3 requests on 3 routes failed 2 ms after being sent: Node.js server.keepAliveTimeout 5 s is not longer than nginx keepalive_timeout (in upstream) 60 s (default, unless set).',
    );
    expect(fix.map(({ diff }) => diff)).toEqual([
      '-server.keepAliveTimeout = 5000;\n+server.keepAliveTimeout = 65000;',
      '-    keepalive_timeout 60s;\n+    keepalive_timeout 4s;',
    ]);
    expect(runbook.find(({ step }) => step === 4)?.state).toBe('answered');
  });
});

describe('keepalive-race does not explain', () => {
  test('a close after seconds of work', () => {
    expect(foundIn({ closes: [{ ...post, on: '/api/orders', elapsed: 4_200 }] })).toEqual(['unexplained 1']);
  });

  test('a close in the middle of an answer', () => {
    const [found] = foundIn({ closes: [{ ...post, on: '/api/orders', phase: 'body', elapsed: 3 }] });
    expect(found).not.toContain('keepalive-race');
  });

  test('one POST of which nothing else is known', () => {
    expect(foundIn({ closes: [{ ...post, on: '/api/orders' }] })).toEqual(['unexplained 1']);
  });

  test('GETs on one route', () => {
    const closes = times(4, 12, () => ({ ...get, on: '/reports/monthly', by: 'fin' as const }));
    expect(foundIn({ closes })).toEqual(['unexplained 4']);
  });

  test('what a line beside the close explains', () => {
    const closes = times(3, 60, (index) => ({ ...post, on: everywhere(index), elapsed: 3, reused: true }));
    for (const cause of ['crash', 'oom-kill', 'restart', 'worker-timeout'])
      expect(foundIn({ closes, clues: closes.map(({ at = 0 }) => ({ at: at - 0.4, cause })) })).toEqual([
        `${cause} confirmed 3`,
      ]);
  });

  test('a proxy that was told to let go first is at most a possibility', () => {
    const closes = times(5, 60, (index) => ({ ...post, on: everywhere(index), elapsed: 4 }));
    const settings = { 'node.keepAliveTimeout': 65_000, 'nginx.upstream_keepalive_timeout': 30_000 };
    const { findings } = verdictOf({ closes, settings });
    expect(findings.map(({ confidence }) => confidence)).not.toContain('likely');
    expect(findings[0]?.against).toContain(
      'nginx keepalive_timeout (in upstream) 30 s is shorter than Node.js server.keepAliveTimeout 65 s: the proxy lets go of idle connections first',
    );
  });

  test('uwsgi, whose connections serve one request', () => {
    const closes = times(4, 60, (index) => ({ ...post, scheme: 'uwsgi', on: everywhere(index), elapsed: 2 }));
    expect(foundIn({ closes }).join()).not.toContain('keepalive-race');
  });
});
