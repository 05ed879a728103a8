import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactor } from '#lib/engine/redact.ts';

/** Pieces of what logs hold, secrets and the marks around them among it. */
const piece = fc.constantFrom(
  ...[
    ' ',
    '"',
    "'",
    '\\"',
    ',',
    ';',
    '=',
    ': ',
    '?',
    '&',
    '@',
    '/',
    '://',
    '‹',
    '›',
    '\n',
    '{',
    '}',
    '…',
    '💥',
  ],
  ...[
    'password',
    'token',
    'Cookie',
    'Authorization',
    'Bearer',
    'api_key',
    'postgres',
    'jane',
    'example.com',
    'GET /a',
  ],
  ...['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', 'AKIAABCDEFGHIJKLMNOP', 'hunter2', 'WORKER TIMEOUT', 'x=1'],
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('redaction of any text', () => {
  it('keeps a mark inside the text and in order, and a mark around everything around everything', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (raw, a, b) => {
        const [from, to] = [a % (raw.length + 1), b % (raw.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const { text: safe, mark } = redactor().marked(raw, [from, to]);
        expect(mark[0]).toBeGreaterThanOrEqual(0);
        expect(mark[0]).toBeLessThanOrEqual(mark[1]);
        expect(mark[1]).toBeLessThanOrEqual(safe.length);
        expect(redactor().marked(raw, [0, raw.length]).mark).toEqual([0, safe.length]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves what stands before and after secrets as it was, so that the mark shows the same words', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        // Words that no rule can take for a value: between blanks, and in no quotes.
        const raw = `${before.replace(/["'\\]/g, '')}\nWORKER DIED\n${after}`;
        const from = raw.indexOf('WORKER DIED');
        const { text: safe, mark } = redactor().marked(raw, [from, from + 'WORKER DIED'.length]);
        if (safe.includes('\nWORKER DIED\n')) expect(safe.slice(...mark)).toBe('WORKER DIED');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same from every redactor, and in the words where it stands alone', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(redactor().text(raw)).toBe(redactor().text(raw));
        const held = redactor();
        held.text(raw);
        expect(held.text(raw)).toBe(redactor().text(raw));
      }),
    );
  });

  it('takes the second use of a secret for the first', () => {
    const { text: safe } = redactor();
    expect([safe('password=a'), safe('x password=b'), safe('y password=a')]).toEqual([
      'password=‹secret 1›',
      'x password=‹secret 2›',
      'y password=‹secret 1›',
    ]);
  });
});

describe('secrets', () => {
  const canary = 'cAnary7';

  it.each([
    `GET /reset?token=${canary} HTTP/1.1`,
    `GET /a?b=1&X-Amz-Signature=${canary}`,
    `"referrer: "https://shop.example.com/cb?code=${canary}"`,
    `Authorization: Basic ${canary}`,
    `authorization: Bearer ${canary}.abc`,
    `"Authorization": "Bearer ${canary}xx"`,
    `got bearer ${canary}xx`,
    `Cookie: theme=dark; sid=${canary}`,
    `"cookie":"sid=${canary}; x"`,
    `Set-Cookie: sid=${canary}`,
    `DB_PASSWORD=${canary}`,
    `password: ${canary}`,
    `"secret":"${canary}"`,
    `'token': '${canary}'`,
    `x-api-key: ${canary}`,
    `aws_secret_access_key = ${canary}`,
    `postgres://app:${canary}@db.example.com/x`,
    `jane+${canary}@example.com`,
    `sk_live_${canary}abcdefgh`,
    `-----BEGIN RSA PRIVATE KEY-----\n${canary}\n-----END RSA PRIVATE KEY-----`,
  ])('are taken out: %s', (raw) => {
    expect(redactor().text(raw)).not.toContain(canary);
    expect(redactor().text(raw)).toMatch(/‹[a-z]+ 1›/);
  });

  it.each([
    'Worker (pid:29861) was sent SIGKILL! Perhaps out of memory?',
    'upstream: "http://192.0.2.7:8080/pay", host: "shop.example.com"',
    'SyntaxError: Unexpected end of JSON input',
    'user@host (no domain) and git@',
    'Error: connect ECONNREFUSED 192.0.2.7:5432',
    'Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB',
  ])('and nothing else: %s', (raw) => {
    expect(redactor().text(raw)).toBe(raw);
  });
});
