import { describe, expect, it } from 'vitest';
import type { Cause, Settler } from '#lib/model/cause.ts';
import { type Context, noContext } from '#lib/model/context.ts';
import { eventTime } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import {
  aside,
  catalogueOf,
  cause,
  clue,
  judged,
  type Line,
  type Made,
  source,
  start,
  symptom,
  verdictOf,
} from './made-up.ts';

const settler = (more: Partial<Settler> = {}): Settler => ({
  source: 'the kernel log',
  formats: ['kernel'],
  programs: [],
  because: 'whether it was killed',
  silence: 'the kernel log shows no kill',
  ...more,
});
const signatures = [
  symptom('error/closed', { means: 'The backend closed.' }),
  symptom('access/502', { basis: 'inferred', means: 'A 502.' }),
  aside('error/left'),
  clue('backend/died', { points: [{ cause: 'one', strength: 'decisive' }], means: 'It died.' }),
  clue('backend/hinted', { points: [{ cause: 'other', strength: 'context' }] }),
];
const world = (one: Partial<Cause> = {}, other: Partial<Cause> = {}) =>
  catalogueOf(signatures, [cause('one', one), cause('other', other)]);
const closed = (more: Partial<Line> = {}): Line => ({
  of: 'error/closed',
  upstream: '192.0.2.7:80',
  method: 'GET',
  on: '/pay',
  connection: `${more.at ?? 0}`,
  phase: 'header',
  by: 'fin',
  ...more,
});
const died = (more: Partial<Line> = {}): Line => ({ of: 'backend/died', in: 'backend', ...more });
const verdict = (lines: readonly Line[], catalogue = world(), more: Partial<Made> = {}) =>
  verdictOf({ lines, catalogue, ...more });
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('evidence', () => {
  it('is twelve lines at most, symptoms and clues, in order of time', () => {
    const lines = many(50, (i) => [
      closed({ at: i * 1_000, text: `closed ${i}` }),
      closed({
        of: 'access/502',
        in: 'proxy-2',
        at: i * 1_000,
        connection: `${i * 1_000}`,
        text: `502 ${i}`,
      }),
      died({ at: i * 1_000, text: `died ${i}` }),
    ]).flat();
    const [finding] = verdict(lines).findings;
    const evidence = finding?.evidence ?? [];
    expect(finding?.closes).toBe(50);
    expect(evidence.length).toBeLessThanOrEqual(12);
    const signaturesShown = evidence.map(({ signature }) => signature);
    expect(new Set(signaturesShown)).toEqual(new Set(['error/closed', 'access/502', 'backend/died']));
    expect(evidence.map(({ at }) => at)).toEqual(evidence.map(({ at }) => at).sort());
    for (const signature of new Set(signaturesShown)) {
      const shown = evidence.filter((line) => line.signature === signature).map(({ at }) => at);
      expect(shown[0]).toBe(new Date(start).toISOString());
      expect(shown[shown.length - 1]).toBe(new Date(start + 49_000).toISOString());
    }
  });

  it('of many signatures keeps a place for the closes themselves', () => {
    const kinds = many(15, (i) =>
      clue(`backend/kind-${i}`, { points: [{ cause: 'one', strength: 'decisive' }] }),
    );
    const lines = [closed(), ...kinds.map(({ id }) => died({ of: id }))];
    const [finding] = verdict(lines, catalogueOf([...signatures, ...kinds])).findings;
    const shown = finding?.evidence.map(({ signature }) => signature) ?? [];
    expect(shown.length).toBeLessThanOrEqual(12);
    expect(shown).toContain('error/closed');
  });

  it('says what each line means, and shows one text once', () => {
    const twice = [closed({ text: 'same' }), closed({ text: 'same' }), died()];
    const [finding] = verdict(twice).findings;
    expect(finding?.closes).toBe(2);
    expect(finding?.evidence.map(({ text, says }) => [text, says])).toEqual(
      expect.arrayContaining([
        ['same', 'The backend closed.'],
        ['backend/died 2', 'It died.'],
      ]),
    );
    expect(finding?.evidence).toHaveLength(2);
  });

  it('shows the rest of a block only where whole files are in view', () => {
    const [plain] = verdict([closed(), died()]).findings;
    expect(plain?.evidence.some(({ block }) => block)).toBe(false);
  });
});

describe('counts', () => {
  it('of routes and upstreams name twenty and add up', () => {
    const lines = many(30, (i) => [
      ...many(i === 4 ? 3 : 1, (n) =>
        closed({ at: i * 10_000 + n, on: `/route-${i}`, upstream: `192.0.2.${i}:80` }),
      ),
      died({ at: i * 10_000 }),
    ]).flat();
    const { findings, unexplained, closes } = verdict(lines);
    expect(closes).toBe(32);
    const told = findings.reduce((sum, each) => sum + each.closes, unexplained?.closes ?? 0);
    expect(told).toBe(32);
    for (const { closes: all, routes, upstreams } of findings)
      for (const { named, more } of [routes, upstreams]) {
        expect(named.length).toBeLessThanOrEqual(20);
        expect(named.reduce((sum, each) => sum + each.closes, more.closes)).toBe(all);
        expect(named[0]?.closes).toBe(3);
        expect(named.map((each) => each.closes)).toEqual(
          named.map((each) => each.closes).sort((a, b) => b - a),
        );
      }
    expect(findings[0]?.routes.more.names).toBe(10);
  });

  it('of ends say phase and manner, most first', () => {
    const lines = [
      closed({ at: 1 }),
      closed({ at: 2, phase: 'body', by: 'reset' }),
      closed({ at: 3, phase: 'body', by: 'reset' }),
      { of: 'error/closed', at: 4, on: '/x' },
    ];
    expect(verdict(lines).how).toEqual([
      { phase: 'body', by: 'reset', closes: 2 },
      { phase: 'header', by: 'fin', closes: 1 },
      { phase: 'unknown', by: 'other', closes: 1 },
    ]);
  });

  it('of look-alikes come with one line each', () => {
    const lines = many(3, (i) => closed({ of: 'error/left', at: i }));
    const { incidents, lookalikes } = judged({ lines, catalogue: world() });
    expect(incidents).toEqual([]);
    expect(lookalikes.map(({ cause: of, count, closedBy }) => [of, count, closedBy])).toEqual([
      ['client-closed', 3, 'client'],
    ]);
    expect(lookalikes[0]?.example.signature).toBe('error/left');
  });
});

describe('what was not found', () => {
  const against = { against: [{ id: 'a', weight: -3, tells: 'this' as const, sees: () => 'it cannot be' }] };
  const ruled = (each: IncidentVerdict) => each.ruledOut.map(({ cause: id, because }) => `${id}: ${because}`);
  const kernel = source('kernel', { formats: ['kernel'], role: 'platform' });

  it('is ruled out by what every close says against it', () => {
    expect(ruled(verdict([closed(), died()], world({}, against)))).toEqual(['other: it cannot be']);
    const sometimes = {
      against: [
        { ...against.against[0], sees: ({ method }) => (method === 'POST' ? 'it cannot be' : undefined) },
      ],
    } as Partial<Cause>;
    const lines = [closed(), died(), closed({ at: 1, method: 'POST' })];
    expect(ruled(verdict(lines, world({}, sometimes)))).toEqual([]);
  });

  it('is ruled out by a source that is in view and silent', () => {
    const catalogue = world({}, { settledBy: [settler()] });
    expect(ruled(verdict([closed(), died()], catalogue))).toEqual([]);
    expect(ruled(verdict([closed(), died()], catalogue, { sources: [kernel] }))).toEqual([
      'other: the kernel log shows no kill',
    ]);
    const hinted = [closed(), died(), died({ of: 'backend/hinted' })];
    expect(ruled(verdict(hinted, catalogue, { sources: [kernel] }))).toEqual([]);
  });

  it('is not ruled out while it may well be so', () => {
    const near = [closed(), died({ of: 'backend/maybe' })];
    const maybe = clue('backend/maybe', {
      points: [
        { cause: 'one', strength: 'strong' },
        { cause: 'other', strength: 'strong' },
      ],
    });
    const doubted = (weight: number) =>
      catalogueOf(
        [...signatures, maybe],
        [
          cause('one'),
          cause('other', { against: [{ id: 'a', weight, tells: 'this', sees: () => 'it cannot be' }] }),
        ],
      );
    expect(ruled(verdict(near, doubted(-0.5)))).toEqual([]);
    expect(ruled(verdict(near, doubted(-6)))).toEqual(['other: it cannot be']);
  });

  it('is never also a finding', () => {
    const catalogue = world({ settledBy: [settler()], ...against });
    const { findings, ruledOut } = verdict([closed(), died()], catalogue, { sources: [kernel] });
    expect(findings.map((each) => each.cause)).toEqual(['one']);
    expect(ruledOut.map((each) => each.cause)).not.toContain('one');
  });

  it('leaves blind spots, each source once, unless everything is confirmed', () => {
    const catalogue = world(
      { settledBy: [settler()] },
      { settledBy: [settler({ because: 'another thing' })] },
    );
    expect(verdict([closed()], catalogue).blindSpots).toEqual([
      { source: 'the kernel log', wouldSettle: 'whether it was killed' },
    ]);
    expect(verdict([closed()], catalogue, { sources: [kernel] }).blindSpots).toEqual([]);
    expect(verdict([closed(), died()], catalogue).blindSpots).toEqual([]);
    const two = [closed(), closed({ at: 1, upstream: '192.0.2.8:80' }), died()];
    expect(verdict(two, catalogue).blindSpots).toHaveLength(1);
  });

  it('names what would settle it, by role, format or the programs that spoke', () => {
    const by = (more: Partial<Settler>) =>
      verdict(
        [closed(), died({ of: 'backend/hinted' })],
        world({ settledBy: [settler({ formats: [], ...more })] }),
      ).blindSpots.length;
    expect([
      by({}),
      by({ role: 'backend' }),
      by({ role: 'platform' }),
      by({ programs: ['backend'] }),
    ]).toEqual([1, 0, 1, 0]);
  });

  it('says what was looked for, the two best candidates and the source that would decide', () => {
    const more = cause('third', { prior: 0.01 });
    const catalogue = catalogueOf(signatures, [
      cause('one', {
        expects: [{ id: 'get', weight: 0.3, tells: 'any', sees: () => 'it was a GET' }],
        settledBy: [settler()],
      }),
      cause('other'),
      more,
    ]);
    const { unexplained } = verdict([closed(), closed({ at: 1 })], catalogue);
    expect(unexplained).toMatchObject({
      closes: 2,
      lookedFor: ['It was one.', 'It was other.', 'It was third.'],
      candidates: [{ cause: 'one', because: 'it was a GET' }, { cause: 'other' }],
      missing: ['the kernel log: whether it was killed'],
    });
    expect(unexplained?.evidence).toHaveLength(2);
  });
});

describe('secrets', () => {
  const canary = 'hunter2xyz';
  const secret = `password=${canary}`;
  const context: Context = {
    ...noContext,
    block: () => [`  File "x.py", ${secret}`],
    nearest: (_scope, moments) => [
      { source: 'backend', line: 1, at: moments[0] ?? eventTime(0), text: secret },
    ],
  };
  const talkative = cause('one', {
    expects: [{ id: 'e', weight: 0.2, tells: 'this', sees: () => `seen ${secret}` }],
    against: [{ id: 'a', weight: -0.2, tells: 'this', sees: () => `against ${secret}` }],
    why: () => `why ${secret}`,
    steps: () => ({ 3: { state: 'todo', text: `step ${secret}`, command: `run ${secret}` } }),
    fixes: () => [{ where: `where ${secret}`, diff: `+${secret}`, because: `because ${secret}` }],
  });
  const other = cause('other', {
    expects: [{ id: 'e', weight: 0.2, tells: 'any', sees: () => `seen ${secret}` }],
    against: [{ id: 'a', weight: -1, tells: 'this', sees: () => `against ${secret}` }],
  });
  const telling = {
    text: `x ${secret}`,
    on: `/u/jane.${canary}@example.com`,
    host: `token=${canary}`,
  } as const;

  it.each([
    ['a finding', [closed(telling), died({ text: `died ${secret}` })]],
    ['an unexplained close', [closed(telling)]],
    ['a look-alike', [closed({ ...telling, of: 'error/left' })]],
  ] satisfies [string, readonly Line[]][])('are in no word about %s', (_name, lines) => {
    const catalogue = catalogueOf(signatures, [talkative, other]);
    const { incidents, lookalikes, undiagnosed } = judged({ lines, catalogue, context });
    expect(undiagnosed).toEqual([]);
    expect(incidents.length + lookalikes.length).toBeGreaterThan(0);
    const words = JSON.stringify([incidents, lookalikes]);
    expect(words).toContain('‹');
    expect(words).not.toContain(canary);
  });

  it('leave every mark inside its text', () => {
    const text = `${secret} and closed here`;
    const [line] = verdict([{ ...closed(), text }]).unexplained?.evidence ?? [];
    expect(line?.text).toBe('password=‹secret 1› and closed here');
    expect(line?.mark[1]).toBeLessThanOrEqual(line?.text.length ?? 0);
  });
});
