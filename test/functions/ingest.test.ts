import { describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { ingest } from '#functions/ingest.ts';
import type { EvaluateHint, Ports, Table } from '#functions/ports.ts';
import { hour, minute } from '#lib/model/time.ts';
import { deliveryOf, type Line, smallSetup, startOfStory } from './story.ts';
import { memoryLog } from './theatre.ts';

const line = (group: string, at: number, text: string): Line => ({
  group,
  id: `${at} ${text}`,
  at,
  observed: at,
  text: `${new Date(at).toISOString()} ${text}`,
});
const closed = (at: number, group = '/app/proxy') => line(group, at, 'closed by 10.0.0.1:80 conn 7 GET /pay');

function stage(change: (table: MemoryTable) => Partial<Table> = () => ({})) {
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
    clock,
    log,
    newToken: () => `${++tokens}`,
  };
  const run = ingest(ports, smallSetup);
  const kept = (kind: string) => memory.all().filter((item) => item.kind === kind);
  return { run, kept, evaluations, warnings, figures };
}

describe('ingest', () => {
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
});
