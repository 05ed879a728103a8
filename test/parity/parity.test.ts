import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import { configure } from '#functions/config.ts';
import { evaluate } from '#functions/evaluate.ts';
import type { Received } from '#functions/events/subscription.ts';
import { ingest } from '#functions/ingest.ts';
import type { Ports } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import { scopesOf } from '#lib/engine/scope.ts';
import { minute, observedTime, second } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { judge } from '#lib/pipeline.ts';
import { type Asked, askedIn, type Group, groupsOf, scenarioNames } from './scenarios.ts';

/** Everything that may differ between two installations and two days. */
interface Circumstances {
  readonly gap: number;
  readonly lateness: number;
  /** How many milliseconds after its time a line is seen, in turn. */
  readonly delays: readonly number[];
  /** How many lines a delivery has, in turn. */
  readonly batches: readonly number[];
  /** Deliveries in any order: each goes to the place that its number says. */
  readonly order: readonly number[];
  /** Which lines come a second time, in other batches. */
  readonly again: readonly boolean[];
  /** After which deliveries somebody looks. */
  readonly looks: readonly boolean[];
  /** The formats that the configuration names: those that are there, or none, and then all that may be. */
  readonly formats: 'named' | 'open';
  readonly kernel: 'own scope' | 'shared';
  readonly proxy: 'own scope' | 'shared';
  /** What of a proxy's lines names a service: the first value that the scenario has, under which its first backend stands too. */
  readonly services: 'none' | keyof Asked;
  /** The log groups are called as the files are, or otherwise, and in another order of names. */
  readonly named: 'alike' | 'otherwise';
}

const some = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 40 });
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  gap: fc.constantFrom(20, 120, 600, 1_800).map((seconds) => seconds * second),
  lateness: fc.constantFrom(0, 60, 180, 600).map((seconds) => seconds * second),
  delays: some(fc.integer({ min: 0, max: 3 * minute })),
  batches: some(fc.integer({ min: 1, max: 30 })),
  order: some(fc.nat({ max: 1_000 })),
  again: some(fc.boolean()),
  looks: some(fc.boolean()),
  formats: fc.constantFrom('named', 'open'),
  kernel: fc.constantFrom('own scope', 'shared'),
  proxy: fc.constantFrom('own scope', 'shared'),
  services: fc.constantFrom('none', 'upstreams', 'hosts', 'paths'),
  named: fc.constantFrom('alike', 'otherwise'),
});

const turn = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function setupFor(groups: readonly Group[], given: Circumstances): Setup {
  const { gap, lateness, formats, kernel, proxy, services } = given;
  const asked = services === 'none' ? undefined : askedIn(groups, catalogue)[services];
  const first = groups.find(({ role }) => role === 'backend');
  const configured = configure(
    {
      sources: groups.map((group) => ({
        logGroup: group.name,
        role: group.role,
        ...(formats === 'named' ? { formats: group.formats } : {}),
        ...(kernel === 'shared' && group.role === 'platform' ? { scope: 'node', shared: true } : {}),
        ...(group.role === 'proxy'
          ? {
              shared: proxy === 'shared',
              ...(asked === undefined ? {} : { services: [{ scope: 'one', [services]: [asked] }] }),
            }
          : {}),
        ...(asked !== undefined && group === first ? { scope: 'one' } : {}),
      })),
      notify: { slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } } },
      timings: { gap: `${gap / second}s`, lateness: `${lateness / second}s` },
    },
    catalogue,
  );
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return configured.setup;
}

const renamed = (groups: readonly Group[]): readonly Group[] =>
  groups.map((group, index) => ({ ...group, name: `/prod/${String.fromCharCode(122 - index)}` }));

/** The lines as CloudWatch holds them: each with an id and the time at which it was seen. */
const eventsOf = ({ lines }: Group, { delays }: Circumstances): readonly Received[] =>
  lines.map(({ text, at }, index) => ({
    id: `id ${index}`,
    timestamp: Math.floor(at + turn(delays, index)),
    message: text,
  }));

/** The batch way in: all records at once, cut down to what a filter would deliver. */
function fromFiles(
  groups: readonly Group[],
  given: Circumstances,
  { run }: Setup,
): readonly IncidentVerdict[] {
  const eye = observer(catalogue);
  const pages = groups.flatMap((group) => {
    const source = run.sources.find(({ name }) => name === group.name);
    if (!source) return [];
    const needles = needlesOf(catalogue, source.formats);
    const records = eventsOf(group, given)
      .map(({ timestamp, message }, index) => ({
        id: `line:${index + 1}`,
        source: group.name,
        text: message,
        observedAt: observedTime(timestamp),
      }))
      .filter(({ text }) => mayMatch(text, needles));
    return eye.observe(records, source).pages;
  });
  return scopesOf(run.sources).flatMap((scope) => judge(pages, scope, run, catalogue).incidents);
}

/** The stack: deliveries in some order, some lines twice, with somebody looking now and then. */
async function fromDeliveries(
  groups: readonly Group[],
  given: Circumstances,
  setup: Setup,
): Promise<readonly IncidentVerdict[]> {
  const table = new MemoryTable();
  const last = Math.max(...groups.flatMap(({ lines }) => lines.map(({ at }) => at)));
  const clock = { now: () => last + 4 * minute, sleep: async () => undefined };
  let tokens = 0;
  const ports: Ports = {
    table,
    evaluations: new MemoryHints(clock),
    deliveries: new MemoryHints(clock),
    senders: new Map(),
    clock,
    log: { warn: () => undefined, count: () => undefined },
    logs: { page: async () => ({ events: [] }) },
    filters: async () => [],
    newToken: () => `${++tokens}`,
  };
  const put = ingest(ports, setup);
  const look = evaluate(ports, setup);
  const scopes = scopesOf(setup.run.sources);
  let index = 0;
  for (const event of deliveriesOf(groups, given)) {
    await put(event);
    if (turn(given.looks, index++)) await look(turn(scopes, index));
  }
  const isOpen = () => table.all().some(({ kind }) => kind === 'eval');
  for (let turns = 0; isOpen() && turns < 50; turns++) for (const scope of scopes) await look(scope);
  return table
    .all()
    .flatMap((item) => (item.kind === 'alert' ? [item.alert] : []))
    .filter(({ partOf, incident }) => partOf === undefined && incident.closes > 0)
    .map(({ incident }) => incident);
}

function deliveriesOf(groups: readonly Group[], given: Circumstances): readonly unknown[] {
  const { batches, again, order } = given;
  const deliveries = groups.flatMap((group) => {
    const events = eventsOf(group, given);
    const all = [...events, ...events.filter((_, index) => turn(again, index))];
    const shuffled = all
      .map((event, index) => ({ event, place: turn(order, index * 7) + index / all.length }))
      .sort((a, b) => a.place - b.place)
      .map(({ event }) => event);
    const cut: unknown[] = [];
    for (let from = 0, batch = 0; from < shuffled.length; batch++) {
      const size = turn(batches, batch);
      cut.push(
        subscriptionEvent({
          owner: '123456789012',
          group: group.name,
          stream: 'web-1',
          events: shuffled.slice(from, from + size),
        }),
      );
      from += size;
    }
    return cut;
  });
  return deliveries
    .map((delivery, index) => ({ delivery, place: turn(order, index) + index / deliveries.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ delivery }) => delivery);
}

/** What two ways in may tell differently: where a line stood. */
const comparable = (incidents: readonly IncidentVerdict[]): string =>
  JSON.stringify(
    [...incidents].sort((a, b) => (`${a.service} ${a.start}` < `${b.service} ${b.start}` ? -1 : 1)),
    (key, value) => (key === 'origin' || key === 'line' ? undefined : value),
    1,
  );

/** More for a night: CLOSECALL_RUNS=100 npx vitest run test/parity; CLOSECALL_SEED repeats what failed. */
const numRuns = Number(process.env['CLOSECALL_RUNS'] ?? 4);
const seed = Number(process.env['CLOSECALL_SEED'] ?? 20_261_122);

describe('the stack says what files say, byte for byte', () => {
  const plain: Circumstances = {
    gap: 600_000,
    lateness: 180_000,
    delays: [0],
    batches: [1],
    order: [0],
    again: [false],
    looks: [true],
    formats: 'named',
    kernel: 'own scope',
    proxy: 'own scope',
    services: 'none',
    named: 'alike',
  };
  const incidentsOf = (name: string, given: Circumstances) => {
    const groups = groupsOf(name, catalogue);
    return fromFiles(groups, given, setupFor(groups, given));
  };

  it('has something to say', () => {
    const closes = scenarioNames.map((name) =>
      incidentsOf(name, plain).reduce((sum, incident) => sum + incident.closes, 0),
    );
    expect(closes.filter((each) => each > 0).length).toBeGreaterThan(scenarioNames.length * 0.8);
  });

  // Access logs here name no host: what only they say stays with the proxy.
  it.each([
    ['upstreams', ['default 5', 'one 4']],
    ['hosts', ['default 9', 'one 5']],
    ['paths', ['one 9']],
  ] as const)('tells services apart by their %s', (services, told) => {
    expect(
      incidentsOf('two-services', { ...plain, services }).map(
        ({ service, closes }) => `${service} ${closes}`,
      ),
    ).toEqual(told);
  });

  it.each(scenarioNames)('%s', { timeout: 60_000 + numRuns * 2_000 }, async (scenario) => {
    const groups = groupsOf(scenario, catalogue);
    await fc.assert(
      fc.asyncProperty(circumstances, async (given) => {
        const here = given.named === 'alike' ? groups : renamed(groups);
        expect(comparable(await fromDeliveries(here, given, setupFor(here, given)))).toBe(
          comparable(fromFiles(groups, given, setupFor(groups, given))),
        );
      }),
      { numRuns, seed },
    );
  });
});
