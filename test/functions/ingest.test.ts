import { describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { ingest } from '#functions/ingest.ts';
import type { EvaluateHint, Ports, Table } from '#functions/ports.ts';
import { hour, minute } from '#lib/model/time.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { alarmEvent, deliveryOf, type Line, smallSetup, startOfStory, taskEvent } from './story.ts';
import { memoryLog, noLogs } from './theatre.ts';

const line = (group: string, at: number, text: string): Line => ({
  group,
  id: `${at} ${text}`,
  at,
  observed: at,
  text: `${new Date(at).toISOString()} ${text}`,
});
const closed = (at: number, group = '/app/proxy') => line(group, at, 'closed by 10.0.0.1:80 conn 7 GET /pay');

function stage(change: (table: MemoryTable) => Partial<Table> = () => ({}), setup = smallSetup) {
  const memory = new MemoryTable();
  const clock = { now: () => startOfStory + hour, sleep: async () => undefined };
  const evaluations = new MemoryHints<EvaluateHint>(clock);
  const { log, warnings, figures } = memoryLog();
  const table: Table = {
    get: (key) => memory.get(key),
    query: (pk, from, to) => memory.query(pk, from, to),
    put: (item) => memory.put(item),
    write: (write) => memory.write(write),
    batchPut: (items) => memory.batchPut(items),
    transact: (writes) => memory.transact(writes),
    ...change(memory),
  };
  let tokens = 0;
  const ports: Ports = {
    table,
    evaluations,
    deliveries: new MemoryHints(clock),
    senders: new Map(),
    logs: noLogs,
    filters: async () => [],
    clock,
    log,
    newToken: () => `${++tokens}`,
  };
  const run = ingest(ports, setup);
  const kept = (kind: string) => memory.all().filter((item) => item.kind === kind);
  return { run, kept, evaluations, warnings, figures };
}

describe('ingest', () => {
  it('leaves out what the schedule asked for so long ago that it has asked again since', async () => {
    const polled: string[] = [];
    const setup = {
      ...smallSetup,
      intakes: smallSetup.run.sources.map(({ name }) => ({
        kind: 'group' as const,
        group: name,
        transport: 'poll' as const,
        pattern: '',
      })),
    };
    const { run } = stage(
      (memory) => ({
        get: (key) => {
          polled.push(key.pk);
          return memory.get(key);
        },
      }),
      setup,
    );
    const at = (age: number) => new Date(startOfStory + hour - age).toISOString();
    await run({ poll: '123456789012', at: at(91_000) });
    await run({ watch: 'ingest', at: at(2 * hour) });
    expect(polled).toEqual([]);
    await run({ poll: '123456789012', at: at(89_000) });
    expect(polled).not.toEqual([]);
  });

  it('stores a page for each minute and puts each minute on the list', async () => {
    const { run, kept, evaluations, figures } = stage();
    await run(
      deliveryOf([
        closed(startOfStory),
        closed(startOfStory + 61_000),
        line('/app/proxy', startOfStory, 'GET /ok 200'),
      ]),
    );
    expect(
      kept('page')
        .map(({ pk, sk }) => `${pk.slice(0, -2)} ${sk.slice(0, 5)}`)
        .sort(),
    ).toEqual(['page#shop#2026-11-22 10:00', 'page#shop#2026-11-22 10:01']);
    expect(
      kept('eval')
        .map(({ sk }) => sk)
        .sort(),
    ).toEqual(['eval#shop#2026-11-22T10:00', 'eval#shop#2026-11-22T10:01']);
    expect(evaluations.take(startOfStory + 2 * hour)).toEqual([{ scope: 'shop' }]);
    expect(figures).toEqual({ Lines: 3, Signals: 2 });
  });

  it('writes the same items when the same lines come again, and no second hint', async () => {
    const { run, kept, evaluations } = stage();
    await run(deliveryOf([closed(startOfStory)]));
    const [before] = kept('eval');
    await run(deliveryOf([closed(startOfStory)]));
    expect(kept('page')).toHaveLength(1);
    expect(kept('eval')).toHaveLength(1);
    expect(kept('eval')[0]).not.toEqual(before);
    expect(evaluations.take(startOfStory + 2 * hour)).toHaveLength(1);
  });

  it('tells every scope of a line that all read', async () => {
    const { run, kept } = stage();
    await run(deliveryOf([line('/node/kernel', startOfStory, 'killed pid 3')]));
    expect(kept('page').map(({ pk }) => pk.split('#')[1])).toEqual(['node']);
    expect(
      kept('eval')
        .map(({ sk }) => sk.split('#')[1])
        .sort(),
    ).toEqual(['blog', 'node', 'shop']);
  });

  it('cuts a block into its lines', async () => {
    const { run, kept } = stage();
    const block = closed(startOfStory);
    await run(deliveryOf([{ ...block, text: `${block.text}\r\n\n${closed(startOfStory + 1_000).text}\n` }]));
    expect(kept('page').flatMap((item) => (item.kind === 'page' ? item.page.facts : []))).toHaveLength(2);
  });

  it('counts what is too late and does not store it', async () => {
    const { run, kept, figures, warnings } = stage();
    await run(deliveryOf([closed(startOfStory - 23 * hour - minute), closed(startOfStory)]));
    expect(kept('page')).toHaveLength(1);
    expect(figures).toMatchObject({ TooLate: 1, Signals: 1 });
    expect(warnings).toEqual([expect.stringContaining('1 signal of /app/proxy came more than 24 h after')]);
  });

  it.each([
    ['/closecall/prod/ingest', 'written by closecall itself'],
    ['/app/unknown', 'No source names /app/unknown'],
  ])('leaves %s out and says so', async (group, why) => {
    const { run, kept, figures, warnings } = stage();
    await run(deliveryOf([closed(startOfStory, group), closed(startOfStory + 1, group)]));
    expect(kept('page')).toEqual([]);
    expect(figures).toEqual({ Problems: 2 });
    expect(warnings).toEqual([expect.stringContaining(why)]);
  });

  it('takes what failed before from the retry queue, and goes on after a body that is none', async () => {
    const { run, kept, figures } = stage();
    const body = JSON.stringify({ version: '1.0', requestPayload: deliveryOf([closed(startOfStory)]) });
    await run({ Records: [{ body: 'x' }, { body: '{}' }, { body }] });
    expect(kept('page')).toHaveLength(1);
    expect(figures).toMatchObject({ Problems: 2 });
  });

  it('writes pages until none is left, and fails before the list is touched when that does not end', async () => {
    let refusals = 3;
    const slow = stage((table) => ({
      batchPut: async (items) => (refusals-- > 0 ? items : table.batchPut(items)),
    }));
    await slow.run(deliveryOf([closed(startOfStory)]));
    expect(slow.kept('page')).toHaveLength(1);
    const stuck = stage(() => ({ batchPut: async (items) => items }));
    await expect(stuck.run(deliveryOf([closed(startOfStory)]))).rejects.toThrow(
      '1 pages were not written in 8 tries',
    );
    expect(stuck.kept('eval')).toEqual([]);
  });

  it('counts lines of ten days ago, names the group and stores nothing', async () => {
    const { run, kept, figures, warnings, evaluations } = stage();
    const old = startOfStory - 10 * 24 * hour;
    await run(deliveryOf([closed(old), closed(old + 1_000)]));
    expect([kept('page'), kept('eval'), evaluations.take(startOfStory + 2 * hour)]).toEqual([[], [], []]);
    expect(figures).toEqual({ Lines: 2, Signals: 0, TooLate: 2 });
    expect(warnings).toEqual([
      '2 signals of /app/proxy came more than 24 h after the time in the line and will not be judged.',
    ]);
  });

  it('leaves out a line that makes a rule throw, keeps the others, and does not repeat what it says', async () => {
    const [symptom, ...others] = smallCatalogue.signatures;
    const poisoned = {
      ...smallCatalogue,
      signatures: symptom
        ? [
            {
              ...symptom,
              match: (event: Parameters<typeof symptom.match>[0]) => {
                if (event.record.text.includes('/poison')) throw new TypeError(event.record.text);
                return symptom.match(event);
              },
            },
            ...others,
          ]
        : [],
    };
    const { run, kept, figures, warnings } = stage(undefined, { ...smallSetup, catalogue: poisoned });
    const bad = line('/app/proxy', startOfStory, 'closed by 10.0.0.1:80 conn 7 GET /poison');
    await run(deliveryOf([closed(startOfStory), bad, closed(startOfStory + 1_000)]));
    expect(kept('page').flatMap((item) => (item.kind === 'page' ? item.page.facts : []))).toHaveLength(2);
    expect(figures).toEqual({ Lines: 3, Problems: 1, Signals: 2 });
    expect(warnings).toEqual([
      '1 line of /app/proxy made a rule fail (TypeError) and had to be left out; the others of the delivery are kept. Please report it with the line that closecall explain-line fails on.',
    ]);
  });

  it('counts signals of one time and text under two ids, and keeps both', async () => {
    const { run, kept, figures } = stage();
    const one = closed(startOfStory);
    const other = line('/app/proxy', startOfStory, 'GET /ok 200');
    await run(
      deliveryOf([
        one,
        { ...one, id: 'again' },
        one,
        { ...one, id: 'later', observed: one.observed + 1 },
        other,
        { ...other, id: 'no signal' },
      ]),
    );
    expect(kept('page').flatMap((item) => (item.kind === 'page' ? item.page.facts : []))).toHaveLength(3);
    expect(figures).toEqual({ Lines: 6, Signals: 3, PossibleDuplicates: 1 });
  });

  it('says once of a cluster that it is not configured', async () => {
    const { run, kept, figures, warnings } = stage();
    for (const id of ['1', '2']) await run(taskEvent(id, startOfStory, 'killed pid 3', 'test'));
    expect(kept('page')).toEqual([]);
    expect(figures).toEqual({ Problems: 1 });
    expect(warnings).toEqual([
      'No source names the ECS cluster test, so its events are left out: add { "ecsCluster": "test" } to the sources or narrow the rule that sends them.',
    ]);
  });

  it('keeps an ECS event as a line of its cluster, once however often it comes', async () => {
    const { run, kept } = stage();
    await run(taskEvent('1', startOfStory, 'killed pid 3'));
    await run({
      Records: [{ body: JSON.stringify({ requestPayload: taskEvent('1', startOfStory, 'killed pid 3') }) }],
    });
    const pages = kept('page').flatMap((item) => (item.kind === 'page' ? [item.page] : []));
    expect(pages).toMatchObject([
      {
        scope: 'node',
        facts: [{ source: 'ecs:prod', signature: 'backend/killed', at: startOfStory }],
        excerpts: [{ text: JSON.stringify(taskEvent('1', startOfStory, 'killed pid 3')) }],
      },
    ]);
    expect(
      kept('eval')
        .map(({ sk }) => sk.split('#')[1])
        .sort(),
    ).toEqual(['blog', 'node', 'shop']);
  });

  it('counts what nothing reads, and takes the rest of a delivery', async () => {
    const { run, kept, figures, warnings } = stage();
    const bodies = [
      { source: 'aws.s3', 'detail-type': 'Object Created' },
      deliveryOf([closed(startOfStory)]),
    ];
    await run({ Records: bodies.map((each) => ({ body: JSON.stringify({ requestPayload: each }) })) });
    expect(kept('page')).toHaveLength(1);
    expect(figures).toMatchObject({ Problems: 1, Signals: 1 });
    expect(warnings).toEqual([expect.stringContaining('"Object Created" of aws.s3')]);
  });
});

describe('alarms on subscription filters', () => {
  const at = (minutes: number) => startOfStory + minutes * minute;
  const words = async (...given: readonly (readonly [value: string, at: number])[]) => {
    const { run, kept } = stage();
    for (const [value, time] of given) await run(alarmEvent('/app/proxy', value, time));
    return kept('blind');
  };

  it('set and clear that a group is blind', async () => {
    expect(await words(['ALARM', at(1)])).toMatchObject([
      { group: '/app/proxy', since: at(1), version: at(1) },
    ]);
    expect(await words(['ALARM', at(1)], ['OK', at(9)])).toMatchObject([{ since: at(1), until: at(9) }]);
  });

  it('count in the order in which they were given, not in which they come', async () => {
    expect(await words(['OK', at(9)], ['ALARM', at(1)])).toMatchObject([{ since: at(9), until: at(9) }]);
    expect(await words(['ALARM', at(20)], ['OK', at(9)], ['ALARM', at(1)])).toEqual(
      await words(['ALARM', at(20)]),
    );
  });

  it('are one blindness where they flicker', async () => {
    const [held] = await words(['ALARM', at(1)], ['OK', at(9)], ['ALARM', at(30)]);
    expect(held).toMatchObject({ since: at(1), version: at(30) });
    expect(held).not.toHaveProperty('until');
    expect(await words(['ALARM', at(1)], ['OK', at(9)], ['ALARM', at(80)])).toMatchObject([
      { since: at(80) },
    ]);
  });

  it('were not blind before because an alarm was made a while ago, and said so', async () => {
    expect(await words(['OK', at(1)], ['ALARM', at(30)])).toMatchObject([{ since: at(30) }]);
    expect(await words(['OK', at(1)], ['OK', at(5)], ['ALARM', at(30)])).toMatchObject([{ since: at(30) }]);
  });

  it('fail where the table goes on refusing, so that Lambda tries again', async () => {
    const { run } = stage(() => ({ write: async () => false }));
    await expect(run(alarmEvent('/app/proxy', 'ALARM', at(1)))).rejects.toThrow('changed by others 5 times');
  });
});

describe('a delivery that is too large', () => {
  it('fails, so that it is kept and in the end alarms', async () => {
    const { run, figures } = stage();
    const text = 'x'.repeat(1024 * 1024);
    const lines = Array.from({ length: 33 }, (_, index) => ({
      ...closed(startOfStory),
      id: `${index}`,
      text,
    }));
    await expect(run(deliveryOf(lines))).rejects.toThrow('closecall replay reads its lines');
    expect(figures).toEqual({});
  });
});
