import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { configured } from '#functions/cli/configured.ts';
import { explain } from '#functions/cli/explain.ts';
import { replay } from '#functions/cli/replay.ts';
import { configure } from '#functions/config.ts';
import type { StoredEvent } from '#functions/ports.ts';
import { replay as replayFunction } from '#functions/replay.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import { observedTime } from '#lib/model/time.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { verdictOf } from '#lib/pipeline.ts';
import { type Group, groupsOf, scenarioNames } from '#test/parity/scenarios.ts';
import { eventOf, fakeClock, type Habits, madeUpLogs } from './replay-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'closecall-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Groups and files have one name, as an export keeps it. */
const nameOf = ({ name }: Group): string => name.slice(1);

function configFor(groups: readonly Group[]): { readonly json: unknown; readonly setup: Setup } {
  const json = {
    sources: groups.map((group) => ({ logGroup: nameOf(group), role: group.role, formats: group.formats })),
  };
  const read = configure(json, catalogue);
  if (read.kind === 'wrong') throw new Error(read.errors.join('\n'));
  return { json, setup: read.setup };
}

/** Two lines of one moment come as one event now and then, as agents send blocks. */
const eventsOf = ({ lines }: Group): readonly StoredEvent[] =>
  lines
    .reduce<{ at: number; texts: string[] }[]>((events, { text, at }, index) => {
      const last = events.at(-1);
      if (last && last.at === at && index % 3 === 0) last.texts.push(text);
      else events.push({ at, texts: [text] });
      return events;
    }, [])
    .map(({ at, texts }, index) => eventOf(index, Math.floor(at), texts.join('\n')))
    .sort((a, b) => a.timestamp - b.timestamp);

function prepared(scenario: string) {
  const groups = groupsOf(scenario, catalogue);
  const { json, setup } = configFor(groups);
  const events = Object.fromEntries(groups.map((group) => [nameOf(group), eventsOf(group)]));
  const times = Object.values(events).flatMap((list) => list.map(({ timestamp }) => timestamp));
  const stretch = { from: Math.min(...times) - 7_200_001, to: Math.max(...times) };
  return { groups, json, setup, events, stretch };
}

async function fromFiles(scenario: string): Promise<Verdict> {
  const { groups, json } = prepared(scenario);
  for (const group of groups) {
    mkdirSync(dirname(join(folder, nameOf(group))), { recursive: true });
    writeFileSync(join(folder, nameOf(group)), group.lines.map(({ text }) => `${text}\n`).join(''));
  }
  writeFileSync(join(folder, 'config.json'), JSON.stringify(json));
  const { entries, ...told } = configured('config.json', folder);
  return explain({
    files: groups.map(nameOf),
    cwd: folder,
    wishes: { zone: undefined, since: undefined, until: undefined, asDelivered: true, entries },
    ...told,
  });
}

const fromPast = (scenario: string, habits: Habits): Promise<Verdict> => {
  const { setup, events, stretch } = prepared(scenario);
  return replay({
    logs: madeUpLogs(events, habits),
    clock: fakeClock(stretch.to),
    run: setup.run,
    stretch,
    unfiltered: false,
    rate: undefined,
    resume: join(folder, `${scenario}.state`),
  });
};

async function fromFunction(scenario: string, habits: Habits): Promise<Verdict> {
  const { setup, events, stretch } = prepared(scenario);
  const ports = {
    logs: madeUpLogs(events, habits),
    reports: { bucket: 'reports', get: async () => undefined, put: async () => {}, remove: async () => {} },
    senders: async () => new Map(),
    clock: fakeClock(stretch.to),
    log: { warn: () => {}, count: () => {} },
  };
  const answer = await replayFunction(ports, setup)(
    { since: stretch.from, until: stretch.to },
    { getRemainingTimeInMillis: () => 900_000 },
  );
  if (!('incidents' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** What ways in may tell differently: where a line stood. */
const comparable = ({ incidents, lookalikes, summary }: Verdict): string =>
  JSON.stringify(
    { incidents, lookalikes, summary },
    (key, value) => (key === 'origin' || key === 'line' ? undefined : value),
    1,
  );

const habits: Habits = { size: 9, emptyEvery: 3, throttleEvery: 5, untidy: true, staleAt: 2 };

/** Some log of it has no time at all: in a file such lines meet by standing there, and CloudWatch stamps each. */
function isTimeless({ groups, setup }: ReturnType<typeof prepared>): boolean {
  const eye = observer(catalogue);
  return groups.some((group) => {
    const source = setup.run.sources.find(({ name }) => name === nameOf(group));
    return !group.lines.some(
      ({ text }) => source && eye.read({ id: '', source: source.name, text }, source)?.at !== undefined,
    );
  });
}

/** All records at once, with the times at which they were seen. */
function fromRecords({ events, setup: { run } }: ReturnType<typeof prepared>): Verdict {
  const eye = observer(catalogue);
  const pages = run.sources.flatMap((source) => {
    const needles = needlesOf(catalogue, source.formats);
    const records = (events[source.name] ?? []).flatMap(({ id, timestamp, message }) =>
      message.split('\n').map((text, index) => ({
        id: `${id} ${index}`,
        source: source.name,
        text,
        observedAt: observedTime(timestamp),
      })),
    );
    return eye.observe(
      records.filter(({ text }) => mayMatch(text, needles)),
      source,
    ).pages;
  });
  return verdictOf({ pages, run, version: '', read: () => ({ sources: [], warnings: [] }) }, catalogue);
}

describe('replay says what files say, byte for byte', () => {
  const closes: number[] = [];
  const compared: string[] = [];

  it.each(scenarioNames)('%s', async (scenario) => {
    const given = prepared(scenario);
    const past = await fromPast(scenario, habits);
    closes.push(past.summary.closes);
    const timeless = isTimeless(given);
    if (!timeless) compared.push(scenario);
    expect(comparable(past)).toBe(comparable(timeless ? fromRecords(given) : await fromFiles(scenario)));
    expect(comparable(await fromFunction(scenario, { size: 40 }))).toBe(comparable(past));
  });

  it('had something to say', () => {
    expect(closes.filter((each) => each > 0).length).toBeGreaterThan(scenarioNames.length * 0.8);
  });

  it('was compared with files in all but a few', () => {
    expect(compared.length).toBeGreaterThan(scenarioNames.length * 0.75);
  });
});
