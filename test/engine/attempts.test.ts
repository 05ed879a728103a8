import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptsOf } from '#lib/engine/attempts.ts';
import { join } from '#lib/engine/join.ts';
import { defaultScope } from '#lib/model/record.ts';
import {
  aside,
  catalogueOf,
  evidenceOf,
  factsOf,
  judged,
  type Line,
  source,
  start,
  symptom,
} from './made-up.ts';

const catalogue = catalogueOf([
  symptom('error/closed'),
  symptom('access/502', { basis: 'inferred' }),
  symptom('other/502', { basis: 'inferred' }),
  aside('error/refused', { cause: 'connect-failed', closedBy: 'nobody' }),
  aside('error/left'),
  aside('access/499', { basis: 'inferred' }),
]);
const upstream = '192.0.2.7:80';
const onPay = { method: 'POST', on: '/pay' } as const;
const closed = (more: Partial<Line> = {}): Line => ({
  of: 'error/closed',
  in: 'proxy-error',
  resolution: 1_000,
  client: '192.0.2.1',
  connection: '7',
  upstream,
  ...onPay,
  ...more,
});
const recorded = (more: Partial<Line> = {}): Line => ({
  of: 'access/502',
  in: 'proxy-access',
  resolution: 1_000,
  client: '192.0.2.1',
  ...onPay,
  ...more,
});

/** How many lines each attempt has, most first. */
const shapes = (lines: readonly Line[]): readonly number[] =>
  attemptsOf(factsOf(lines), catalogue)
    .map(({ length }) => length)
    .sort((a, b) => b - a);

describe('lines of one attempt', () => {
  it('are an error line and its access record', () => {
    expect(shapes([closed(), recorded()])).toEqual([2]);
  });

  it('are found when the other log is a second off, and three of them at most', () => {
    expect(shapes([closed(), recorded({ at: 1_000 })])).toEqual([2]);
    expect(shapes([closed({ at: 1_000 }), recorded()])).toEqual([2]);
    expect(shapes([closed(), recorded({ at: 3_000 })])).toEqual([2]);
    expect(shapes([closed(), recorded({ at: 4_000 })])).toEqual([1, 1]);
  });

  it('are as near as their clocks are exact', () => {
    const exact = { resolution: 1 };
    expect(shapes([closed(exact), recorded({ ...exact, at: 1_000 })])).toEqual([2]);
    expect(shapes([closed(exact), recorded({ ...exact, at: 1_500 })])).toEqual([1, 1]);
  });

  it('are one record of each log, and of two logs that record the same', () => {
    expect(shapes([closed(), recorded(), recorded({ of: 'other/502', in: 'proxy-json' })])).toEqual([3]);
    expect(shapes([closed(), recorded({ in: 'proxy-error' })])).toEqual([2]);
  });

  it('are known by the connection where a long line lost its request', () => {
    const { on: _on, method: _method, ...lost } = closed();
    expect(shapes([lost, recorded({ connection: '7' })])).toEqual([2]);
    expect(shapes([lost, recorded({ connection: '8' })])).toEqual([1, 1]);
  });

  it('are known by the upstream where there are no requests', () => {
    const session = { client: '192.0.2.1', upstream } as const;
    const lines: readonly Line[] = [
      { of: 'error/closed', in: 'proxy-error', resolution: 1_000, connection: '7', ...session },
      { of: 'access/502', in: 'proxy-access', resolution: 1_000, ...session },
    ];
    expect(shapes(lines)).toEqual([2]);
    expect(shapes(lines.map((line, i) => (i === 0 ? line : { ...line, upstream: '192.0.2.8:80' })))).toEqual([
      1, 1,
    ]);
  });

  it.each([
    ['client', { client: '192.0.2.2' }],
    ['connection', { connection: '8' }],
    ['upstream', { upstream: '192.0.2.8:80' }],
    ['request', { on: '/cart' }],
    ['method', { method: 'GET' }],
  ] satisfies [string, Partial<Line>][])('never have two values for the %s', (_name, other) => {
    expect(shapes([closed(), recorded(other)])).toEqual([1, 1]);
  });

  it('never have two numbers of one try, nor two request ids', () => {
    expect(
      shapes([recorded({ attempt: 1 }), recorded({ of: 'other/502', in: 'proxy-json', attempt: 2 })]),
    ).toEqual([1, 1]);
    expect(
      shapes([recorded({ requestId: 'a' }), recorded({ of: 'other/502', in: 'proxy-json', requestId: 'b' })]),
    ).toEqual([1, 1]);
  });
});

describe('one log describes an attempt once', () => {
  it('so two error lines of one request are two tries', () => {
    expect(shapes([closed(), closed({ upstream: '192.0.2.8:80' })])).toEqual([1, 1]);
    expect(shapes([closed(), closed()])).toEqual([1, 1]);
  });

  it('so equal requests in one second stay apart, and each has its record', () => {
    const lines = [0, 1, 2, 3].flatMap((i) => [closed({ connection: String(i) }), recorded()]);
    expect(shapes(lines)).toEqual([2, 2, 2, 2]);
    // One record more than there are error lines: a close that only the access log shows.
    expect(shapes([...lines, recorded()])).toEqual([2, 2, 2, 2, 1]);
  });

  it('so a retried request has a record of each try, with the try that it is about', () => {
    const [a, b] = [upstream, '192.0.2.8:80'];
    const attempts = attemptsOf(
      factsOf([
        closed({ upstream: a }),
        closed({ upstream: b }),
        recorded({ upstream: b, attempt: 2 }),
        recorded({ upstream: a, attempt: 1 }),
      ]),
      catalogue,
    );
    expect(attempts.map((lines) => lines.map(({ says }) => says.upstream))).toEqual(
      expect.arrayContaining([
        [a, a],
        [b, b],
      ]),
    );
    expect(attempts).toHaveLength(2);
  });

  it('and what ties lines outweighs what is nearer', () => {
    const attempts = attemptsOf(
      factsOf([
        closed({ at: 0, connection: '7' }),
        closed({ at: 2_000, connection: '8' }),
        recorded({ at: 2_000, connection: '7' }),
      ]),
      catalogue,
    );
    expect(attempts.find(({ length }) => length === 2)?.map(({ keys }) => keys.connection)).toEqual(
      Array(2).fill(factsOf([closed()])[0]?.keys.connection),
    );
  });

  it('and what ties lines outweighs a line that is nearer and says less', () => {
    const { connection: _connection, ...nameless } = closed({ at: 1_000 });
    const attempts = attemptsOf(
      factsOf([closed(), nameless, recorded({ at: 2_000, connection: '7' })]),
      catalogue,
    );
    const [pair] = attempts.filter(({ length }) => length === 2);
    expect(pair?.every(({ keys }) => keys.connection !== undefined)).toBe(true);
  });

  it('and of two requests to one path the query tells which', () => {
    const attempts = attemptsOf(
      factsOf([
        closed({ connection: '7', on: '/pay?n=1' }),
        closed({ connection: '8', on: '/pay?n=2' }),
        recorded({ on: '/pay?n=2' }),
        recorded({ on: '/pay?n=1' }),
      ]),
      catalogue,
    );
    for (const lines of attempts) expect(new Set(lines.map(({ keys }) => keys.target)).size).toBe(1);
    expect(attempts).toHaveLength(2);
  });
});

describe('what an attempt was', () => {
  const countsOf = (lines: readonly Line[]) => {
    const { incidents, lookalikes } = judged({ lines, catalogue });
    return {
      closes: incidents.reduce((sum, { closes }) => sum + closes, 0),
      ...Object.fromEntries(lookalikes.map((each) => [each.cause, each.count])),
    };
  };

  it.each([
    ['a line that says so', [closed()], { closes: 1 }],
    ['a figure that may mean it', [recorded()], { closes: 1 }],
    ['both', [closed(), recorded()], { closes: 1 }],
    ['a refused connect', [closed({ of: 'error/refused' })], { closes: 0, 'connect-failed': 1 }],
    [
      'a refused connect with its 502',
      [closed({ of: 'error/refused' }), recorded()],
      { closes: 0, 'connect-failed': 1 },
    ],
    [
      'a client that left, with its 502',
      [closed({ of: 'error/left' }), recorded()],
      { closes: 0, 'client-closed': 1 },
    ],
    ['a close that was recorded as 499', [closed(), recorded({ of: 'access/499' })], { closes: 1 }],
    [
      'two records, one of which is a 499',
      [recorded(), recorded({ of: 'access/499', in: 'proxy-json' })],
      { closes: 0, 'client-closed': 1 },
    ],
    [
      'a close, and on the next server a refused connect, in one record',
      [closed(), closed({ of: 'error/refused', upstream: '192.0.2.8:80' }), recorded()],
      { closes: 1, 'connect-failed': 1 },
    ],
  ] satisfies [string, readonly Line[], object][])('%s', (_name, lines, counts) => {
    expect(countsOf(lines)).toEqual(counts);
  });

  it('takes each figure from the line that has it, and the finest time', () => {
    const { incidents } = judged({
      lines: [
        closed({ phase: 'header', by: 'other' }),
        recorded({ at: 250, resolution: 1, elapsed: 51, status: 502, by: 'reset' }),
      ],
      catalogue,
    });
    expect(incidents[0]?.how).toEqual([{ phase: 'header', by: 'reset', closes: 1 }]);
    const sources = ['proxy-error', 'proxy-access'].map((name) => source(name, { role: 'proxy' }));
    const seen = join(
      evidenceOf([closed(), recorded({ at: 250, resolution: 1 })]),
      defaultScope,
      sources,
      catalogue,
    );
    expect(seen.incidents[0]?.closes).toMatchObject([{ at: start + 250, resolution: 1 }]);
  });
});

describe('whatever the logs leave out', () => {
  /** So many tries, each in some of the logs; the error log has connections, the others may. */
  const world = fc.record({
    tries: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 20 }),
        client: fc.constantFrom('192.0.2.1', '192.0.2.2'),
        on: fc.constantFrom('/pay', '/cart'),
        error: fc.boolean(),
        json: fc.boolean(),
      }),
      { minLength: 1, maxLength: 25 },
    ),
    order: fc.integer(),
  });

  it('with connections in every log, tries are counted exactly, in any order', () => {
    fc.assert(
      fc.property(world, ({ tries, order }) => {
        const lines = tries.flatMap(({ at, client, on, error, json }, i): Line[] => {
          const known = { at: at * 1_000, client, on, connection: String(i) };
          return [
            ...(error || !json ? [closed(known)] : []),
            recorded(known),
            ...(json ? [recorded({ ...known, of: 'other/502', in: 'proxy-json' })] : []),
          ];
        });
        const turned = lines
          .map((line, i) => [Math.imul(i + 1, order | 1) >>> 0, line] as const)
          .sort(([a], [b]) => a - b)
          .map(([, line]) => line);
        expect(attemptsOf(factsOf(turned), catalogue)).toHaveLength(tries.length);
      }),
    );
  });

  it('without them, there are never more tries than lines nor fewer than the longest log has', () => {
    fc.assert(
      fc.property(world, ({ tries }) => {
        const lines = tries.flatMap(({ at, client, on, error }, i): Line[] => [
          ...(error ? [closed({ at: at * 1_000, client, on, connection: String(i) })] : []),
          recorded({ at: at * 1_000, client, on }),
        ]);
        const attempts = attemptsOf(factsOf(lines), catalogue);
        expect(attempts.length).toBeGreaterThanOrEqual(tries.length);
        expect(attempts.flat()).toHaveLength(lines.length);
        for (const group of attempts)
          expect(new Set(group.map(({ source }) => source)).size).toBe(group.length);
      }),
    );
  });
});
