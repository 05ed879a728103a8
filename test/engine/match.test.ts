import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineClue, defineSymptom } from '#lib/catalogue/define.ts';
import { matcher, mayMatch } from '#lib/engine/match.ts';
import { type Redaction, redactor } from '#lib/engine/redact.ts';
import type { Fields, LogEvent } from '#lib/model/event.ts';
import type { Matched } from '#lib/model/signature.ts';
import { eventTime } from '#lib/model/time.ts';
import { catalogueOf } from './made-up.ts';

const known = {
  formats: ['made-up'],
  needles: ['TELLING'],
  means: 'A line of this test.',
  provenance: { project: 'test', file: 'test/engine/match.test.ts', version: '1' },
  samples: [{ line: '-', gives: {}, from: 'test' }],
  nearMisses: [],
} as const;
const closed = defineSymptom({
  ...known,
  id: 'proxy/closed',
  basis: 'stated',
  points: [],
  pattern: /^.*?TELLING part/s,
});
const noon = eventTime(Date.UTC(2026, 10, 24, 12));
const eventOf = (text: string, fields: Fields = {}, more: Partial<LogEvent> = {}): LogEvent => ({
  record: { id: 'line:12', source: 'log', text },
  format: 'made-up',
  at: noon,
  resolution: 1,
  clock: 'own',
  message: text,
  fields,
  ...more,
});
const match = matcher(catalogueOf([closed]));
const reads = (...matched: readonly Matched[]) =>
  matcher(
    catalogueOf([
      defineSymptom({ ...known, id: 'proxy/read', basis: 'inferred', points: [], reads: () => matched }),
    ]),
  );
const only = (event: LogEvent) => {
  const [signal, ...others] = match(event);
  if (!signal || others.length > 0) throw new Error('not one signal');
  return signal;
};

describe('a signature is tried', () => {
  it('on lines of its formats that have one of its needles', () => {
    expect(match(eventOf('TELLING part'))).toHaveLength(1);
    expect(match(eventOf('TELLING part', {}, { format: 'other' }))).toEqual([]);
    expect(match(eventOf('x', {}, { message: 'TELLING part' }))).toEqual([]);
    expect(mayMatch('abc', ['x', 'bc'])).toBe(true);
    expect(mayMatch('abc', [])).toBe(false);
  });

  it('beside others that match the same line', () => {
    const other = defineClue({
      ...known,
      id: 'proxy/also',
      points: [],
      within: { from: 0, to: 0 },
      consequences: [],
      pattern: /TELLING/,
    });
    const signals = matcher(catalogueOf([closed, other]))(eventOf('TELLING part'));
    expect(signals.map(({ fact }) => fact.signature)).toEqual(['proxy/closed', 'proxy/also']);
    expect(new Set(signals.map(({ fact }) => fact.id)).size).toBe(2);
    expect(new Set(signals.map(({ fact }) => fact.content)).size).toBe(1);
  });
});

describe('a fact', () => {
  const client = {
    target: '/users/42?token=s3cret',
    client: '203.0.113.9',
    connection: '7',
    requestId: 'abcdef',
    host: 'shop.example.com',
    method: 'GET',
  };

  it('keeps nothing that a client wrote but as a hash', () => {
    const { fact, excerpt } = only(eventOf('TELLING part', client));
    const stored = JSON.stringify(fact);
    for (const value of ['users', 's3cret', '203.0.113.9', 'abcdef', 'shop.example'])
      expect(stored).not.toContain(value);
    expect(excerpt).toMatchObject({ route: '/users/:id', host: 'shop.example.com', line: 12 });
  });

  it('has one route for many targets, one request for many queries', () => {
    const keys = (target: string, method = 'GET') =>
      only(eventOf('TELLING part', { target, method })).fact.keys;
    expect(keys('/users/42?a').route).toBe(keys('/users/43').route);
    expect(keys('/users/42?a').request).toBe(keys('/users/42?b').request);
    expect(keys('/users/42?a').target).not.toBe(keys('/users/42?b').target);
    expect(keys('/users/42').request).not.toBe(keys('/users/42', 'POST').request);
    expect(keys('http://shop.example.com/users/42').request).toBe(keys('/users/42').request);
  });

  it('knows the methods of HTTP and calls what a client made up other', () => {
    const methodOf = (method: string) => only(eventOf('TELLING part', { method })).fact.says.method;
    expect([methodOf('DELETE'), methodOf('DROPTABLE')]).toEqual(['DELETE', 'other']);
  });

  it('of an early try stands before the record', () => {
    const signals = reads(
      { says: { attempt: 1 }, telling: 'TELLING', earlier: 250 },
      { says: { attempt: 2 }, telling: 'TELLING' },
    )(eventOf('TELLING part'));
    expect(signals.map(({ fact, excerpt }) => [fact.at, excerpt.at])).toEqual([
      [noon - 250, noon - 250],
      [noon, noon],
    ]);
    expect(new Set(signals.map(({ fact }) => fact.id)).size).toBe(2);
  });

  it('without a time has none, and says whose clock another was read from', () => {
    const untimed = reads({ says: {}, telling: '', earlier: 250 })(eventOf('TELLING', {}, { at: undefined }));
    expect(untimed[0]?.fact.at).toBeNull();
    for (const clock of ['collector', 'distrusted', 'above'] as const)
      expect(only(eventOf('TELLING part', {}, { clock })).fact.clock).toBe(clock);
    expect(only(eventOf('TELLING part')).fact).not.toHaveProperty('clock');
  });

  it('is the same for the same record, and its text for the same time, source and text', () => {
    const first = only(eventOf('TELLING part'));
    const again = only(
      eventOf('TELLING part', {}, { record: { id: 'line:13', source: 'log', text: 'TELLING part' } }),
    );
    expect(only(eventOf('TELLING part'))).toEqual(first);
    expect(again.fact.content).toBe(first.fact.content);
    expect(again.fact.id).not.toBe(first.fact.id);
    const later = only(eventOf('TELLING part', {}, { at: eventTime(noon + 1) }));
    expect(later.fact.content).not.toBe(first.fact.content);
  });
});

describe('a rule of the source', () => {
  const services = [
    { scope: 'api', paths: ['/v1/'], hosts: ['api.example.com'] },
    { scope: 'shop', upstreams: ['192.0.2.*'] },
  ];
  const scopeOf = (fields: Fields) => match(eventOf('TELLING part', fields), services)[0]?.fact.scope;

  it('gives a line to a service, the first that fits', () => {
    const asked = { target: '/v1/pay?a', host: 'api.example.com', upstream: '192.0.2.7:80' };
    expect(scopeOf(asked)).toBe('api');
    expect(scopeOf({ ...asked, target: '/v2/pay' })).toBe('shop');
    expect(scopeOf({ ...asked, target: '/v2/pay', upstream: '198.51.100.7:80' })).toBeUndefined();
  });

  it('that fits nothing leaves the fact as it is without rules', () => {
    const event = eventOf('TELLING part', { target: '/' });
    expect(match(event, services)).toEqual(match(event));
    expect(match(event, services)[0]?.fact).not.toHaveProperty('scope');
  });

  it('looks at each try of a request by itself, and changes no identity', () => {
    const tried = reads(
      { says: { upstream: '192.0.2.7:80' }, telling: '' },
      { says: { upstream: '198.51.100.7:80' }, telling: '' },
    );
    const event = eventOf('TELLING');
    expect(tried(event, services).map(({ fact }) => fact.scope)).toEqual(['shop', undefined]);
    expect(tried(event, services).map(({ fact }) => fact.id)).toEqual(
      tried(event).map(({ fact }) => fact.id),
    );
  });
});

describe('the text that is kept', () => {
  it('is never cut inside the value of a name that people call secret', () => {
    const text = `x-session: ${'s'.repeat(2_500)}cAnary7 TELLING part ${'y'.repeat(500)}`;
    const redaction: Redaction = { names: ['x-session'], keep: [] };
    const one = catalogueOf([
      defineSymptom({
        ...known,
        id: 'proxy/x',
        basis: 'stated',
        points: [],
        reads: () => [{ says: {}, telling: 'TELLING part' }],
      }),
    ]);
    const kept = (how?: Redaction) => matcher(one, how)(eventOf(text))[0]?.excerpt.text ?? '';
    const safe = redactor(redaction);
    expect(safe.text(kept())).toContain('cAnary7');
    expect(safe.text(kept(redaction))).not.toContain('cAnary7');
    expect(kept(redaction)).toContain('TELLING part');
  });

  it('shows the telling part, wherever it stands, in 2,000 characters', () => {
    const length = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(length, length, (before, after) => {
        const text = `${'a'.repeat(before)}TELLING part${'b'.repeat(after)}`;
        const [signal] = reads({ says: {}, telling: 'TELLING part' })(eventOf(text));
        const { text: kept = '', mark = [0, 0] } = signal?.excerpt ?? {};
        expect(kept.length).toBeLessThanOrEqual(2_000);
        expect(text).toContain(kept);
        expect(kept.slice(...mark)).toBe('TELLING part');
        if (text.length <= 2_000) expect(kept).toBe(text);
      }),
    );
  });

  it('marks a needle where the telling part stands in other letters, and nothing where it does not stand at all', () => {
    const [decoded] = reads({ says: {}, telling: 'TELLING “part”' })(
      eventOf('{"m":"TELLING \\u201cpart\\u201d"}'),
    );
    expect(decoded?.excerpt.text.slice(...decoded.excerpt.mark)).toBe('TELLING');
    const [, none] = matcher(
      catalogueOf([
        closed,
        defineSymptom({
          ...known,
          id: 'proxy/x',
          needles: ['TELLING', 'part'],
          basis: 'stated',
          points: [],
          reads: () => [{ says: {}, telling: '' }],
        }),
      ]),
    )(eventOf('TELLING part'));
    expect(none?.excerpt.mark).toEqual([0, 'TELLING'.length]);
  });

  it('ends its mark with the text, where the telling part is longer', () => {
    const telling = `TELLING${'x'.repeat(3_000)}`;
    const [signal] = reads({ says: {}, telling })(eventOf(`${'a'.repeat(1_500)}${telling}`));
    const { text, mark } = signal?.excerpt ?? { text: '', mark: [0, 0] };
    expect(mark[1]).toBe(text.length);
    expect(text.slice(...mark)).toMatch(/^TELLINGx+$/);
  });
});
