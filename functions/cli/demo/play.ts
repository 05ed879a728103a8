import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { deliver } from '#functions/deliver.ts';
import { evaluator } from '#functions/evaluate.ts';
import { ingest } from '#functions/ingest.ts';
import type { EvaluateHint, Ports, Sender } from '#functions/ports.ts';
import { tick } from '#functions/tick.ts';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import type { Page } from '#lib/model/page.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import { email } from '#lib/notifiers/email.ts';
import { slack } from '#lib/notifiers/slack.ts';
import { type Arrival, arrivalsOf } from './arrivals.ts';
import { setup } from './setup.ts';

interface Message {
  readonly at: Millis;
  readonly medium: string;
  readonly outbound: Outbound;
  readonly alert: Alert;
}

export interface Played {
  /** In the order in which people received them. */
  readonly messages: readonly Message[];
  readonly arrivals: readonly Arrival[];
  /** How often each handler was called. */
  readonly invoked: ReadonlyMap<string, number>;
  /** What the table held in the end. */
  readonly pages: readonly Page[];
}

/** Plays the incident through the handlers, with the clock turned by hand. */
export async function play(): Promise<Played> {
  const arrivals = arrivalsOf();
  let now = arrivals[0]?.at ?? 0;
  const clock = { now: () => now, sleep: async () => undefined };
  const evaluations = new MemoryHints<EvaluateHint>(clock);
  const deliveries = new MemoryHints<{ cid: string; medium: string }>(clock);
  const table = new MemoryTable();
  const messages: Message[] = [];
  const invoked = new Map<string, number>();
  let tokens = 0;

  const sender = (medium: string): Sender => {
    let last: Alert | undefined;
    return {
      render(alert, earlier) {
        last = alert;
        return medium === 'slack' ? slack(alert, { earlier }) : email(alert);
      },
      async send(outbound, cid) {
        if (last) messages.push({ at: now, medium, outbound, alert: last });
        return { outcome: 'delivered', ref: cid };
      },
    };
  };
  const ports: Ports = {
    table,
    evaluations,
    deliveries,
    senders: new Map(setup.media.map(({ id }) => [id, sender(id)])),
    logs: { page: async () => ({ events: [] }) },
    filters: async () => [],
    clock,
    log: { warn: () => undefined, count: () => undefined },
    newToken: () => `${++tokens}`,
  };
  const invoke = async (name: string, run: Promise<void>) => {
    invoked.set(name, (invoked.get(name) ?? 0) + 1);
    await run;
  };

  const waiting = [...arrivals];
  for (
    let nextTick = now + minute;
    waiting.length > 0 || table.all().some(({ pk }) => pk.startsWith('todo#'));
  ) {
    while ((waiting[0]?.at ?? Infinity) <= now)
      await invoke('ingest', ingest(ports, setup)(waiting.shift()?.event));
    for (const hint of evaluations.take(now)) await invoke('evaluate', evaluator(ports, setup)(hint));
    for (const hint of deliveries.take(now)) await invoke('deliver', deliver(ports, setup)(hint));
    if (now >= nextTick) {
      await invoke('tick', tick(ports)());
      nextTick = now + minute;
    }
    const due = [waiting[0]?.at, evaluations.nextAt(), deliveries.nextAt(), nextTick];
    now = Math.max(now, Math.min(...due.map((at) => at ?? Infinity)));
  }
  const pages = table.all().flatMap((item) => (item.kind === 'page' ? [item.page] : []));
  return { messages, arrivals, invoked, pages };
}
