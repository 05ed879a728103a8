import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { handler as deliver, deliveries } from '#functions/deliver.ts';
import { handler as evaluate, evaluations } from '#functions/evaluate.ts';
import { handler as ingest, ingest as ingestWith } from '#functions/ingest.ts';
import type { EvaluateHint, Ports } from '#functions/ports.ts';
import { handler as tick, tick as tickWith } from '#functions/tick.ts';
import { deliveryOf, smallSetup, startOfStory as ten } from './story.ts';
import { memoryLog, noLogs } from './theatre.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the exported handlers', () => {
  it.each([
    [
      'ingest',
      ingest,
      'CLOSECALL_SETUP_FILE, CLOSECALL_STACK, CLOSECALL_TABLE and CLOSECALL_EVALUATIONS_QUEUE',
    ],
    [
      'evaluate',
      evaluate,
      'CLOSECALL_SETUP_FILE, CLOSECALL_STACK, CLOSECALL_TABLE and CLOSECALL_DELIVERIES_QUEUE',
    ],
    ['tick', tick, 'CLOSECALL_EVALUATIONS_QUEUE and CLOSECALL_DELIVERIES_QUEUE are not set'],
    ['deliver', deliver, 'CLOSECALL_TABLE and CLOSECALL_ALERTS_TOPIC are not set'],
  ] as const)(
    '%s is made when it is first called, and names what its environment lacks',
    async (_, handler, lack) => {
      for (const name of [
        'CONFIG_FILE',
        'STACK',
        'TABLE',
        'EVALUATIONS_QUEUE',
        'DELIVERIES_QUEUE',
        'ALERTS_TOPIC',
      ])
        vi.stubEnv(`CLOSECALL_${name}`, '');
      await expect((async () => handler({}))()).rejects.toThrow(lack);
    },
  );
});

const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body) => ({ body: typeof body === 'string' ? body : JSON.stringify(body) })),
});

function stage() {
  const clock = { now: () => ten + 30_000, sleep: async () => undefined };
  const { log, warnings, figures } = memoryLog();
  const table = new MemoryTable();
  const hints = {
    evaluations: new MemoryHints<EvaluateHint>(clock),
    deliveries: new MemoryHints<{ cid: string; medium: string }>(clock),
  };
  const said: string[] = [];
  let tokens = 0;
  const ports: Ports = {
    table,
    ...hints,
    senders: new Map([
      [
        'slack',
        {
          render: (alert) => ({ kind: 'print', text: JSON.stringify(alert) }),
          send: async (outbound) => {
            said.push(JSON.stringify(outbound));
            return { outcome: 'delivered' };
          },
        },
      ],
    ]),
    logs: noLogs,
    filters: async () => [],
    clock,
    log,
    newToken: () => `${++tokens}`,
  };
  return { ports, table, ...hints, said, warnings, figures };
}

const closed = `${new Date(ten).toISOString()} closed by 10.0.0.1:80 conn 7 GET /pay`;
const delivery = deliveryOf([{ group: '/app/proxy', id: '1', at: ten, observed: ten, text: closed }]);

describe('from a log line to a message, by the events that Lambda hands over', () => {
  it('goes on after messages of the queues that are none, and counts them', async () => {
    const { ports, evaluations: asked, deliveries: owed, said, warnings, figures } = stage();
    await ingestWith(ports, smallSetup)(batch({ requestPayload: delivery }));
    const [hint] = asked.take(ten + 60_000);
    await evaluations(ports, smallSetup)(batch('no JSON', 'null', { scope: 7 }, hint));
    await tickWith(ports)();
    await deliveries(ports, smallSetup)(batch({ cid: 'c' }, ...owed.take(ten + 60_000)));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('closed by 10.0.0.1:80');
    expect(figures).toMatchObject({ Problems: 4, Delivered: 1 });
    expect(
      warnings.filter((sentence) => sentence.startsWith('A message that is no hint was dropped')),
    ).toHaveLength(4);
  });

  it('says so of an event that is not from a queue', async () => {
    const { ports, figures } = stage();
    await evaluations(ports, smallSetup)({ scope: 'shop' });
    await deliveries(ports, smallSetup)(undefined);
    expect(figures).toEqual({ Problems: 2 });
  });
});

describe('where the table fails', () => {
  const throttled = Object.assign(new Error('Throughput exceeds the current capacity of your table'), {
    name: 'ThrottlingException',
  });

  it('ingest fails, so that Lambda tries again; then nothing is missing', async () => {
    const { ports, table, figures } = stage();
    for (const name of ['batchPut', 'put'] as const) {
      const failing = { ...bound(table), [name]: () => Promise.reject(throttled) };
      await expect(ingestWith({ ...ports, table: failing }, smallSetup)(delivery)).rejects.toThrow(throttled);
    }
    expect(table.all().filter(({ kind }) => kind === 'eval')).toEqual([]);
    await ingestWith(ports, smallSetup)(delivery);
    expect(
      table
        .all()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['eval', 'page']);
    expect(figures['Problems']).toBeUndefined();
  });

  it.each(['query', 'get', 'transact'] as const)(
    'evaluate fails (%s), keeps its to-do, and tick asks again',
    async (name) => {
      const { ports, table, evaluations: asked } = stage();
      await ingestWith(ports, smallSetup)(delivery);
      asked.take(ten + 60_000);
      const failing = { ...bound(table), [name]: () => Promise.reject(throttled) };
      await expect(
        evaluations({ ...ports, table: failing }, smallSetup)(batch({ scope: 'shop' })),
      ).rejects.toThrow(throttled);
      expect(table.all().filter(({ kind }) => kind === 'alert')).toEqual([]);
      await tickWith({ ...ports, clock: { ...ports.clock, now: () => ten + 90_000 } })();
      const hints = asked.take(ten + 100_000);
      expect(hints).toEqual([{ scope: 'shop' }]);
      await evaluations(ports, smallSetup)(batch(...hints));
      expect(table.all().filter(({ kind }) => kind === 'alert')).toHaveLength(1);
      expect(table.all().filter(({ kind }) => kind === 'eval')).toEqual([]);
    },
  );
});

const bound = (table: MemoryTable): Ports['table'] => ({
  get: (key) => table.get(key),
  query: (pk, from, to) => table.query(pk, from, to),
  put: (item) => table.put(item),
  write: (write) => table.write(write),
  batchPut: (items) => table.batchPut(items),
  transact: (writes) => table.transact(writes),
});
