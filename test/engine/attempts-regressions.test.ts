import { expect, it } from 'vitest';
import { attemptsOf } from '#lib/engine/attempts.ts';
import { spent } from '#test/spent.ts';
import { catalogueOf, factsOf, type Line, symptom } from './made-up.ts';

const catalogue = catalogueOf([
  symptom('error/closed'),
  symptom('access/502', { basis: 'inferred' }),
  symptom('other/502', { basis: 'inferred' }),
]);
const onPay = { method: 'POST', on: '/pay', resolution: 1_000 } as const;
const closed = (more: Partial<Line> = {}): Line => ({
  of: 'error/closed',
  in: 'proxy-error',
  client: 'a',
  connection: '7',
  ...onPay,
  ...more,
});
const recorded = (more: Partial<Line> = {}): Line => ({
  of: 'access/502',
  in: 'proxy-access',
  client: 'a',
  ...onPay,
  ...more,
});
const count = (lines: readonly Line[]) => attemptsOf(factsOf(lines), catalogue).length;

it('an access log that prints X-Forwarded-For is tied by the connection all the same', () => {
  expect(count([closed({ client: '10.0.0.5' }), recorded({ client: '203.0.113.9', connection: '7' })])).toBe(
    1,
  );
});

it('a log without connections finds an attempt by the request of any of its lines, not only of the first', () => {
  const { on: _on, method: _method, ...lost } = closed();
  expect(count([lost, recorded({ connection: '7' }), recorded({ of: 'other/502', in: 'proxy-json' })])).toBe(
    1,
  );
});

it('two proxies behind one balancer: records of different seconds are different closes', () => {
  expect(count([recorded({ in: 'proxy-1' }), recorded({ in: 'proxy-2', at: 2_000 })])).toBe(2);
});

it('a shared connection outweighs time even where another line stands in the very second', () => {
  const { connection: _connection, ...nameless } = closed({ at: 2_000 });
  const attempts = attemptsOf(
    factsOf([closed(), nameless, recorded({ at: 2_000, connection: '7' })]),
    catalogue,
  );
  expect(
    attempts.find(({ length }) => length === 2)?.every(({ keys }) => keys.connection !== undefined),
  ).toBe(true);
});

const time = (n: number, make: (i: number) => readonly Line[]) => {
  const facts = factsOf(Array.from({ length: n }, (_, i) => make(i)).flat());
  const from = spent();
  expect(attemptsOf(facts, catalogue)).toHaveLength(n);
  return spent() - from;
};
it.each([
  [
    'connections in both logs',
    (i: number) => [closed({ connection: `${i}` }), recorded({ connection: `${i}` })],
  ],
  ['one client, connections in the error log', (i: number) => [closed({ connection: `${i}` }), recorded()]],
] satisfies [string, (i: number) => readonly Line[]][])(
  'ten thousand closes in one second cost no more than a second: %s',
  (_name, make) => {
    expect(time(10_000, make)).toBeLessThan(6_000);
  },
  300_000,
);
