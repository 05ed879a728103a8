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
