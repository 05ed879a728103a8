import { describe, expect, it } from 'vitest';
import { redactor } from '#lib/engine/redact.ts';

describe('redaction', () => {
  it.each([
    ['Authorization: Bearer abc.def-123456', 'Authorization: Bearer ‹credentials 1›'],
    ['GET /reset?token=s3cr3t&x=1 HTTP/1.1', 'GET /reset?‹query 1› HTTP/1.1'],
    ['user jane.doe@example.com failed', 'user ‹email 1› failed'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', 'jwt ‹token 1›'],
    ['db_password=hunter2, retry', 'db_password=‹secret 1›, retry'],
    ['"api_key": "k-123"', '"api_key": "‹secret 1›"'],
    ['postgres://app:pw@db.example.com/x', 'postgres://‹credentials 1›@db.example.com/x'],
    ['Cookie: sid=1; theme=dark', 'Cookie: ‹cookie 1›'],
    ['key AKIAABCDEFGHIJKLMNOP used', 'key ‹token 1› used'],
  ])('%s', (raw, safe) => {
    expect(redactor().text(raw)).toBe(safe);
  });

  const { text: named } = redactor({ names: ['x-session', 'app.key'], keep: [] });
  it.each([
    ['x-session=abc123, next', 'x-session=‹secret 1›, next'],
    ['X-Session: abc123 upstream', 'X-Session: ‹secret 1› upstream'],
    ['x-session: Bearer abc123', 'x-session: Bearer ‹secret 1›'],
    ['{"x_session":"abc123","n":1}', '{"x_session":"‹secret 1›","n":1}'],
    ['{\\"x-session\\":\\"abc123\\"}', '{\\"x-session\\":\\"‹secret 1›\\"}'],
    ["{'X-Session': 'abc123'}", "{'X-Session': '‹secret 1›'}"],
    ['HTTP_X_SESSION=abc123', 'HTTP_X_SESSION=‹secret 1›'],
    ['app.key=abc123', 'app.key=‹secret 1›'],
    ['app-key=abc123', 'app-key=abc123'],
    ['GET /a?x-session=abc123&b=1 HTTP/1.1', 'GET /a?‹query 1› HTTP/1.1'],
    ['max-session=9 wax-session: 9', 'max-session=9 wax-session: 9'],
  ])('takes the values of further names out: %s', (raw, safe) => {
    expect(named(raw)).toBe(safe);
  });

  it('knows no further names by itself', () => {
    expect(redactor().text('x-session=abc123')).toBe('x-session=abc123');
    expect(redactor({ names: [], keep: [] }).text('x-session=abc123')).toBe('x-session=abc123');
  });

  it.each([
    [['email'], 'jane@example.com GET /a?b=1 HTTP/1.1', 'jane@example.com GET /a?‹query 1› HTTP/1.1'],
    [['query'], 'jane@example.com GET /a?b=1 HTTP/1.1', '‹email 1› GET /a?b=1 HTTP/1.1'],
    [['email', 'query'], 'jane@example.com GET /a?b=1 HTTP/1.1', 'jane@example.com GET /a?b=1 HTTP/1.1'],
    [
      ['query'],
      'GET /a?b=1&token=abc&x-session=def&c=3',
      'GET /a?b=1&token=‹secret 2›&x-session=‹secret 1›&c=3',
    ],
    [['query'], 'GET /a;jsessionid=ABC?b=1', 'GET /a;jsessionid=‹query 1›?b=1'],
    [['query', 'email'], 'password=hunter2 Bearer abcdefgh', 'password=‹secret 1› Bearer ‹credentials 1›'],
  ] as const)('shows what it is told to, and no secret: %j %s', (keep, raw, safe) => {
    expect(redactor({ names: ['x-session'], keep }).text(raw)).toBe(safe);
  });

  it('leaves ordinary proxy lines as they are', () => {
    const line =
      '*3 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1';
    expect(redactor().text(line)).toBe(line);
  });

  it('gives one value one placeholder, numbered in the order of use', () => {
    const { text } = redactor();
    expect(text('a@example.com b@example.com')).toBe('‹email 1› ‹email 2›');
    expect(text('b@example.com')).toBe('‹email 2›');
  });

  it('moves the mark with the telling part', () => {
    const raw = 'for jane@example.com: WORKER TIMEOUT now';
    const from = raw.indexOf('WORKER');
    const { text, mark } = redactor().marked(raw, [from, from + 'WORKER TIMEOUT'.length]);
    expect(text.slice(...mark)).toBe('WORKER TIMEOUT');
  });
});
