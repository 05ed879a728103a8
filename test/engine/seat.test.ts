import { describe, expect, it } from 'vitest';
import { classify } from '#lib/engine/classify.ts';
import { cluesNear, type Near } from '#lib/engine/nearby.ts';
import { hostIn } from '#lib/engine/seat.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { second } from '#lib/model/time.ts';
import { catalogueOf, closeOf, clue, type Line, source, symptom, viewWith } from './made-up.ts';

const wide = { from: -60 * second, to: 60 * second };
const catalogue = catalogueOf([
  symptom('error/closed'),
  clue('platform/killed', { points: [{ cause: 'one', strength: 'decisive' }], within: wide }),
  clue('platform/deployed', { points: [{ cause: 'other', strength: 'supporting' }], within: wide }),
  clue('platform/runs', { within: wide }),
  clue('backend/died', { points: [{ cause: 'one', strength: 'decisive' }], within: wide }),
]);
const events = source('events', { role: 'platform', shared: true });
const here = '10.0.1.7';
const there = '10.0.9.9';
const closed = (more: Partial<Line> = {}): Line => ({
  of: 'error/closed',
  upstream: `${here}:8080`,
  ...more,
});
const task = (of: string, address: string | undefined, more: Partial<Line> = {}): Line => ({
  of,
  in: 'events',
  cluster: 'prod',
  service: 'api',
  unit: `task of ${address}`,
  ...(address === undefined ? {} : { addresses: [address] }),
  ...more,
});
const killed = (address: string | undefined, more: Partial<Line> = {}): Line =>
  task('platform/killed', address, more);

function viewOf(lines: readonly Line[], closes: NonEmpty<Line>) {
  const [first, ...rest] = closes.map((line, index) => closeOf(line, index + 100));
  if (!first) throw new Error('no close');
  return { first, view: viewWith([first, ...rest], lines, catalogue, [events, source('backend')]) };
}
function near(lines: readonly Line[], closes: NonEmpty<Line> = [closed()]): readonly Near[] {
  const { first, view } = viewOf(lines, closes);
  return cluesNear(view, catalogue)(first);
}
const ties = (...given: Parameters<typeof near>) => near(...given).map(({ tie, share }) => [tie, share]);
const confidence = (lines: readonly Line[], closes: NonEmpty<Line> = [closed()]) =>
  classify(viewOf(lines, closes).view, catalogue).found.map((found) => [found.cause.id, found.confidence]);

describe('a line that names the address of a task', () => {
  it('is tied to the upstream with that address', () => {
    expect(ties([killed(here)])).toEqual([['upstream', 1]]);
    expect(confidence([killed(here)])).toEqual([['one', 'confirmed']]);
    const six = closed({ upstream: '[2001:db8::7]:8080' });
    expect(ties([killed('2001:db8::7')], [six])).toEqual([['upstream', 1]]);
  });

  it('says nothing about an upstream that another line shows to be elsewhere', () => {
    const runs = task('platform/runs', here);
    expect(ties([runs, killed(there)])).toEqual([]);
    // Whoever is behind an address of which no line speaks, it is not this task.
    expect(ties([runs, killed(there)], [closed({ upstream: '10.0.1.8:8080' }), closed()])).toEqual([]);
  });

  it('does not confirm while no line shows who has the address, and never as the only upstream', () => {
    expect(ties([killed(there)])).toEqual([['scope', 0.3]]);
    expect(confidence([killed(there)])).not.toContainEqual(['one', 'confirmed']);
    expect(ties([killed(undefined)])).toEqual([['scope', 0.3]]);
  });

  it('says nothing about another address where it runs a job of no service', () => {
    expect(near([{ ...killed(there), service: undefined as never }])).toEqual([]);
  });

  it('is as good as any where a rule of the configuration says that the service is this one', () => {
    const { first, view } = viewOf([killed(undefined)], [closed()]);
    const [fact] = view.incident.clues;
    if (!fact) throw new Error('no clue');
    const own = { ...view, incident: { ...view.incident, clues: [{ ...fact, scope: 'api' }] } };
    expect(cluesNear(own, catalogue)(first).map(({ tie, share }) => [tie, share])).toEqual([
      ['only-upstream', 1],
    ]);
  });
});

describe('a line that names a service', () => {
  const deployed = (service: string, more: Partial<Line> = {}): Line =>
    task('platform/deployed', undefined, { service, ...more });

  it('counts in full where another line shows the service at the upstream', () => {
    expect(near([task('platform/runs', here), deployed('api')]).map(({ share }) => share)).toEqual([1]);
  });

  it('says nothing where another service is there, be it of the same name in another cluster', () => {
    expect(near([task('platform/runs', here), deployed('mail')])).toEqual([]);
    expect(near([task('platform/runs', here), deployed('api', { cluster: 'test' })])).toEqual([]);
  });

  it('only suggests where nothing shows whose the upstream is', () => {
    expect(ties([deployed('api')])).toEqual([['scope', 0.3]]);
  });
});

describe('a line of a container', () => {
  const died = (unit: string): Line => ({ of: 'backend/died', in: 'backend', unit });

  it('is tied by the address that an event gives its task', () => {
    const runs = task('platform/runs', here, { unit: 'a' });
    expect(ties([runs, died('a')])).toEqual([['upstream', 1]]);
  });

  it('is not of an upstream with the address of another task', () => {
    const runs = [task('platform/runs', here, { unit: 'a' }), task('platform/runs', there, { unit: 'b' })];
    expect(near([...runs, died('b')])).toEqual([]);
  });
});

it('takes the host of an upstream', () => {
  expect(['10.0.1.7:8080', '[2001:db8::7]:80', 'app', 'unix:/run/app.sock'].map(hostIn)).toEqual([
    '10.0.1.7',
    '2001:db8::7',
    'app',
    undefined,
  ]);
});
