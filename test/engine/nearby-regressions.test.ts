import { expect, it } from 'vitest';
import { cluesNear } from '#lib/engine/nearby.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';
import { spent } from '#test/spent.ts';
import { catalogueOf, closeOf, clue, foundIn, type Line, source, symptom, viewWith } from './made-up.ts';

const decisive = [{ cause: 'one', strength: 'decisive' }] as const;
const catalogue = catalogueOf(
  [
    symptom('error/closed'),
    clue('kernel/killed', { points: decisive }),
    clue('server/recycle', {
      points: [{ cause: 'one', strength: 'decisive' }],
      within: { from: -5_000, to: 1_000 },
    }),
    clue('server/graceful', {
      points: [{ cause: 'other', strength: 'strong' }],
      within: { from: -3_000, to: 2_000 },
      consequences: [{ of: 'server/recycle', sharing: 'pid', within: { from: -60_000, to: 0 } }],
    }),
  ],
  undefined,
  {
    programs: [{ program: 'server', title: 'server', role: 'backend', processes: ['server'], limits: [] }],
    formats: [{ id: 'server-log', program: 'server' } as never],
  },
);
const upstreams = ['192.0.2.7:80', '192.0.2.8:80', '192.0.2.9:80'];
const closes: readonly Line[] = upstreams.map((upstream, at) => ({
  of: 'error/closed',
  at,
  upstream,
  on: '/pay',
  connection: `${at}`,
}));
const sources = [source('server', { formats: ['server-log'] }), source('kernel', { role: 'platform' })];
const killed = (more: Partial<Line> = {}): Line => ({ of: 'kernel/killed', in: 'kernel', ...more });

// DESIGN 5: "a clue whose source is not known to be that upstream can make a cause likely, never confirmed, unless only
// one upstream is in view."
it('one killed process confirms nothing about three upstreams', () => {
  expect(foundIn({ lines: [...closes, killed({ process: 'server', pid: 77 })], catalogue, sources })).toEqual(
    ['one likely 3'],
  );
});

it('two replicas whose workers happen to have one pid (containers: 7, 8, 9) are not one process', () => {
  const lines = [...closes, killed({ in: 'api-1', pid: 8 }), killed({ in: 'api-2', pid: 8, at: 4_000 })];
  expect(foundIn({ lines, catalogue })).toEqual(['one likely 3']);
});

it('a line that an echo belongs to speaks when the echo is near and it is far', () => {
  const lines: readonly Line[] = [
    { of: 'error/closed', upstream: '192.0.2.7:80', on: '/pay' },
    { of: 'server/recycle', in: 'server', pid: 8, at: -30_000 },
    { of: 'server/graceful', in: 'server', pid: 8, at: 0 },
  ];
  expect(foundIn({ lines, catalogue })).toEqual(['one confirmed 1']);
});

it('a crash loop of 200,000 lines does not take the diagnosis away', () => {
  const many = Array.from({ length: 200_000 }, (_, i) => killed({ at: i % 1_000, text: `${i}` }));
  const close = closeOf({ of: 'error/closed' });
  expect(() => cluesNear(viewWith([close], many, catalogue), catalogue)(close)).not.toThrow();
}, 120_000);

it('closes and clues, thousands of each, cost a second and not their product', () => {
  const n = 6_000;
  const many = Array.from({ length: n }, (_, i) => killed({ at: i * 10, text: `${i}` }));
  const all = Array.from({ length: n }, (_, i) => closeOf({ of: 'error/closed', at: i * 10 }, i));
  if (!isNonEmpty(all)) throw new Error('none');
  const near = cluesNear(viewWith(all, many, catalogue), catalogue);
  const from = spent();
  for (const close of all) near(close);
  expect(spent() - from).toBeLessThan(8_000);
}, 120_000);

it('echoes of thousands cost no product either', () => {
  const n = 15_000;
  const lines = Array.from({ length: n }, (_, i) => [
    { of: 'server/recycle', in: 'server', pid: i, at: i } as Line,
    { of: 'server/graceful', in: 'server', pid: i + 10_000_000, at: i } as Line,
  ]).flat();
  const close = closeOf({ of: 'error/closed' });
  const from = spent();
  cluesNear(viewWith([close], lines, catalogue), catalogue)(close);
  expect(spent() - from).toBeLessThan(6_000);
}, 120_000);

// dmesg prints seconds since boot: what another log says of the same pid tells when that was.
it('a line without a time happened when another source says the same of its process', () => {
  const told = catalogueOf([
    symptom('error/closed'),
    clue('kernel/killed', { points: decisive }),
    clue('server/lost', { points: [{ cause: 'one', strength: 'supporting' }] }),
    clue('server/timeout', { points: [{ cause: 'other', strength: 'decisive' }] }),
  ]);
  const closed = { of: 'error/closed', upstream: '192.0.2.7:80', on: '/pay' } as const;
  const lines: readonly Line[] = [
    { ...closed, connection: '1' },
    { of: 'server/timeout', in: 'server', pid: 7, at: -200 },
    { ...closed, connection: '2', at: 60_000 },
    { of: 'server/lost', in: 'server', pid: 8, at: 60_000 },
    { of: 'kernel/killed', in: 'kernel', pid: 8, at: null },
  ];
  expect(foundIn({ lines, catalogue: told })).toEqual(['one confirmed 1', 'other confirmed 1']);
  // Pids come back: where that was is not known, and it may have been at either.
  const again: Line = { of: 'server/lost', in: 'server', pid: 8, at: 0 };
  expect(foundIn({ lines: [...lines, again], catalogue: told })).not.toContain('other confirmed 1');
});
