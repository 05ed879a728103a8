import { describe, expect, test } from 'vitest';
import { foundIn, times, verdictOf } from './incident.ts';

const get = { upstream: '192.0.2.7:8443', scheme: 'http', method: 'GET', by: 'fin' } as const;
const everywhere = (index: number) => ['/', '/api/orders', '/api/cart', '/login'][index % 4] ?? '/';

describe('protocol-mismatch explains', () => {
  test('plain HTTP to a TLS port, and corrects the line', () => {
    const { findings, fix } = verdictOf({ closes: [{ ...get, on: '/', elapsed: 2 }] });
    expect(findings[0]).toMatchObject({
      cause: 'protocol-mismatch',
      confidence: 'likely',
      why: 'The proxy speaks http to 192.0.2.7:8443, a port that expects TLS; 1 request on / failed.',
    });
    expect(fix[0]?.diff).toBe(
      '-    proxy_pass http://192.0.2.7:8443;\n+    proxy_pass https://192.0.2.7:8443;',
    );
  });

  test('closes in the TLS handshake of a port without TLS', () => {
    const closes = times(6, 5, (index) => ({
      ...get,
      upstream: '192.0.2.7:8080',
      scheme: 'https',
      phase: 'connect' as const,
      on: everywhere(index),
      elapsed: index % 3,
    }));
    expect(foundIn({ closes })).toEqual(['protocol-mismatch likely 6']);
  });

  test('everything failing at once, on a port that says nothing', () => {
    const closes = times(24, 2, (index) => ({
      ...get,
      upstream: '192.0.2.7:7000',
      method: index % 4 === 0 ? 'POST' : 'GET',
      on: everywhere(index),
      elapsed: index % 3,
    }));
    expect(foundIn({ closes })).toEqual(['protocol-mismatch likely 24']);
  });

  test('HTTP to the socket of php-fpm', () => {
    const closes = [
      { ...get, upstream: 'unix:/run/php/php8.2-fpm.sock', by: 'reset' as const, on: '/', elapsed: 1 },
    ];
    expect(foundIn({ closes })).toEqual(['protocol-mismatch likely 1']);
  });
});

const handshakes = (closes: number, apart: number) =>
  times(closes, apart, (index) => ({
    ...get,
    upstream: '192.0.2.7:9000',
    scheme: 'https',
    phase: 'connect' as const,
    on: everywhere(index),
    elapsed: 4_000,
  }));

describe('handshakes alone', () => {
  test('are protocol-mismatch, where a full queue came of them', () => {
    const closes = handshakes(24, 1);
    const clues = times(18, 1, () => ({})).map((given, index) => ({
      ...given,
      at: 10 + index,
      cause: 'overload',
      strength: 'strong' as const,
    }));
    expect(foundIn({ closes, clues }).join()).toContain('protocol-mismatch');
  });

  test('are overload, where a line says so beside each from the first on', () => {
    const closes = handshakes(10, 1);
    const clues = closes.map(({ at = 0 }) => ({ at, cause: 'overload' }));
    expect(foundIn({ closes, clues })).toEqual(['overload confirmed 10']);
  });

  test('are nothing steady with a minute between them', () => {
    const { findings } = verdictOf({ closes: handshakes(9, 65) });
    expect(JSON.stringify(findings)).not.toContain('every one during the TLS handshake');
  });
});

describe('protocol-mismatch does not explain', () => {
  test('a few failures now and then on a port that fits', () => {
    const closes = times(5, 90, (index) => ({
      ...get,
      upstream: '192.0.2.7:8080',
      method: 'POST',
      on: everywhere(index),
      elapsed: 2,
    }));
    expect(foundIn({ closes }).join()).not.toContain('protocol-mismatch');
  });

  test('the few closes that stand away from the lines of a crash', () => {
    const closes = times(200, 0.05, (index) => ({
      ...get,
      upstream: '192.0.2.7:7000',
      method: index % 2 === 0 ? 'POST' : 'GET',
      on: everywhere(index),
      elapsed: index % 3,
    }));
    const clues = [{ at: 1, cause: 'crash' }];
    expect(foundIn({ closes, clues }).join()).not.toContain('protocol-mismatch');
  });

  test('a close in the middle of an answer', () => {
    const { findings } = verdictOf({
      closes: [{ ...get, upstream: '192.0.2.7:8080', phase: 'body', elapsed: 200 }],
    });
    expect(findings.map(({ cause }) => cause)).not.toContain('protocol-mismatch');
  });
});
