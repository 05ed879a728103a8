import { describe, expect, it } from 'vitest';
import { defineProgram } from '#lib/catalogue/define.ts';
import { cluesNear } from '#lib/engine/nearby.ts';
import type { Program } from '#lib/model/defaults.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { second } from '#lib/model/time.ts';
import { catalogueOf, closeOf, clue, type Line, source, symptom, viewWith } from './made-up.ts';

const one = [{ cause: 'one', strength: 'decisive' }] as const;
const wide = { from: -30 * second, to: 30 * second };
const program = (name: string, role: Program['role'], processes: readonly string[], more = {}) =>
  defineProgram({ program: name, title: name, role, processes, limits: [], ...more });
const catalogue = catalogueOf(
  [
    symptom('error/closed'),
    clue('kernel/killed', { points: one, within: wide }),
    clue('shop/booted', { within: wide }),
    clue('shop/died', { points: one, within: wide }),
    clue('shop/stopping', { points: one, within: wide, endedBy: [{ of: 'shop/stopped' }] }),
    clue('shop/stopped', { within: wide }),
    clue('forms/died', { points: one, within: wide }),
  ],
  undefined,
  {
    programs: [
      program('shop', 'backend', ['shop', 'snake*']),
      program('api', 'backend', ['api', 'snake*']),
      program('forms', 'backend', ['forms*'], { schemes: ['fastcgi'] }),
      program('neighbour', 'platform', ['postgres*']),
      program('kernel', 'platform', []),
    ],
  },
);
const closed = (more: Partial<Line> = {}): Line => ({
  of: 'error/closed',
  upstream: '192.0.2.7:80',
  ...more,
});
const killed = (more: Partial<Line> = {}): Line => ({ of: 'kernel/killed', in: 'kernel', ...more });
const booted = (more: Partial<Line> = {}): Line => ({
  of: 'shop/booted',
  in: 'backend',
  at: -20_000,
  ...more,
});

const kernel = source('kernel', { role: 'platform' });

function near(lines: readonly Line[], closes: NonEmpty<Line> = [closed()]) {
  const [first, ...rest] = closes.map((line, i) => closeOf(line, i + 100));
  if (!first) throw new Error('no close');
  return cluesNear(viewWith([first, ...rest], lines, catalogue, [kernel]), catalogue)(first);
}
const shareOf = (...given: Parameters<typeof near>): number => near(...given)[0]?.share ?? 0;

describe('a process that the kernel names', () => {
  it('is a backend where one in view has its name', () => {
    expect(near([booted(), killed({ process: 'shop' })])).toMatchObject([{ share: 1, tie: 'process' }]);
  });

  it('is nobody’s business where it is known to be something else', () => {
    expect(near([booted(), killed({ process: 'postgres' })])).toEqual([]);
    expect(near([killed({ process: 'postgres' })])).toEqual([]);
    expect(near([booted(), killed({ process: 'snake', unit: 'postgresql@15.service' })])).toEqual([]);
  });

  it('is next to nobody where the backend is known by other names, and perhaps it where none is', () => {
    expect(shareOf([booted(), killed({ process: 'builder' })])).toBeLessThan(0.1);
    expect(shareOf([booted(), killed({ process: 'api' })])).toBeLessThan(0.1);
    expect(shareOf([killed({ process: 'builder' })])).toBeLessThan(shareOf([killed({ process: 'api' })]));
    expect(near([killed({ process: 'api' })])).toMatchObject([{ share: 1, tie: 'scope' }]);
  });

  it('may be a backend that nothing in its log gives a name', () => {
    const anonymous = booted({ of: 'made-up/listening', in: 'worker' });
    expect(shareOf([booted(), anonymous, killed({ process: 'builder' })])).toBeGreaterThan(0.1);
    // What printed no pid may have any.
    const runtime = killed({ process: 'snake3', pid: 2_222 });
    expect(shareOf([booted({ pid: 3_333 }), booted({ in: 'other' }), runtime])).toBe(1);
  });

  it('is tied to nothing by the name of a runtime, unless its pid is one that the backend printed', () => {
    const runtime = killed({ process: 'snake3', pid: 2_222 });
    expect(near([booted({ pid: 2_222 }), runtime])).toMatchObject([{ share: 1, tie: 'process' }]);
    expect(shareOf([booted({ pid: 3_333 }), runtime])).toBeLessThan(0.5);
    // In a container the backend prints other numbers than the host.
    expect(shareOf([booted({ pid: 7 }), runtime])).toBe(1);
  });

  it('is one of ours by the unit that the backend runs in', () => {
    const inUnit = booted({ unit: 'shop.service' });
    expect(near([inUnit, killed({ unit: 'shop.service' })])).toMatchObject([{ share: 1, tie: 'process' }]);
    expect(shareOf([inUnit, killed({ unit: 'billing.service' })])).toBeLessThan(0.5);
  });

  it('is perhaps a backend where its unit or its container is only called something', () => {
    const [shareless] = near([booted(), killed({ unit: 'certsync.service' })]);
    expect(shareless).toMatchObject({ share: 0.6, tie: 'scope' });
    expect(near([booted(), killed({ container: '0123456789abcdef' })])).toMatchObject([
      { share: 0.6, tie: 'scope' },
    ]);
    expect(near([booted(), killed({ unit: 'orders-api.service' })])).toMatchObject([
      { share: 1, tie: 'scope' },
    ]);
    // Nothing but the host: whatever happened to it happened to the backend.
    expect(near([booted(), killed()])).toMatchObject([{ share: 1, tie: 'only-upstream' }]);
  });

  it('is one of ours by the name of what the proxy asks, as composers and clusters lengthen it', () => {
    const shop = [closed({ upstream: 'orders:80' })] as const;
    for (const unit of ['orders.service', 'mall-orders-1', 'mall_orders_1', 'orders-6d4b75cb6d-hm8zq'])
      expect(near([killed({ unit })], shop)).toMatchObject([{ share: 1, tie: 'process' }]);
    expect(near([killed({ unit: 'orders-importer.service' })], shop)).toMatchObject([{ tie: 'scope' }]);
  });

  it('is what runs in its unit, where another line names both', () => {
    const group = killed({ unit: 'scanner.service', process: 'postgres', at: -100 });
    expect(shareOf([booted(), group, killed({ unit: 'scanner.service' })])).toBeLessThan(0.5);
    const helper = killed({ unit: 'web.service', process: 'postgres', at: -100 });
    expect(near([helper, killed({ unit: 'web.service' })])).toHaveLength(1);
  });

  it('is not meant by a line that names nobody, whatever else was killed', () => {
    const died: Line = { of: 'shop/died', in: 'backend' };
    const nobody = killed({ at: -200 });
    expect(near([killed({ process: 'postgres', at: -100 }), nobody, died])).toHaveLength(2);
  });

  it('is one of ours by its container, whether its id is whole or cut', () => {
    const id = '0123456789abcdef'.repeat(4);
    const inContainer = booted({ container: id.slice(0, 12) });
    expect(near([inContainer, killed({ container: id })])).toMatchObject([{ share: 1, tie: 'process' }]);
    expect(shareOf([inContainer, killed({ container: `f${id.slice(1)}` })])).toBeLessThan(0.5);
  });

  it('is at most strong where a backend’s own log has the kernel’s words', () => {
    const printed = killed({ in: 'backend', process: 'shop', pid: 2_222 });
    const pidHeard = booted({ in: 'other', pid: 2_222, at: -1_000 });
    expect(near([pidHeard, printed])).toMatchObject([{ tie: 'only-upstream' }]);
    expect(shareOf([pidHeard, printed])).toBeLessThan(0.6);
  });

  it('dies once: of closes far apart its death explains the nearest', () => {
    const later = closed({ at: 6_000, connection: '2' });
    expect(shareOf([booted(), killed({ process: 'shop', at: 5_500 })], [closed(), later])).toBeLessThan(0.2);
    expect(shareOf([booted(), killed({ process: 'shop', at: 5_500 })], [later, closed()])).toBe(1);
    expect(shareOf([booted(), killed({ process: 'shop', at: 5_500 })])).toBeGreaterThan(0.5);
  });
});

describe('what is behind an upstream', () => {
  const two = [closed(), closed({ upstream: '192.0.2.8:81', connection: '2' })] as const;
  const listens = (address: string) => booted({ listens: address });
  const died = (more: Partial<Line> = {}): Line => ({ of: 'shop/died', in: 'backend', ...more });

  it('is what listens there', () => {
    expect(near([listens('0.0.0.0:80'), died()], two)).toMatchObject([{ share: 1, tie: 'listener' }]);
    expect(near([listens('0.0.0.0:81'), died()], two)).toEqual([]);
    expect(near([listens('0.0.0.0:80'), killed({ process: 'shop' })], two)).toHaveLength(1);
    expect(near([listens('0.0.0.0:81'), killed({ process: 'shop' })], two)).toEqual([]);
  });

  it('may be anything that listens at none of them: ports are mapped', () => {
    expect(shareOf([listens('0.0.0.0:8000'), died()], two)).toBe(1);
  });

  it('is rather the log that is known to be its own than one of which nothing is known', () => {
    const other = died({ in: 'other' });
    expect(shareOf([other], two)).toBe(1);
    expect(shareOf([listens('0.0.0.0:80'), other], two)).toBe(0.5);
  });

  it('is told by each program for itself where several share a log', () => {
    const forms: Line = { of: 'forms/died', in: 'backend' };
    expect(near([listens('0.0.0.0:81'), forms], two)).toHaveLength(1);
    expect(near([listens('0.0.0.0:81'), died(), forms], two).map(({ clue: { id } }) => id)).toEqual([
      'forms/died',
    ]);
  });

  it('speaks the protocol that the proxy speaks to it', () => {
    const forms: Line = { of: 'forms/died', in: 'forms' };
    expect(near([forms], [closed({ scheme: 'fastcgi' })])).toHaveLength(1);
    expect(near([forms], [closed({ scheme: 'http' })])).toEqual([]);
    expect(near([died()], [closed({ scheme: 'fastcgi' })])).toEqual([]);
    expect(near([died()], [closed({ scheme: 'http' })])).toHaveLength(1);
  });
});

describe('a stop that is over', () => {
  const stopping: Line = { of: 'shop/stopping', in: 'backend', at: -20_000 };
  const stopped = (at: number): Line => ({ of: 'shop/stopped', in: 'backend', at });

  it('explains no close after its end', () => {
    expect(near([stopping])).toHaveLength(1);
    expect(near([stopping, stopped(-15_000)])).toEqual([]);
    expect(near([stopping, stopped(1_000)])).toHaveLength(1);
    expect(near([stopping, { ...stopped(-15_000), in: 'backend-2' }])).toHaveLength(1);
  });
});
