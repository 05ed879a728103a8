import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineFormat } from '#lib/catalogue/define.ts';
import { place, reader, textOf } from '#lib/engine/read.ts';
import type { Format } from '#lib/model/format.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import { day, eventTime, hour, isoStamp, minute, observedTime, type Stamp, second } from '#lib/model/time.ts';
import { catalogueOf, source } from './made-up.ts';

const common = {
  title: 'made up',
  manual: 'https://example.com/',
  role: undefined,
  clock: { zone: 'either', resolution: 1, stamps: 'moment' },
  samples: [{ line: '-', gives: {}, from: 'test' }],
  forgeries: [],
} as const;
/** `E <time> ▸ rest`, where the time may be missing. */
const envelope = defineFormat({
  ...common,
  id: 'envelope',
  kind: 'envelope',
  read(line) {
    const found = /^E (\S*) ▸ (.*)$/s.exec(line);
    return found
      ? {
          kind: 'envelope',
          stamp: isoStamp(found[1] ?? ''),
          inner: found[2] ?? '',
          fields: { outer: found[1] ?? '' },
        }
      : undefined;
  },
});
/** `L <time> words`; `12:00:00` alone lacks its date, `01-31T12:00:00` its year. */
const line = defineFormat({
  ...common,
  id: 'line',
  kind: 'text',
  read(text) {
    const found = /^L (\S*) (.*)$/s.exec(text);
    if (!found) return undefined;
    const [, written = '', message = ''] = found;
    const lacks = /^\d\d:/.test(written) ? 'date' : /^\d\d-/.test(written) ? 'year' : 'nothing';
    const whole = lacks === 'date' ? `1970-01-01T${written}` : lacks === 'year' ? `1972-${written}` : written;
    const stamp = isoStamp(whole);
    return { kind: 'line', stamp: stamp && { ...stamp, lacks }, message, fields: {} };
  },
});
const any = defineFormat({
  ...common,
  id: 'any',
  kind: 'text',
  read: (text) => ({ kind: 'line', stamp: undefined, message: text, fields: {} }),
});

const formats: readonly Format[] = [envelope, line, any];
const read = reader(catalogueOf([], [], { formats }));
const log = (more: Partial<Source> = {}) => source('log', { formats: ['envelope', 'line'], ...more });
const at = (iso: string): number => new Date(iso).getTime();
const noon = at('2026-11-24T12:00:00Z');
const readAs = (text: string, more: Partial<LogRecord> = {}, from: Source = log()) =>
  read({ id: '1', source: 'log', text, ...more }, from);
const seen = (ms: number) => ({ observedAt: observedTime(ms) });

describe('a record is read', () => {
  it('by the formats of its source and no others, in the catalogue’s order', () => {
    expect(readAs('L 2026-11-24T12:00:00Z hello')?.format).toBe('line');
    expect(readAs('hello')).toBeUndefined();
    expect(readAs('L 2026-11-24T12:00:00Z hello', {}, log({ formats: ['any'] }))?.message).toContain(
      'L 2026',
    );
    expect(readAs('L x hello', {}, log({ formats: ['any', 'line'] }))?.format).toBe('line');
  });

  it('through envelopes, five layers deep, with the fields of all', () => {
    const inside = (depth: number) => `${'E  ▸ '.repeat(depth)}L  hello`;
    expect(readAs(inside(4))?.message).toBe('hello');
    expect(readAs(inside(5))).toBeUndefined();
    expect(readAs('E one ▸ L  hello')?.fields).toEqual({ outer: 'one' });
    expect(readAs('E one ▸ hello')).toBeUndefined();
  });

  it('without colours and the other half of a line end', () => {
    expect(readAs('\u001b[31mL  hello\u001b[0m\r')?.message).toBe('hello');
    expect(textOf({ id: '', source: '', text: 'a\r\r' })).toBe('a\r');
  });
});

describe('its time', () => {
  it('is the line’s own where nobody observed it', () => {
    const event = readAs('L 2001-01-01T00:00:00Z hello');
    expect([event?.at, event?.clock]).toEqual([at('2001-01-01T00:00:00Z'), 'own']);
  });

  it.each([
    [-24 * hour - 1, false],
    [-24 * hour, true],
    [-1, true],
    [5 * minute, true],
    [5 * minute + 1, false],
  ])('is believed %d ms from the observed one: %s', (apart, believed) => {
    const own = new Date(noon + apart).toISOString();
    const event = readAs(`L ${own} hello`, seen(noon));
    expect([event?.at, event?.clock]).toEqual(believed ? [noon + apart, 'own'] : [noon, 'distrusted']);
    expect(event?.resolution).toBe(believed ? 1 : second);
  });

  it('is the envelope’s where the line has none, and the outermost envelope counts as the collector', () => {
    expect(readAs('E 2026-11-24T12:00:00Z ▸ L  hello')?.at).toBe(noon);
    const distrusted = readAs('E 2026-11-24T12:00:00Z ▸ L 2026-11-24T13:00:00Z hello');
    expect([distrusted?.at, distrusted?.clock]).toEqual([noon, 'distrusted']);
    const nested = readAs('E 2026-11-24T12:00:00Z ▸ E 2026-11-24T11:59:59Z ▸ L  hello');
    expect(nested?.at).toBe(noon - second);
    const inner = readAs('E 2026-11-24T12:00:00Z ▸ E 2026-11-24T13:00:00Z ▸ L 2026-11-24T13:00:00Z hello');
    expect([inner?.at, inner?.clock]).toEqual([noon, 'distrusted']);
  });

  it('is the collector’s where nothing else has one, and that of the line above where there is none', () => {
    expect(readAs('L  hello', seen(noon))?.at).toBe(noon);
    expect(readAs('L  hello', { inherits: eventTime(noon) })?.at).toBe(noon);
    expect(readAs('L  hello', { ...seen(noon), inherits: eventTime(0) })?.at).toBe(noon);
    expect(readAs('L  hello')?.at).toBeUndefined();
    expect(readAs('L 2026-11-24T12:00:00Z hello', { inherits: eventTime(0) })?.at).toBe(noon);
  });

  it('without a zone is taken in that of its source', () => {
    expect(readAs('L 2026-11-24T12:00:00 hello', {}, log({ zone: 120 }))?.at).toBe(noon - 2 * hour);
    expect(readAs('L 2026-11-24T12:00:00Z hello', {}, log({ zone: 120 }))?.at).toBe(noon);
  });

  it('depends on the record and its source’s entry alone, whatever was read before', () => {
    const lines = fc.constantFrom(
      'L 2026-11-24T12:00:00Z a',
      'L 12:00:00 b',
      'L 11-24T12:00:00 c',
      'E 2026-11-24T12:00:00Z ▸ L 12:00:01 d',
      'L  e',
    );
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1 }), fc.integer({ min: -720, max: 840 }), (list, zone) => {
        const entry = log({ zone, anchor: eventTime(noon) });
        const alone = list.map((text) =>
          reader(catalogueOf([], [], { formats }))({ id: '', source: 'log', text }, entry),
        );
        expect(list.map((text) => read({ id: '', source: 'log', text }, entry))).toEqual(alone);
      }),
    );
  });
});

describe('what a stamp leaves out', () => {
  const stampOf = (iso: string, lacks: Stamp['lacks']): Stamp => ({ ...(isoStamp(iso) as Stamp), lacks });

  it('is filled so that it lies nearest to what is known, in every zone', () => {
    const zones = fc.integer({ min: -12 * 60, max: 14 * 60 });
    const moments = fc.integer({
      min: at('2026-01-02T00:00:00Z') / second,
      max: at('2027-12-30T00:00:00Z') / second,
    });
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: -11 * 3600, max: 11 * 3600 }), (seconds, zone, off) => {
        const moment = seconds * second;
        const wall = new Date(moment + zone * minute).toISOString().slice(0, 19);
        const near = moment + off * second;
        expect(place(stampOf(`1970-01-01T${wall.slice(11)}`, 'date'), { zone }, near)).toBe(moment);
        if (!/-02-29|-03-01/.test(wall))
          expect(place(stampOf(`1972${wall.slice(4)}`, 'year'), { zone }, near)).toBe(moment);
      }),
    );
  });

  it('is filled from the observed time before the run’s anchor', () => {
    const anchor = eventTime(noon - 300 * day);
    const observed = readAs('L 11-24T12:00:00 hello', seen(noon), log({ anchor }));
    expect([observed?.at, observed?.clock]).toEqual([noon, 'own']);
    expect(readAs('L 01-28T12:00:00 hello', {}, log({ anchor }))?.at).toBe(noon - 300 * day);
  });

  it('stays out where nothing is known, so that times of day can still be compared', () => {
    expect(readAs('L 12:00:01 hello')?.at).toBe(12 * hour + second);
  });

  it('puts a leap day into a leap year', () => {
    const stamp = stampOf('1972-02-29T12:00:00', 'year');
    expect(place(stamp, { zone: 0 }, at('2028-03-01T00:00:00Z'))).toBe(at('2028-02-29T12:00:00Z'));
  });
});
