import { describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { ingest } from '#functions/ingest.ts';
import { blindKey } from '#functions/keys.ts';
import type { EvaluateHint, LogAsk, Ports, StoredEvent } from '#functions/ports.ts';
import { LogsRefused, type Refusal } from '#functions/replay/refusal.ts';
import { minute, second } from '#lib/model/time.ts';
import { deliveryOf, owner, setupOf, stream, startOfStory as ten } from './story.ts';
import { memoryLog } from './theatre.ts';

const setup = setupOf({
  sources: [
    { logGroup: '/app/proxy', role: 'proxy', transport: 'poll', scope: 'shop' },
    { logGroup: '/app/api', role: 'backend', transport: 'poll', scope: 'shop' },
    { logGroup: '/app/other', role: 'backend', scope: 'shop' },
  ],
});

interface Held extends StoredEvent {
  readonly group: string;
  /** When it can be read. */
  readonly visibleAt: number;
}

const closeAt = (at: number, connection = 0): string =>
  `${new Date(at).toISOString()} closed by 10.0.0.1:80 conn ${connection} GET /pay`;

/** Log groups that are read two events at a time, by a function whose clock goes on with every sleep. */
class Station {
  now = ten;
  pageSize = 2;
  readonly table = new MemoryTable();
  readonly held: Held[] = [];
  readonly asks: LogAsk[] = [];
  readonly refusals = new Map<string, Refusal | Error>();
  /** What a call takes. */
  latency = 0;
  readonly clock = {
    now: () => this.now,
    sleep: async (ms: number) => {
      this.now += ms;
    },
  };
  readonly evaluations = new MemoryHints<EvaluateHint>(this.clock);
  readonly told = memoryLog();
  #tokens = 0;

  ports(table: Partial<Ports['table']> = {}): Ports {
    const own = this.table;
    return {
      table: {
        get: (key) => own.get(key),
        query: (pk, from, to) => own.query(pk, from, to),
        put: (item) => own.put(item),
        write: (write) => own.write(write),
        batchPut: (items) => own.batchPut(items),
        transact: (writes) => own.transact(writes),
        ...table,
      },
      evaluations: this.evaluations,
      deliveries: new MemoryHints(this.clock),
      senders: new Map(),
      logs: { page: async (ask) => this.page(ask) },
      filters: async () => [],
      clock: this.clock,
      log: this.told.log,
      newToken: () => `${++this.#tokens}`,
    };
  }

  page(ask: LogAsk): { events: readonly StoredEvent[]; next?: string } {
    this.now += this.latency;
    this.asks.push(ask);
    const refusal = this.refusals.get(ask.group);
    if (refusal instanceof Error) throw refusal;
    if (refusal && (refusal.kind !== 'stale-token' || ask.next !== undefined)) throw new LogsRefused(refusal);
    const all = this.held
      .filter(({ group, visibleAt }) => group === ask.group && visibleAt <= this.now)
      .filter(({ timestamp }) => timestamp >= ask.from && timestamp <= ask.to)
      .sort((a, b) => a.timestamp - b.timestamp);
    const from = Number(ask.next ?? 0);
    const to = from + this.pageSize;
    return { events: all.slice(from, to), ...(to < all.length ? { next: String(to) } : {}) };
  }

  write(at: number, group = '/app/proxy', visibleAt = at): void {
    const message = closeAt(at, this.held.length);
    this.held.push({ id: String(this.held.length), stream: 's', timestamp: at, message, group, visibleAt });
  }

  poll(ports = this.ports()): Promise<void> {
    return ingest(ports, setup)({ poll: owner });
  }

  /** How many closes are stored. */
  get closes(): number {
    const facts = this.table.all().flatMap((item) => (item.kind === 'page' ? item.page.facts : []));
    return new Set(facts.map(({ id }) => id)).size;
  }

  async cursor(group = '/app/proxy') {
    const item = await this.table.get({ pk: 'cursor', sk: encodeURIComponent(group) });
    return item?.kind === 'cursor' ? item : undefined;
  }

  async isBlind(group = '/app/proxy'): Promise<boolean> {
    const item = await this.table.get(blindKey(group, 'polling'));
    return item?.kind === 'blind' && item.until === undefined;
  }
}

describe('polling', () => {
  it('begins a little before the first poll, and asks the groups that are to be polled with their patterns', async () => {
    const station = new Station();
    await station.poll();
    const patterns = setup.intakes.flatMap((intake) => (intake.kind === 'group' ? [intake.pattern] : []));
    expect(station.asks.map(({ group, pattern, from, to }) => ({ group, pattern, from, to }))).toEqual([
      { group: '/app/proxy', pattern: patterns[0], from: ten - 5 * minute, to: ten },
      { group: '/app/api', pattern: patterns[1], from: ten - 5 * minute, to: ten },
    ]);
    expect(patterns[0]).not.toBe('');
  });

  it('asks for everything once more that a late line may belong to, and counts a line once', async () => {
    const station = new Station();
    await station.poll();
    station.write(ten + 10 * second, '/app/proxy', ten + 4 * minute);
    station.write(ten + 20 * second);
    for (let each = 1; each <= 6; each++) {
      station.now = ten + each * minute;
      await station.poll();
    }
    expect(station.closes).toBe(2);
    expect(station.told.figures['Lines']).toBe(1);
    expect(station.evaluations.take(ten + 10 * minute)).toEqual([{ scope: 'shop' }]);
  });

  it('does not announce again what this process has announced', async () => {
    const station = new Station();
    const run = ingest(station.ports(), setup);
    station.write(ten - second);
    await run({ poll: owner });
    const todo = () => station.table.all().find(({ kind }) => kind === 'eval');
    const first = todo();
    station.now = ten + minute;
    await run({ poll: owner });
    expect(todo()).toEqual(first);
    // Another process cannot know.
    await station.poll();
    expect(todo()).not.toEqual(first);
  });

  it('reads page by page, the groups in turn', async () => {
    const station = new Station();
    for (const group of ['/app/proxy', '/app/api'])
      for (let each = 0; each < 5; each++) station.write(ten - minute + each * second, group);
    await station.poll();
    expect(station.asks.map(({ group, next }) => `${group} ${next ?? ''}`)).toEqual([
      '/app/proxy ',
      '/app/api ',
      '/app/proxy 2',
      '/app/api 2',
      '/app/proxy 4',
      '/app/api 4',
    ]);
    expect(station.closes).toBe(10);
  });

  it('ends in time, goes on where it was, and says that the group is blind until it has caught up', async () => {
    const station = new Station();
    await station.poll();
    for (let each = 0; each < 20; each++) station.write(ten + each * second);
    station.now = ten + 10 * minute;
    station.latency = 10 * second;
    await station.poll();
    expect(station.now).toBeLessThan(ten + 11 * minute);
    expect((await station.cursor())?.next).toBe('6');
    expect(await station.isBlind()).toBe(true);
    expect(station.told.warnings).toEqual([
      expect.stringMatching(
        /^\/app\/proxy was read only up to 2026-11-22T10:00:00.000Z: until polling has caught up/,
      ),
    ]);
    station.latency = 0;
    await station.poll();
    expect([station.closes, (await station.cursor())?.next]).toEqual([20, undefined]);
    await station.poll();
    expect(await station.isBlind()).toBe(false);
  });

  it('knows a line by the id that a delivery gave it, so a group may go over from one to the other', async () => {
    const station = new Station();
    const at = ten - second;
    const line = { group: '/app/proxy', id: '7', at, observed: at, text: closeAt(at) };
    await ingest(station.ports(), setup)(deliveryOf([line]));
    station.held.push({ ...line, stream, timestamp: at, message: line.text, visibleAt: at });
    await station.poll();
    expect(station.asks.some(({ group }) => group === '/app/proxy')).toBe(true);
    expect(station.closes).toBe(1);
  });

  it('repeats after a crash, and skips nothing', async () => {
    const station = new Station();
    station.write(ten - second);
    for (const name of ['batchPut', 'put', 'write'] as const) {
      const broken = station.ports({ [name]: () => Promise.reject(new Error('throttled')) });
      await expect(station.poll(broken)).rejects.toThrow('throttled');
      expect(await station.cursor()).toBeUndefined();
    }
    await station.poll();
    expect(station.closes).toBe(1);
  });

  it('goes on with the others when a group may not be read, and says what to do', async () => {
    const station = new Station();
    station.refusals.set('/app/proxy', { kind: 'denied', group: '/app/proxy', why: 'no' });
    station.write(ten - second, '/app/api');
    await station.poll();
    expect([station.closes, await station.cursor()]).toEqual([1, undefined]);
    expect(station.told.figures['Problems']).toBe(1);
    expect(station.told.warnings).toEqual([
      '/app/proxy was not read: /app/proxy may not be read: no; allow logs:FilterLogEvents on log-group:/app/proxy:* (and kms:Decrypt, where the group has a key of its own). It is asked again with the next poll, and nothing is skipped.',
      expect.stringContaining('/app/proxy was read only up to 2026-11-22T09:55:00.000Z'),
    ]);
  });

  it('does not repeat what an unknown error says', async () => {
    const station = new Station();
    station.refusals.set('/app/proxy', new RangeError('token=abc'));
    await station.poll();
    expect(station.told.warnings[0]).toMatch(/^\/app\/proxy was not read: RangeError\./);
  });

  it('waits where it is asked too often, and that is no problem', async () => {
    const station = new Station();
    station.refusals.set('/app/proxy', { kind: 'throttled' });
    await station.poll();
    expect(station.asks.filter(({ group }) => group === '/app/proxy').length).toBeGreaterThan(5);
    expect(station.asks.filter(({ group }) => group === '/app/proxy').length).toBeLessThan(30);
    expect(station.told.figures['Problems']).toBeUndefined();
    station.refusals.clear();
    station.write(ten - second);
    await station.poll();
    expect(station.closes).toBe(1);
  });

  it('reads a window anew whose token is no good any more', async () => {
    const station = new Station();
    await station.poll();
    for (let each = 0; each < 6; each++) station.write(ten + each * second);
    station.now = ten + minute;
    station.latency = 20 * second;
    await station.poll();
    expect((await station.cursor())?.next).toBeDefined();
    station.latency = 0;
    station.refusals.set('/app/proxy', { kind: 'stale-token', group: '/app/proxy' });
    await station.poll();
    // Whoever went on with a token of that window would be refused again.
    station.pageSize = 10;
    await station.poll();
    expect(station.closes).toBe(6);
    expect((await station.cursor())?.next).toBeUndefined();
  });

  it('lets another run go on that is ahead', async () => {
    const station = new Station();
    await station.poll();
    for (let each = 0; each < 6; each++) station.write(ten + each * second);
    station.now = ten + minute;
    let other = false;
    const slow = station.ports({
      batchPut: async (items) => {
        if (!other) {
          other = true;
          await station.poll();
        }
        return station.table.batchPut(items);
      },
    });
    station.asks.length = 0;
    await station.poll(slow);
    // Three pages of the one that is ahead, and the first of this one.
    expect(station.asks.filter(({ group }) => group === '/app/proxy')).toHaveLength(4);
    const after = await station.cursor();
    expect([station.closes, after?.next, after?.to]).toEqual([6, undefined, expect.any(Number)]);
    expect(after?.to).toBeGreaterThanOrEqual(ten + minute);
  });

  it('says what it did not read because nobody asked for a day', async () => {
    const station = new Station();
    await station.poll();
    station.now = ten + 26 * 60 * minute;
    await station.poll();
    expect(station.asks.at(-1)?.from).toBe(ten + 2 * 60 * minute);
    expect(station.told.warnings).toContain(
      '/app/proxy was not read for 26 h: what came more than 24 h ago will not be judged. closecall replay shows it.',
    );
  });
});
