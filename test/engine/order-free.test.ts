import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import { byTime } from '#lib/engine/order.ts';
import { sniff } from '#lib/engine/sniff.ts';
import { summarise } from '#lib/engine/summarise.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { Page } from '#lib/model/page.ts';
import { defaultScope, type LogRecord, type Source } from '#lib/model/record.ts';
import type { Fact } from '#lib/model/signal.ts';
import { eventTime } from '#lib/model/time.ts';
import { type Judged, judge, runOf } from '#lib/pipeline.ts';
import { factsOf, type Line, signalOf, source } from './made-up.ts';

/*
 * A verdict is a function of the set of records and of the sources in view: of no order, batching or repetition. Here
 * the whole catalogue is asked, over recorded stories and over lines that no program would write.
 */

const scenarios = join(import.meta.dirname, '..', 'scenarios');
const eye = observer(catalogue);

interface Story {
  readonly records: readonly { readonly record: LogRecord; readonly of: Source }[];
  readonly sources: readonly Source[];
}

function storyOf(name: string): Story {
  const dir = join(scenarios, name, 'logs');
  const records = readdirSync(dir)
    .filter((file) => file.endsWith('.log'))
    .flatMap((file) => {
      const lines = readFileSync(join(dir, file), 'utf8').split('\n').filter(Boolean);
      const sniffed = sniff(lines, catalogue);
      if (!sniffed) throw new Error(`${name}/${file} is no log`);
      const of = source(file, { role: sniffed.role, formats: sniffed.formats, skew: 1_000 });
      return lines.map((text, i) => ({ record: { id: `line:${i + 1}`, source: file, text }, of }));
    });
  return { records, sources: [...new Set(records.map(({ of }) => of))] };
}

/** Which of several equal lines is shown depends on where it stands in its file. */
const withoutPlaces = ({ incidents, lookalikes, undiagnosed }: Judged) =>
  JSON.stringify([incidents, lookalikes, undiagnosed], (key, value) => (key === 'line' ? null : value));

const judgeAll = (pages: readonly Page[], sources: readonly Source[]) =>
  judge(pages, defaultScope, runOf(sources), catalogue);

const pagesOf = (records: Story['records'], sources: readonly Source[]): readonly Page[] =>
  sources.flatMap(
    (of) =>
      eye.observe(
        records.filter((each) => each.of === of).map(({ record }) => record),
        of,
      ).pages,
  );

const turned = <T>(list: readonly T[], seed: number): readonly T[] =>
  list
    .map((item, i) => [Math.imul((i + 1) ^ seed, 0x9e3779b1) >>> 0, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

function checkCounts({ incidents }: Judged): void {
  for (const { closes, requests, findings, unexplained, ruledOut } of incidents) {
    expect(findings.reduce((sum, each) => sum + each.closes, unexplained?.closes ?? 0)).toBe(closes);
    expect(requests).toBeGreaterThan(0);
    expect(requests).toBeLessThanOrEqual(closes);
    const out = ruledOut.map((each) => each.cause);
    expect(new Set(out).size).toBe(out.length);
    for (const { cause, closes: all, evidence, routes, upstreams, why } of findings) {
      expect(out).not.toContain(cause);
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.length).toBeLessThanOrEqual(12);
      for (const { mark, text } of evidence) {
        expect(mark[0]).toBeLessThanOrEqual(mark[1]);
        expect(mark[1]).toBeLessThanOrEqual(text.length);
      }
      for (const { named, more } of [routes, upstreams])
        expect(named.reduce((sum, each) => sum + each.closes, more.closes)).toBe(all);
      // What a program said stands in “…”.
      expect(why.replace(/“[^”]*”/g, '')).not.toMatch(/\b(?:NaN|undefined|Infinity|null)\b/);
    }
  }
}

describe('the canonical order', () => {
  const [fact] = factsOf([{ of: 'b', attempt: 2 }]);
  if (!fact) throw new Error('one fact');
  const at = (ms: number) => eventTime((fact.at ?? 0) + ms);

  it.each([
    ['time, and none before any', { at: null }, { at: at(-1) }],
    ['time', { at: at(-1) }, {}],
    ['content', { content: 'a' }, { content: 'b' }],
    ['signature', { content: 'x', signature: 'a' }, { content: 'x' }],
    ['attempt', { says: { attempt: 1 } }, {}],
    ['id', { id: '0' }, { id: '1' }],
  ] satisfies [string, Partial<Fact>, Partial<Fact>][])('goes by %s', (_name, first, second) => {
    // What comes later in the order says the opposite.
    const [a, b] = [
      { ...fact, id: '8', ...first },
      { ...fact, id: '7', ...second },
    ];
    expect([byTime(a, b) < 0, byTime(b, a) > 0]).toEqual([true, true]);
    expect(byTime(a, a)).toBe(0);
  });
});

describe('a recorded story reads the same', () => {
  const names = readdirSync(scenarios, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);

  it.each(names)('%s, in any order of its lines and sources, in any batches, twice', (name) => {
    const { records, sources } = storyOf(name);
    const whole = judgeAll(pagesOf(records, sources), sources);
    checkCounts(whole);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, batches) => {
        const mixed = turned(records, seed);
        const size = Math.ceil(mixed.length / batches);
        const pages = Array.from({ length: batches }, (_, i) =>
          pagesOf(mixed.slice(i * size, (i + 1) * size), turned(sources, seed)),
        ).flat();
        const again = pagesOf(mixed.slice(0, 20), sources);
        expect(withoutPlaces(judgeAll([...again, ...pages], turned(sources, ~seed)))).toBe(
          withoutPlaces(whole),
        );
      }),
      { numRuns: 8 },
    );
  });
});

describe('lines that no program would write', () => {
  const ids = (role: 'symptom' | 'aside' | 'clue') =>
    fc.constantFrom(...catalogue.signatures.filter((each) => each.role === role).map(({ id }) => id));
  const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
  const line: fc.Arbitrary<Line> = fc
    .record({
      of: fc.oneof({ weight: 4, arbitrary: ids('symptom') }, ids('aside'), {
        weight: 3,
        arbitrary: ids('clue'),
      }),
      in: fc.constantFrom('proxy-error', 'proxy-access', 'backend', 'kernel'),
      at: fc.oneof(
        { weight: 20, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
        { weight: 2, arbitrary: fc.integer({ min: 0, max: 4_000_000 }) },
        fc.constant(null),
      ),
      resolution: fc.constantFrom(1, 1_000),
      text: fc.constantFrom('a', 'b', 'c', 'd'),
      on: perhaps(fc.constantFrom('/a', '/b', '/c?x=1')),
      upstream: perhaps(fc.constantFrom('192.0.2.1:80', '192.0.2.2:443', 'unix:/run/php-fpm.sock')),
      connection: perhaps(fc.constantFrom('1', '2', '3')),
      client: perhaps(fc.constantFrom('203.0.113.1', '203.0.113.2')),
      requestId: perhaps(fc.constantFrom('r1', 'r2')),
      elapsed: perhaps(fc.constantFrom(0, 50, 999, 5_000, 30_000, 30_100, 60_000)),
      method: perhaps(fc.constantFrom('GET', 'POST')),
      phase: perhaps(fc.constantFrom('connect', 'request', 'header', 'body', 'tunnel')),
      by: perhaps(fc.constantFrom('fin', 'reset', 'other')),
      scheme: perhaps(fc.constantFrom('http', 'https', 'fastcgi', 'uwsgi')),
      process: perhaps(fc.constantFrom('gunicorn', 'java', 'node')),
      signal: perhaps(fc.constantFrom('SIGKILL', 'SIGTERM')),
      pid: perhaps(fc.integer({ min: 1, max: 4 })),
      bytes: perhaps(fc.constantFrom(0, 1_000_000)),
      sent: perhaps(fc.constantFrom(10, 100_000)),
      attempt: perhaps(fc.integer({ min: 1, max: 2 })),
      status: perhaps(fc.constantFrom(200, 502)),
      reused: perhaps(fc.constant(true)),
    })
    .map((given): Line => {
      const said = Object.entries(given).filter(([, value]) => value !== undefined);
      // Of one record everything follows from its text.
      return { ...(Object.fromEntries(said) as unknown as Line), text: JSON.stringify(said) };
    });
  const all = [
    source('proxy-error', { role: 'proxy', formats: ['nginx-error'], skew: 1_000 }),
    source('proxy-access', { role: 'proxy', formats: ['nginx-access'], skew: 1_000 }),
    source('backend', { formats: ['gunicorn', 'plain'] }),
    source('kernel', { role: 'platform', formats: ['kernel'] }),
  ];

  it('are counted right and read the same in any order', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(all, all.slice(0, 1), all.slice(0, 3)),
        fc.integer(),
        fc.nat(),
        (lines, sources, seed, cut) => {
          const signals = lines.map(signalOf);
          const whole = judgeAll(summarise(signals, defaultScope, 'v'), sources);
          expect(whole.undiagnosed).toEqual([]);
          checkCounts(whole);
          const mixed = turned(signals, seed);
          const at = cut % (mixed.length + 1);
          const batches = [mixed.slice(at), mixed.slice(0, at), mixed.slice(0, 5)];
          const pages = batches.flatMap((batch) => summarise(batch, defaultScope, 'v'));
          expect(withoutPlaces(judgeAll(pages, [...sources].reverse()))).toBe(withoutPlaces(whole));
          // Ids tell records apart and decide nothing else: a file and a log group name them differently.
          const renamed = signals.map(({ fact, excerpt }) => ({
            fact: { ...fact, id: hash64(`${seed} ${fact.id}`) },
            excerpt,
          }));
          expect(withoutPlaces(judgeAll(summarise(renamed, defaultScope, 'v'), sources))).toBe(
            withoutPlaces(whole),
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});
