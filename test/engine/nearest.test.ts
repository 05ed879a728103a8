import { describe, expect, it } from 'vitest';
import { bareVerdict } from '#lib/engine/bare.ts';
import { contextOf, nearestTo } from '#lib/engine/nearest.ts';
import { usualRedaction } from '#lib/engine/redact.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import { eventTime } from '#lib/model/time.ts';

const line = (at: number, text: string): NearbyLine => ({
  source: '/app/api',
  line: null,
  at: eventTime(at),
  text,
});
const verdict = bareVerdict({ id: 'i', service: 'shop', start: null, end: null });

describe('the lines nearest to a moment', () => {
  it('are the nearest, in their own order', () => {
    const lines = Array.from({ length: 40 }, (_, index) => line(index * 1_000, `line ${index}`));
    const shown = nearestTo(eventTime(20_000), lines, usualRedaction).map(({ text }) => text);
    expect(shown).toEqual(Array.from({ length: 12 }, (_, index) => `line ${index + 14}`));
  });

  it('are cut where they are long, but never inside a secret', () => {
    const [plain, secret, late] = nearestTo(
      eventTime(0),
      [
        line(0, 'x'.repeat(5_000)),
        line(0, `${'x'.repeat(1_985)} password=${'s'.repeat(100)} after`),
        line(0, `${'x '.repeat(1_500)}password=hunter2`),
      ],
      usualRedaction,
    );
    expect(plain?.text).toBe(`${'x'.repeat(2_000)} …`);
    expect(secret?.text).toBe(`${'x'.repeat(1_985)} password= …`);
    expect(late?.text).not.toContain('hunter2');
  });
});

describe('a secret of several lines', () => {
  const body = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj', 'canary+canary/canary'];
  const key = (...head: readonly string[]): string =>
    ['boot', '-----BEGIN RSA PRIVATE KEY-----', ...head, ...body, '-----END RSA PRIVATE KEY-----', 'up'].join(
      '\n',
    );

  it.each([[[]], [['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,0123456789ABCDEF', '']]])(
    'is taken out before its message is made lines: %s',
    (head) => {
      const lines = nearestTo(eventTime(0), [line(0, key(...head))], usualRedaction);
      expect(lines.map(({ text }) => text)).toEqual(['boot', '‹key 1›', 'up']);
      expect(contextOf(lines, verdict, usualRedaction).map(({ text }) => text)).toEqual([
        'boot',
        '‹key 1›',
        'up',
      ]);
    },
  );
});

describe('lines beside a verdict', () => {
  it('have placeholders of their own, since one that the verdict has means something else there', () => {
    const told = { ...verdict, service: 'a ‹email 1› b ‹email 2› c ‹query 1›' };
    const shown = contextOf(
      [line(0, 'mail to a@example.com of b@example.com, a@example.com: password=x')],
      told,
      usualRedaction,
    );
    expect(shown.map(({ text }) => text)).toEqual([
      'mail to ‹email 3› of ‹email 4›, ‹email 3›: password=‹secret 1›',
    ]);
  });
});
