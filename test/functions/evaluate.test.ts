import { describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { deliver } from '#functions/deliver.ts';
import { evaluate } from '#functions/evaluate.ts';
import { ingest } from '#functions/ingest.ts';
import { contextKey } from '#functions/keys.ts';
import type { DeliverHint, EvaluateHint, LogAsk, Ports, StoredEvent } from '#functions/ports.ts';
import type { Alert } from '#lib/model/alert.ts';
import { minute, second } from '#lib/model/time.ts';
import { alarmEvent, batchIncidents, deliveryOf, type Line, setupOf, startOfStory as ten } from './story.ts';
import { memoryLog } from './theatre.ts';

const setup = setupOf({
  sources: [
    { logGroup: '/app/proxy', role: 'proxy', scope: 'shop' },
    { logGroup: '/app/api', role: 'backend', scope: 'shop' },
    { logGroup: '/blog/api', role: 'backend', scope: 'blog' },
    { logGroup: '/app/worker', role: 'backend', scope: 'shop' },
    { logGroup: '/app/third', role: 'backend', scope: 'shop' },
    { ecsCluster: 'prod', scope: 'shop' },
  ],
  notify: { slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } } },
  timings: { gap: '2m', lateness: '1m', provisional: '20s' },
});

type Pages = Ports['logs']['page'];

/** A scope whose proxy says that a backend closed, and log groups that answer as they are told. */
class Scene {
  now = ten + 10 * second;
  readonly table = new MemoryTable();
  readonly asks: LogAsk[] = [];
  readonly order: string[] = [];
  readonly messages: Alert[] = [];
  readonly lines: Line[] = [];
  readonly told = memoryLog();
  readonly #page: Pages;
  readonly #clock: Ports['clock'];
  #tokens = 0;

  constructor(
    page: Pages = async () => ({ events: [] }),
    sleep = () => new Promise<void>((wake) => setImmediate(wake)),
  ) {
    this.#page = page;
    this.#clock = { now: () => this.now, sleep };
  }

  ports(): Ports {
    const { table } = this;
    const note = <T>(name: string, answer: Promise<T>): Promise<T> => {
      this.order.push(name);
      return answer;
    };
    return {
      table: {
        get: (key) => table.get(key),
        query: (pk, from, to) => table.query(pk, from, to),
        put: (item) => note(`put ${item.kind}`, table.put(item)),
        write: (write) => note(write.do, table.write(write)),
        batchPut: (items) => table.batchPut(items),
        transact: (writes) => note('commit', table.transact(writes)),
      },
      evaluations: new MemoryHints<EvaluateHint>(this.#clock),
      deliveries: { send: (hint: DeliverHint) => note(`hint ${hint.medium}`, Promise.resolve()) },
      senders: new Map([
        [
          'slack',
          {
            render: (alert) => {
              this.messages.push(alert);
              return { kind: 'print', text: '' };
            },
            send: async () => ({ outcome: 'delivered', ref: 'ts' }),
          },
        ],
      ]),
      logs: {
        page: (ask) => {
          this.asks.push(ask);
          return note(`ask ${ask.group}`, this.#page(ask));
        },
      },
      filters: async () => [],
      clock: this.#clock,
      log: this.told.log,
      newToken: () => `${++this.#tokens}`,
    };
  }

  async arrive(...said: readonly (readonly [at: number, text: string, group?: string])[]): Promise<void> {
    for (const [at, text, group = '/app/proxy'] of said) {
      const id = String(this.lines.length);
      const line = { group, id, at, observed: at, text: `${new Date(at).toISOString()} ${text}` };
      this.lines.push(line);
      await ingest(this.ports(), setup)(deliveryOf([line]));
    }
  }

  async evaluate(now: number): Promise<void> {
    this.now = now;
    this.order.length = 0;
    await evaluate(this.ports(), setup)('shop');
  }

  async deliver(): Promise<Alert | undefined> {
    const [alert] = this.alerts;
    if (alert) await deliver(this.ports(), setup)({ cid: alert.conversation, medium: 'slack' });
    return this.messages.at(-1);
  }

  get alerts(): readonly Alert[] {
    return this.table.all().flatMap((item) => (item.kind === 'alert' ? [item.alert] : []));
  }
}

const closed = 'closed by 10.0.0.1:80 conn 7 GET /pay';
const event = (at: number, message: string): StoredEvent => ({
  id: message,
  stream: 's',
  timestamp: at,
  message,
});

describe('the backend’s nearest lines', () => {
  const answering: Pages = async ({ group }) => ({
    events: [
      event(ten - second, `${group} password=hunter2`),
      event(ten + second, `${group} goes on\n  at line 2`),
    ],
  });

  it('are read once, after the commit and before the first message that needs them', async () => {
    const scene = new Scene(answering);
    await scene.arrive([ten, closed]);
    await scene.evaluate(ten + 10 * second);
    expect(scene.asks).toEqual([]);
    expect((await scene.deliver())?.context).toBeUndefined();
    await scene.evaluate(ten + 40 * second);
    expect(scene.order).toEqual(['commit', 'ask /app/api', 'ask /app/worker', 'put context', 'hint slack']);
    expect(scene.asks[0]).toEqual({
      group: '/app/api',
      pattern: '',
      from: ten - 5 * second,
      to: ten + 2 * second,
      limit: 1_000,
    });
    await scene.arrive([ten + 45 * second, closed]);
    await scene.evaluate(ten + 50 * second);
    expect(scene.asks).toHaveLength(2);
  });

  it('stand beside the verdict, redacted, and change nothing in it', async () => {
    const scene = new Scene(answering);
    await scene.arrive([ten, 'closed by 10.0.0.1:80 conn 7 GET /pay?token=1']);
    await scene.evaluate(ten + 10 * second);
    await scene.evaluate(ten + 40 * second);
    const message = await scene.deliver();
    expect(message?.context?.map(({ origin, at, text }) => `${origin} ${at} ${text}`)).toEqual([
      '/app/api 2026-11-22T09:59:59.000Z /app/api password=‹secret 1›',
      '/app/api 2026-11-22T10:00:01.000Z /app/api goes on',
      '/app/api 2026-11-22T10:00:01.000Z   at line 2',
      '/app/worker 2026-11-22T09:59:59.000Z /app/worker password=‹secret 1›',
      '/app/worker 2026-11-22T10:00:01.000Z /app/worker goes on',
      '/app/worker 2026-11-22T10:00:01.000Z   at line 2',
    ]);
    expect(message && [message.incident]).toEqual(batchIncidents(scene.lines, setup));
  });

  it('are of one more page where only one backend is there to ask', async () => {
    const one = setupOf({
      sources: [
        { logGroup: '/app/proxy', role: 'proxy', scope: 'shop' },
        { logGroup: '/app/api', role: 'backend', scope: 'shop' },
      ],
    });
    const scene = new Scene(async ({ next }) => ({
      events: [event(ten, `page ${next ?? 0}`)],
      next: `${Number(next ?? 0) + 1}`,
    }));
    await scene.arrive([ten, closed]);
    for (const after of [10, 40]) {
      scene.now = ten + after * second;
      await evaluate(scene.ports(), one)('shop');
    }
    expect(scene.asks.map(({ next }) => next)).toEqual([undefined, '1']);
    const cid = scene.alerts[0]?.conversation ?? '';
    expect(await scene.table.get(contextKey(cid))).toMatchObject({
      lines: [{ text: 'page 0' }, { text: 'page 1' }],
    });
  });

  it.each([
    ['refuse', () => Promise.reject(new Error('AccessDenied'))],
    ['never answer', () => new Promise<never>(() => undefined)],
    ['are empty', async () => ({ events: [] })],
  ] satisfies readonly (readonly [string, Pages])[])(
    'are left out where the log groups %s, and the message goes',
    async (_, page) => {
      const scene = new Scene(page);
      await scene.arrive([ten, closed]);
      await scene.evaluate(ten + 10 * second);
      await scene.evaluate(ten + 40 * second);
      expect(scene.order.filter((step) => !step.startsWith('ask'))).toEqual(['commit', 'hint slack']);
      const message = await scene.deliver();
      expect([message?.status, message?.context]).toEqual(['firing', undefined]);
    },
  );

  it('are not asked for where every close is explained', async () => {
    const scene = new Scene(answering);
    await scene.arrive([ten, closed], [ten + second, 'killed pid 7', '/app/api']);
    await scene.evaluate(ten + 40 * second);
    expect(scene.alerts.map(({ status, incident }) => [status, incident.unexplained])).toEqual([
      ['firing', null],
    ]);
    expect(scene.asks).toEqual([]);
  });
});

describe('a blind source', () => {
  it('keeps an incident open, is named in its alert, and never in the verdict', async () => {
    const scene = new Scene();
    await scene.arrive([ten, closed]);
    await scene.evaluate(ten + 10 * second);
    await ingest(scene.ports(), setup)(alarmEvent('/app/proxy', 'ALARM', ten + minute));
    await ingest(scene.ports(), setup)(alarmEvent('/blog/api', 'ALARM', ten + minute));
    await scene.evaluate(ten + 40 * second);
    await scene.evaluate(ten + 10 * minute);
    expect(scene.alerts).toMatchObject([
      {
        status: 'firing',
        blind: ['/app/proxy'],
        news: expect.stringContaining('not called over: lines of /app/proxy'),
      },
    ]);
    await ingest(scene.ports(), setup)(alarmEvent('/app/proxy', 'OK', ten + 12 * minute));
    await scene.evaluate(ten + 12 * minute + 30 * second);
    expect(scene.alerts).toMatchObject([{ status: 'firing' }]);
    // The filter may be switched off for ten minutes more, and then it takes gap and lateness to hear silence.
    await scene.evaluate(ten + 24 * minute + 30 * second);
    expect(scene.alerts).toMatchObject([{ status: 'firing' }]);
    await scene.evaluate(ten + 26 * minute);
    expect(scene.alerts).toMatchObject([{ status: 'resolved', blind: ['/app/proxy'] }]);
    expect(scene.alerts.map(({ incident }) => incident)).toEqual(batchIncidents(scene.lines, setup));
  });

  it('is blind as long as one of its alarms says so', async () => {
    const scene = new Scene();
    const hear = (value: string, at: number, metric: string) =>
      ingest(scene.ports(), setup)(alarmEvent('/app/proxy', value, ten + at * minute, metric));
    await scene.arrive([ten, closed]);
    await scene.evaluate(ten + 10 * second);
    await hear('ALARM', 1, 'DeliveryErrors');
    await hear('ALARM', 2, 'DeliveryThrottling');
    await hear('OK', 3, 'DeliveryThrottling');
    await scene.evaluate(ten + 40 * minute);
    expect(scene.alerts).toMatchObject([{ status: 'firing', blind: ['/app/proxy'] }]);
    await hear('OK', 41, 'DeliveryErrors');
    await scene.evaluate(ten + 55 * minute);
    expect(scene.alerts).toMatchObject([{ status: 'resolved', blind: ['/app/proxy'] }]);
  });

  it('is not one whose alarm has only ever said that all is well', async () => {
    const scene = new Scene();
    await ingest(scene.ports(), setup)(alarmEvent('/app/proxy', 'OK', ten));
    await scene.arrive([ten, closed]);
    for (const after of [10, 40, 4 * 60]) await scene.evaluate(ten + after * second);
    expect(scene.alerts.map(({ status, blind }) => [status, blind])).toEqual([['resolved', undefined]]);
  });

  it('of another time is not named, and one that was forgotten is not waited for', async () => {
    const scene = new Scene();
    await ingest(scene.ports(), setup)(alarmEvent('/app/proxy', 'ALARM', ten - 200 * minute));
    await ingest(scene.ports(), setup)(alarmEvent('/app/proxy', 'OK', ten - 100 * minute));
    await ingest(scene.ports(), setup)(alarmEvent('/app/api', 'ALARM', ten - 25 * 60 * minute));
    await scene.arrive([ten, closed]);
    await scene.evaluate(ten + 10 * second);
    await scene.evaluate(ten + 40 * second);
    await scene.evaluate(ten + 4 * minute);
    expect(scene.alerts).toMatchObject([{ status: 'resolved', blind: ['/app/api'] }]);
  });
});
