import { withContext } from '#lib/engine/compose.ts';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import { day, type Millis, minute, second } from '#lib/model/time.ts';
import { field } from './events/field.ts';
import { fromQueue } from './events/queue.ts';
import type { Item, SendTodo, SentItem } from './items.ts';
import { alertKey, contextKey, sendKey, sentKey } from './keys.ts';
import type { DeliverHint, Ports, Sender } from './ports.ts';
import type { Setup } from './setup.ts';
import { orTestAlert } from './test-alert.ts';
import { wireDeliver } from './wire/deliver.ts';
import { wired } from './wire/wired.ts';

/** Longer than the function may run: whoever holds it is dead by then. */
const lease: Millis = 2 * minute;
const sentKept: Millis = 30 * day;
/** A medium that refuses for good (a revoked token, a channel that is gone) may be put right by somebody. */
export const hopelessWait: Millis = 30 * minute;

export type DeliverPorts = Pick<Ports, 'table' | 'senders' | 'clock' | 'log'>;
/** What is shown beside a verdict is redacted here, by what people know of their secrets. */
export type DeliverSetup = Pick<Setup, 'run'>;

interface Word {
  readonly revision: number;
  readonly render: () => Promise<Outbound>;
}

/**
 * Brings one medium to the latest revision of a conversation. How fast is left to the medium: two of these run at once,
 * and whoever hears 429 waits as long as it is told, after which one message brings all that has come since. A row that
 * hands out one message a second would be one more thing to wait for and would still not know what others post there.
 */
export function deliver(
  { table, senders, clock, log }: DeliverPorts,
  { run }: DeliverSetup,
): (hint: DeliverHint) => Promise<void> {
  return async ({ cid, medium }) => {
    const todo = await table.get(sendKey(cid, medium));
    if (todo?.kind !== 'send') return;
    const doc = await table.get(alertKey(cid));
    const held = await table.get(sentKey(cid, medium));
    const sender = senders.get(medium);
    const word = sender && wordOf(doc, medium, sender);
    if (!word || !sender) {
      log.warn(
        `Conversation ${cid} cannot be sent by ${medium}: ${sender ? 'its alert is gone, or the medium has no words for it' : 'no such medium is configured'}.`,
      );
      return tickOff(todo);
    }
    const sent: SentItem =
      held?.kind === 'sent' ? held : { kind: 'sent', ...sentKey(cid, medium), version: 0, revision: 0 };
    if (sent.revision >= word.revision) return tickOff(todo);

    const now = clock.now();
    if (sent.intent && sent.intent.leaseUntil > now) return;
    const { intent: open, pausedUntil, ...rest } = sent;
    // Hints come twice, and newer revisions bring hints of their own: none of them may cut a pause short.
    if (pausedUntil !== undefined && pausedUntil > now) return postpone(todo, pausedUntil);
    const mine: SentItem = {
      ...rest,
      version: sent.version + 1,
      intent: { at: open?.at ?? now, leaseUntil: now + lease },
      expires: Math.ceil((now + sentKept) / second),
    };
    if (!(await save(mine, sent.version))) return;

    // An intent that was left open may have arrived: where the medium has a history, that says.
    const ref = sent.ref ?? (open && (await sender.find?.(cid, open.at)));
    const delivery = await sender.send(await word.render(), cid, ref);
    const { intent: _closed, ...idle } = mine;
    if (delivery.outcome === 'delivered') {
      log.count('Delivered', 1);
      const known = delivery.ref ?? ref;
      const done = {
        ...idle,
        version: mine.version + 1,
        revision: word.revision,
        ...(known === undefined ? {} : { ref: known }),
      };
      if (await save(done, mine.version)) await tickOff(todo);
      return;
    }
    log.count('DeliveryFailures', 1);
    log.warn(
      `${medium} did not take revision ${word.revision} of conversation ${cid}: ${delivery.why}. It is tried again.`,
    );
    const known = delivery.ref ?? ref;
    const pause = delivery.retryAfter;
    const left = {
      ...idle,
      ...(known === undefined ? {} : { ref: known }),
      ...(pause === undefined ? {} : { pausedUntil: clock.now() + pause }),
      version: mine.version + 1,
    };
    await save(left, mine.version);
    const wait = pause ?? (delivery.retryable ? undefined : hopelessWait);
    if (wait !== undefined) await postpone(todo, clock.now() + wait);
  };

  /** What is to be said of a conversation, or once of a week. */
  function wordOf(doc: Item | undefined, medium: string, sender: Sender): Word | undefined {
    const { digest } = sender;
    if (doc?.kind === 'digest-doc') return digest && { revision: 1, render: async () => digest(doc.digest) };
    if (doc?.kind !== 'alert') return undefined;
    const { alert } = doc;
    return {
      revision: alert.revision,
      async render() {
        const context = await table.get(contextKey(alert.conversation));
        const shown = context?.kind === 'context' ? withContext(alert, context.lines, run.redaction) : alert;
        return sender.render(shown, await earlierOf(shown, medium, sender));
      },
    };
  }

  /** The address of what this medium said of the same trouble before, where it has one. */
  async function earlierOf({ earlier }: Alert, medium: string, sender: Sender): Promise<string | undefined> {
    if (earlier === undefined || sender.address === undefined) return undefined;
    const said = await table.get(sentKey(earlier.cid, medium));
    return said?.kind === 'sent' && said.ref !== undefined ? sender.address(said.ref) : undefined;
  }

  function save(item: SentItem, version: number): Promise<boolean> {
    return table.write({
      do: 'put',
      item,
      when: version === 0 ? { is: 'absent' } : { is: 'version', version },
    });
  }

  async function tickOff(todo: SendTodo): Promise<void> {
    await table.write({ do: 'delete', key: todo, when: { is: 'token', token: todo.token } });
  }

  async function postpone(todo: SendTodo, hintAt: Millis): Promise<void> {
    await table.write({ do: 'put', item: { ...todo, hintAt }, when: { is: 'token', token: todo.token } });
  }
}

/** Event source: the deliveries queue, one message at a time. */
export const deliveries = (ports: DeliverPorts, setup: DeliverSetup): ((event: unknown) => Promise<void>) =>
  fromQueue(
    ports.log,
    (body) => {
      const [cid, medium] = [field(body, 'cid'), field(body, 'medium')];
      return typeof cid === 'string' && typeof medium === 'string' ? { cid, medium } : undefined;
    },
    deliver(ports, setup),
  );

const ready = wired(wireDeliver, (ports, setup) => orTestAlert(ports, deliveries(ports, setup)));
export const handler = (event: unknown): Promise<unknown> => ready()(event);
