import { describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { deliver } from '#functions/deliver.ts';
import { alertKey, contextKey, sendKey, sentKey } from '#functions/keys.ts';
import type { DeliverHint, EvaluateHint, Ports, Sender } from '#functions/ports.ts';
import { tick } from '#functions/tick.ts';
import { bareVerdict } from '#lib/engine/bare.ts';
import type { Delivery } from '#lib/model/alert.ts';
import { eventTime, minute, second } from '#lib/model/time.ts';
import { smallSetup, startOfStory as ten } from './story.ts';
import { memoryLog, noLogs } from './theatre.ts';

const hint: DeliverHint = { cid: 'c1', medium: 'slack' };

/** One medium that answers as it is told, and a conversation whose latest revision it has not heard. */
class Desk {
  now = ten;
  readonly table = new MemoryTable();
  readonly posts: { readonly revision: number; readonly ref: string | undefined }[] = [];
  readonly answers: (Delivery | Error)[] = [];
  readonly history: string[] = [];
  readonly evaluations: MemoryHints<EvaluateHint>;
  readonly deliveries: MemoryHints<DeliverHint>;
  readonly ports: Ports;
  readonly warnings: readonly string[];

  constructor() {
    const clock = { now: () => this.now, sleep: async () => undefined };
    const { log, warnings } = memoryLog();
    this.warnings = warnings;
    this.evaluations = new MemoryHints(clock);
    this.deliveries = new MemoryHints(clock);
    const sender: Sender = {
      render: ({ revision }) => ({ kind: 'print', text: String(revision) }),
      send: async ({ text }, _cid, ref) => {
        const answer = this.answers.shift() ?? { outcome: 'delivered', ref: 'ts 1' };
        if (answer instanceof Error) {
          this.history.push('ts 1');
          throw answer;
        }
        if (answer.outcome === 'delivered') this.posts.push({ revision: Number(text), ref });
        return answer;
      },
      find: async () => this.history[0],
    };
    this.ports = {
      table: this.table,
      evaluations: this.evaluations,
      deliveries: this.deliveries,
      senders: new Map([['slack', sender]]),
      logs: noLogs,
      filters: async () => [],
      clock,
      log,
      newToken: () => 'token',
    };
  }

  async publish(revision: number): Promise<void> {
    const incident = bareVerdict({ id: 'i', service: 'shop', start: null, end: null });
    await this.table.put({
      kind: 'alert',
      ...alertKey('c1'),
      alert: { conversation: 'c1', status: 'firing', revision, incident },
    });
    const todo = { token: String(revision), since: this.now, hintAt: this.now, hinted: 0 };
    await this.table.put({ kind: 'send', ...sendKey('c1', 'slack'), ...hint, ...todo });
  }

  deliver(): Promise<void> {
    return deliver(this.ports, smallSetup)(hint);
  }

  async todo() {
    const item = await this.table.get(sendKey('c1', 'slack'));
    return item?.kind === 'send' ? item : undefined;
  }
}

describe('deliver', () => {
  it('posts once, then edits, and ticks off what it brought', async () => {
    const desk = new Desk();
    await desk.publish(1);
    await desk.deliver();
    await desk.deliver();
    await desk.publish(3);
    await desk.deliver();
    expect(desk.posts).toEqual([
      { revision: 1, ref: undefined },
      { revision: 3, ref: 'ts 1' },
    ]);
    expect(await desk.todo()).toBeUndefined();
  });

  it('leaves the to-do when a newer revision came meanwhile', async () => {
    const desk = new Desk();
    await desk.publish(1);
    const late = desk.ports.senders.get('slack') as Sender;
    const busy = new Map([
      [
        'slack',
        {
          ...late,
          send: async (...given: Parameters<Sender['send']>) => {
            await desk.publish(2);
            return late.send(...given);
          },
        },
      ],
    ]);
    await deliver({ ...desk.ports, senders: busy }, smallSetup)(hint);
    expect((await desk.todo())?.token).toBe('2');
    await desk.deliver();
    expect(desk.posts.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('waits as long as the medium asks, and is then woken by tick', async () => {
    const desk = new Desk();
    desk.answers.push({ outcome: 'failed', retryable: true, why: '429', retryAfter: 7 * minute });
    await desk.publish(1);
    await desk.deliver();
    for (let at = 0; at < 7; at++) {
      await tick(desk.ports)();
      desk.now += minute;
    }
    expect(desk.deliveries.take(desk.now)).toEqual([]);
    await tick(desk.ports)();
    expect(desk.deliveries.take(desk.now)).toEqual([hint]);
    await desk.deliver();
    expect(desk.posts).toHaveLength(1);
    expect(desk.warnings).toEqual([
      expect.stringContaining('slack did not take revision 1 of conversation c1: 429'),
    ]);
  });

  it('tries what was refused for good only every half hour', async () => {
    const desk = new Desk();
    desk.answers.push({ outcome: 'failed', retryable: false, why: 'channel_not_found' });
    await desk.publish(1);
    await desk.deliver();
    expect((await desk.todo())?.hintAt).toBe(ten + 30 * minute);
  });

  it('looks for a message of which nobody knows whether it arrived', async () => {
    const desk = new Desk();
    desk.answers.push(new Error('connection reset'));
    await desk.publish(1);
    await expect(desk.deliver()).rejects.toThrow('connection reset');
    await desk.deliver();
    expect(desk.posts).toEqual([]);
    desk.now += 3 * minute;
    await desk.deliver();
    expect(desk.posts).toEqual([{ revision: 1, ref: 'ts 1' }]);
  });

  it('does not go where another is on the way', async () => {
    const desk = new Desk();
    await desk.publish(1);
    const intent = { at: ten, leaseUntil: ten + minute };
    await desk.table.put({ kind: 'sent', ...sentKey('c1', 'slack'), version: 1, revision: 0, intent });
    await desk.deliver();
    expect(desk.posts).toEqual([]);
    expect(await desk.todo()).toBeDefined();
  });

  it('shows none of the secrets that the configuration names in the lines beside a verdict', async () => {
    const desk = new Desk();
    const shown: (string | undefined)[] = [];
    const sender: Sender = {
      render: ({ context }) => {
        shown.push(...(context ?? []).map(({ text }) => text));
        return { kind: 'print', text: '1' };
      },
      send: async () => ({ outcome: 'delivered' }),
    };
    // As a release kept them that redacted when it showed them.
    await desk.table.put({
      kind: 'context',
      ...contextKey('c1'),
      lines: [
        { source: '/app/api', line: null, at: eventTime(ten), text: 'x-shop-pass: canary-4711 password=x' },
      ],
    });
    await desk.publish(1);
    const redaction = { names: ['x-shop-pass'], keep: [] };
    const setup = { run: { ...smallSetup.run, redaction } };
    await deliver({ ...desk.ports, senders: new Map([['slack', sender]]) }, setup)(hint);
    expect(shown).toEqual(['x-shop-pass: ‹secret 1› password=‹secret 2›']);
  });

  it('drops a to-do for a medium that is no longer configured, and says so', async () => {
    const desk = new Desk();
    await desk.publish(1);
    await deliver({ ...desk.ports, senders: new Map() }, smallSetup)(hint);
    expect(await desk.todo()).toBeUndefined();
    expect(desk.warnings).toEqual([expect.stringContaining('no such medium is configured')]);
  });
});

describe('tick', () => {
  it('wakes a row at ever longer distances, up to half an hour', async () => {
    const desk = new Desk();
    await desk.publish(1);
    const woken: number[] = [];
    for (; desk.now < ten + 130 * minute; desk.now += minute) {
      await tick(desk.ports)();
      if (desk.deliveries.take(desk.now).length > 0) woken.push((desk.now - ten) / minute);
    }
    expect(woken).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
  });

  it('wakes a scope once, whatever the number of its rows, and a time not before it is due', async () => {
    const desk = new Desk();
    const todo = { token: 't', since: ten, hintAt: ten, hinted: 0 };
    for (const at of [1, 2])
      await desk.table.put({
        kind: 'eval',
        pk: 'todo#0',
        sk: `eval#shop#${at}`,
        scope: 'shop',
        minute: at,
        ...todo,
      });
    const due = ten + 5 * minute;
    await desk.table.put({
      kind: 'time',
      pk: 'todo#3',
      sk: 'time#blog',
      scope: 'blog',
      due,
      ...todo,
      hintAt: due,
    });
    await tick(desk.ports)();
    expect(desk.evaluations.take(desk.now)).toEqual([{ scope: 'shop' }]);
    desk.now = due + 30 * second;
    await tick(desk.ports)();
    expect(desk.evaluations.take(desk.now)).toEqual([{ scope: 'shop' }, { scope: 'blog' }]);
  });

  const owed = async (desk: Desk, count: number) => {
    for (let each = 0; each < count; each++) {
      const since = ten - each * second;
      const todo = { token: '1', since, hintAt: since, hinted: 0 };
      const cid = `c${each}`;
      await desk.table.put({ kind: 'send', ...sendKey(cid, 'slack'), cid, medium: 'slack', ...todo });
    }
  };

  it('puts off what it has hinted before it goes on, so that a list too long for one turn is gone through in several', async () => {
    const desk = new Desk();
    await owed(desk, 30);
    const hinted: string[] = [];
    const send = (hint: DeliverHint) => {
      hinted.push(hint.cid);
      // The function is stopped before the second ten have been hinted.
      return hinted.length > 10 ? new Promise<never>(() => undefined) : Promise.resolve();
    };
    void tick({ ...desk.ports, deliveries: { send } })();
    await new Promise((resolve) => setImmediate(resolve));
    expect(hinted.slice(0, 10).sort()).toEqual(
      Array.from({ length: 10 }, (_, index) => `c${29 - index}`).sort(),
    );
    await tick(desk.ports)();
    expect(
      desk.deliveries
        .take(desk.now)
        .map(({ cid }) => cid)
        .sort(),
    ).toEqual(Array.from({ length: 20 }, (_, index) => `c${index}`).sort());
  });

  it('hints one queue though the other refuses, and fails all the same', async () => {
    const desk = new Desk();
    await owed(desk, 15);
    const todo = { token: 't', since: ten - minute, hintAt: ten - minute, hinted: 0 };
    await desk.table.put({
      kind: 'eval',
      pk: 'todo#0',
      sk: 'eval#shop#1',
      scope: 'shop',
      minute: 1,
      ...todo,
    });
    const evaluations = { send: () => Promise.reject(new Error('no such queue')) };
    await expect(tick({ ...desk.ports, evaluations })()).rejects.toThrow('no such queue');
    expect(desk.deliveries.take(desk.now)).toHaveLength(15);
    expect(await desk.table.get({ pk: 'todo#0', sk: 'eval#shop#1' })).toMatchObject({ hinted: 0 });
  });
});
