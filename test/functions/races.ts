import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { evaluate } from '#functions/evaluate.ts';
import { ingest } from '#functions/ingest.ts';
import type { Ports, Table } from '#functions/ports.ts';
import { minute } from '#lib/model/time.ts';
import { publishedIncidents } from './simulation.ts';
import { batchIncidents, deliveryOf, type Line, smallSetup, startOfStory } from './story.ts';
import { noLogs } from './theatre.ts';
import type { Bend } from './world.ts';

/** One order of events, written down: an evaluation stands still before one of its calls while others go on. */
export interface Race {
  readonly name: string;
  readonly run: (bend: Bend | undefined) => Promise<'held' | 'lost'>;
}

type Call = (item: { readonly name: keyof Table; readonly pk: string }) => boolean;

class Track {
  readonly table = new MemoryTable();
  readonly now = startOfStory + 5 * minute;
  readonly lines: Line[] = [];
  readonly bend: Bend | undefined;
  #token = 0;

  constructor(bend: Bend | undefined) {
    this.bend = bend;
  }

  ports(table: Table = this.table): Ports {
    const clock = { now: () => this.now, sleep: async () => undefined };
    return {
      table,
      evaluations: new MemoryHints(clock),
      deliveries: new MemoryHints(clock),
      senders: new Map(),
      logs: noLogs,
      filters: async () => [],
      clock,
      log: { warn: () => undefined, count: () => undefined },
      newToken: () => `token ${++this.#token}`,
    };
  }

  async arrive(...texts: readonly string[]): Promise<void> {
    const lines = texts.map((text, index): Line => {
      const at = startOfStory + (this.lines.length + index) * 1_000;
      return {
        group: '/app/proxy',
        id: `${at}`,
        at,
        observed: at,
        text: `${new Date(startOfStory).toISOString()} ${text}`,
      };
    });
    this.lines.push(...lines);
    await ingest(this.ports(), smallSetup)(deliveryOf(lines));
  }

  /** Evaluates, and lets `meanwhile` happen just before the first call that `at` names. */
  evaluate(at: Call = () => false, meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    let waited = false;
    const gate = async (name: keyof Table, pk: string): Promise<void> => {
      if (waited || !at({ name, pk })) return;
      waited = true;
      await meanwhile();
    };
    const { table } = this;
    const gated: Table = {
      ...bound(table),
      get: async (key) => {
        await gate('get', key.pk);
        return table.get(key);
      },
      transact: async (writes) => {
        await gate('transact', '');
        return table.transact(writes);
      },
      write: async (write) => {
        await gate('write', '');
        return table.write(write);
      },
    };
    const ports = this.ports(gated);
    return evaluate(this.bend?.(ports, table) ?? ports, smallSetup)('shop');
  }

  /** Whether all that came is judged or still on the list, to be judged when somebody looks again. */
  async end(): Promise<'held' | 'lost'> {
    await evaluate(this.ports(), smallSetup)('shop');
    const alerts = this.table.all().flatMap((item) => (item.kind === 'alert' ? [item.alert] : []));
    const expected = batchIncidents(this.lines, smallSetup);
    return JSON.stringify(publishedIncidents(alerts)) === JSON.stringify(expected) ? 'held' : 'lost';
  }
}

const bound = (table: MemoryTable): Table => ({
  get: (key) => table.get(key),
  query: (pk, from, to) => table.query(pk, from, to),
  put: (item) => table.put(item),
  write: (write) => table.write(write),
  batchPut: (items) => table.batchPut(items),
  transact: (writes) => table.transact(writes),
});

const close = (conn: number) => `closed by 10.0.0.1:80 conn ${conn} GET /pay`;
const race = (name: string, steps: (track: Track) => Promise<void>): Race => ({
  name,
  run: async (bend) => {
    const track = new Track(bend);
    await steps(track);
    return track.end();
  },
});

export const laidOut: readonly Race[] = [
  race('delete without token', async (track) => {
    await track.arrive(close(1));
    let commits = 0;
    // More of the same minute comes after the commit and before the delete: the to-do has a new token.
    await track.evaluate(
      ({ name }) => name === 'write' || (name === 'transact' && commits++ > 0),
      () => track.arrive(close(2)),
    );
  }),
  race('pages read before state', async (track) => {
    await track.arrive(close(1));
    await track.evaluate(
      ({ name, pk }) => name === 'get' && pk.startsWith('state#'),
      async () => {
        await track.arrive(close(2));
        await evaluate(track.ports(), smallSetup)('shop');
      },
    );
  }),
  race('a conflict treated as done', async (track) => {
    await track.arrive(close(1));
    let first!: Promise<void>;
    // The first has read its pages when more comes; the second has read that, and the first commits before it.
    await new Promise<void>((resolve) => {
      first = track.evaluate(
        ({ name }) => name === 'transact',
        async () => {
          await track.arrive(close(2));
          const release = new Promise<void>((go) => {
            void track
              .evaluate(
                ({ name }) => name === 'transact',
                async () => {
                  go();
                  await first;
                },
              )
              .then(resolve);
          });
          await release;
        },
      );
    });
  }),
  race('nothing changed, so nothing committed', async (track) => {
    await track.arrive('bare 502 conn 1 GET /pay');
    // A close is about to be published when a line takes it back; whoever reads both finds nothing to say.
    await track.evaluate(
      ({ name }) => name === 'transact',
      async () => {
        await track.arrive('client left conn 1 GET /pay');
        await track.evaluate();
      },
    );
  }),
];
