import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { slackBotSender } from '#functions/adapters/slack-bot-sender.ts';
import { deliver } from '#functions/deliver.ts';
import { alertKey, sendKey } from '#functions/keys.ts';
import type { DeliverHint, EvaluateHint, Ports } from '#functions/ports.ts';
import { tick } from '#functions/tick.ts';
import type { Alert } from '#lib/model/alert.ts';
import { hour, minute } from '#lib/model/time.ts';
import { alerts } from '#test/notifiers/stories.ts';
import { notOk, useFakeSlack } from './adapters/fake-slack.ts';
import { secretOf } from './adapters/sender-contract.ts';
import { type Fault, SlackWorkspace } from './adapters/slack-workspace.ts';
import { smallSetup, startOfStory as ten } from './story.ts';
import { memoryLog, noLogs } from './theatre.ts';

const slack = useFakeSlack();
const [firing] = alerts;
if (!firing) throw new Error('there is an alert');

/** The deliver and tick functions, a channel of Slack over HTTP, and a clock that is moved by hand. */
class House {
  now = ten;
  readonly table = new MemoryTable();
  readonly workspace = new SlackWorkspace(slack, () => this.now);
  readonly warnings: readonly string[];
  readonly #deliveries: MemoryHints<DeliverHint>;
  readonly #ports: Ports;

  constructor() {
    const clock = { now: () => this.now, sleep: async () => undefined };
    const { log, warnings } = memoryLog();
    this.warnings = warnings;
    this.#deliveries = new MemoryHints(clock);
    const token = secretOf('xoxb-1');
    const sender = slackBotSender({ channel: 'C0123456789', token, api: slack.url, log });
    this.#ports = {
      table: this.table,
      evaluations: new MemoryHints<EvaluateHint>(clock),
      deliveries: this.#deliveries,
      senders: new Map([['slack', sender]]),
      logs: noLogs,
      filters: async () => [],
      clock,
      log,
      newToken: () => 'token',
    };
  }

  /** A revision, as evaluate leaves it, and the hint that it sends. */
  async publish(revision: number, more: Partial<Alert> = {}): Promise<void> {
    const alert = { ...firing, conversation: 'c1', revision, news: `revision ${revision}`, ...more } as Alert;
    const cid = alert.conversation;
    await this.table.put({ kind: 'alert', ...alertKey(cid), alert });
    const todo = { token: String(revision), since: this.now, hintAt: this.now, hinted: 0 };
    await this.table.put({ kind: 'send', ...sendKey(cid, 'slack'), cid, medium: 'slack', ...todo });
    await this.#deliveries.send({ cid, medium: 'slack' }, 0);
  }

  get owes(): boolean {
    return this.table.all().some(({ pk }) => pk.startsWith('todo#'));
  }

  /** Hints and ticks as they come, until nothing is owed or the time is over. Answers how long it took. */
  async run(most: number): Promise<number> {
    const since = this.now;
    while (this.now - since < most) {
      await tick(this.#ports)();
      // The queue hands it over again; tick would do so in any case.
      for (const hint of this.#deliveries.take(this.now))
        await deliver(this.#ports, smallSetup)(hint).catch(() => undefined);
      if (!this.owes) break;
      this.now += minute;
    }
    return this.now - since;
  }

  /** The one message, and the one in its thread. Throws where there are more, or none. */
  one(conversation = 'c1') {
    const mine = this.workspace.channel.filter(({ metadata }) =>
      JSON.stringify(metadata).includes(conversation),
    );
    expect(mine).toHaveLength(1);
    const [main] = mine;
    const [detail, ...others] = this.workspace.inThread(main?.ts ?? '');
    expect(others).toEqual([]);
    return {
      main: main?.text ?? '',
      blocks: JSON.stringify(main?.blocks),
      detail: JSON.stringify(detail?.blocks),
    };
  }
}

let house: House;
beforeEach(() => {
  house = new House();
});

describe('an incident in Slack', () => {
  it('is one message and one in its thread, both edited until it is over', async () => {
    for (const [revision, status] of [
      [1, 'provisional'],
      [2, 'firing'],
      [3, 'firing'],
      [4, 'resolved'],
    ] as const) {
      await house.publish(revision, { status });
      await house.run(minute);
      const { main, blocks, detail } = house.one();
      expect(main).toContain(`Revision ${revision}.`);
      expect(blocks).toContain({ provisional: '🟡', firing: '🔴', resolved: '🟢' }[status]);
      expect(detail).toContain(`Message ${revision} of conversation c1.`);
    }
    expect(house.workspace.messages.size).toBe(2);
    expect(house.warnings).toEqual([]);
  });

  it('links what was said of the same trouble before', async () => {
    await house.publish(1, { conversation: 'c0', status: 'resolved' });
    await house.run(minute);
    const [before] = house.workspace.channel;
    const earlier = { cid: 'c0', at: ten, closes: 12 };
    await house.publish(1, { earlier });
    await house.run(minute);
    expect(house.one().blocks).toContain(
      `"url":"https://shop.slack.com/archives/C0123456789/p${before?.ts.replace('.', '')}"`,
    );
  });

  it('is told without that link where Slack gives none', async () => {
    await house.publish(1, { conversation: 'c0' });
    await house.run(minute);
    house.workspace.faults = [{ when: 'before', act: notOk('missing_scope') }];
    await house.publish(1, { earlier: { cid: 'c0', at: ten, closes: 12 } });
    await house.run(minute);
    expect(house.one().blocks).not.toContain('shop.slack.com');
  });

  it('loses nothing while Slack is down for an hour, and then says the latest once', async () => {
    const down = Array.from(
      { length: 1_000 },
      (): Fault => ({ when: 'before', act: { status: 503, body: '' } }),
    );
    await house.publish(1);
    house.workspace.faults = down;
    for (let revision = 2; revision <= 13; revision++) {
      await house.run(5 * minute);
      await house.publish(revision);
    }
    expect(house.now - ten).toBe(hour);
    expect(house.workspace.messages.size).toBe(0);
    expect(house.owes).toBe(true);
    house.workspace.faults = [];
    expect(await house.run(hour)).toBeLessThanOrEqual(30 * minute);
    expect(house.owes).toBe(false);
    expect(house.one().main).toContain('Revision 13.');
    expect(house.workspace.messages.size).toBe(2);
  });

  it('waits as long as it is asked to, and not less', async () => {
    const pause: Fault = {
      when: 'before',
      act: { status: 429, headers: { 'retry-after': '600' }, body: '' },
    };
    house.workspace.faults = [pause];
    await house.publish(1);
    expect(await house.run(hour)).toBe(10 * minute);
    // A pause between the two keeps the first, which is not posted again.
    house.workspace.faults = [{ when: 'after', act: undefined as never }, pause];
    await house.publish(1, { conversation: 'c2' });
    expect(await house.run(hour)).toBe(10 * minute);
    expect(house.one('c2').detail).toContain('c2');
  });

  it('posts both anew where somebody deleted the message, and the one in the thread where that was', async () => {
    await house.publish(1);
    await house.run(minute);
    const [main] = house.workspace.channel;
    const [detail] = house.workspace.inThread(main?.ts ?? '');
    house.workspace.messages.delete(detail?.ts ?? '');
    await house.publish(2);
    await house.run(minute);
    expect(house.one().detail).toContain('Message 2');
    house.workspace.messages.clear();
    await house.publish(3);
    await house.run(minute);
    expect(house.one()).toMatchObject({ main: expect.stringContaining('Revision 3.') });
  });

  it('is not posted again where the part in its thread is lost and the token may not look', async () => {
    house.workspace.closed = ['conversations.history', 'conversations.replies'];
    house.workspace.faults = [
      { when: 'after', act: undefined as never },
      { when: 'before', act: 'cut' },
    ];
    await house.publish(1);
    await house.run(hour);
    expect(house.one()).toMatchObject({ detail: expect.stringContaining('Message 1 of conversation c1.') });
    expect(house.workspace.messages.size).toBe(2);
    expect(house.warnings[0]).toContain('its part in the thread is not known to be there');
    // An edit keeps what it knows of the thread, too.
    house.workspace.faults = [
      { when: 'after', act: undefined as never },
      { when: 'before', act: { status: 500, body: '' } },
    ];
    await house.publish(2);
    await house.run(hour);
    expect(house.one().detail).toContain('Message 2');
    expect(house.workspace.messages.size).toBe(2);
  });

  it('is told by its text where its blocks are refused', async () => {
    house.workspace.faults = [{ when: 'before', act: notOk('invalid_blocks') }];
    await house.publish(1);
    await house.run(minute);
    expect(house.one()).toMatchObject({ main: expect.stringContaining('37 of 41 closes'), blocks: '[]' });
  });
});

const outage: fc.Arbitrary<Fault> = fc.record({
  when: fc.constantFrom('before', 'after'),
  act: fc.constantFrom(
    'cut' as const,
    { status: 500, body: '' },
    { status: 502, body: '<html>' },
    notOk('internal_error'),
    { body: 'not json' },
  ),
});
/** Slack has done nothing when it says this. */
const refusal: fc.Arbitrary<Fault> = fc.record({
  when: fc.constant('before'),
  act: fc.constantFrom(
    { status: 429, headers: { 'retry-after': '61' }, body: '' },
    { status: 429, body: '' },
    notOk('ratelimited'),
    notOk('service_unavailable'),
    notOk('invalid_auth'),
    notOk('invalid_blocks'),
  ),
});
const calm: fc.Arbitrary<Fault> = fc.constant({ when: 'after', act: undefined as never });

it('whatever Slack answers and whenever it hangs up: nothing is lost, and nothing is there twice', async () => {
  const schedule = fc.array(fc.oneof(outage, refusal, calm), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(schedule, schedule, async (first, second) => {
      house = new House();
      house.workspace.faults = [...first];
      await house.publish(1);
      await house.run(7 * minute);
      house.workspace.faults.push(...second);
      await house.publish(2);
      await house.run(24 * hour);
      expect(house.owes).toBe(false);
      expect(house.one().main).toContain('Revision 2.');
      expect(house.workspace.messages.size).toBe(2);
    }),
    { numRuns: 150 },
  );
});
