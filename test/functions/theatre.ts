import { MemoryHints } from '#functions/adapters/memory-hints.ts';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { deliver } from '#functions/deliver.ts';
import { evaluator } from '#functions/evaluate.ts';
import { ingest } from '#functions/ingest.ts';
import type { DeliverHint, EvaluateHint, Log, Ports, Sender } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { tick } from '#functions/tick.ts';
import type { Alert, Delivery, Digest } from '#lib/model/alert.ts';
import { type Millis, minute } from '#lib/model/time.ts';

export interface Arrival {
  readonly at: Millis;
  readonly event: unknown;
}

export interface Message {
  readonly at: Millis;
  readonly medium: string;
  readonly alert: Alert;
  /** Whether a message that was there already was changed. */
  readonly edited: boolean;
}

export interface Staging {
  /** Undefined: until everything is done. */
  readonly until?: Millis;
  /** What a medium answers instead of taking a word; undefined: it takes it. */
  readonly answer?: (medium: string, cid: string, now: Millis) => Delivery | undefined;
}

export interface Played {
  readonly messages: readonly Message[];
  readonly digests: readonly { readonly at: Millis; readonly medium: string; readonly digest: Digest }[];
  /** The alert documents that stand at the end. */
  readonly alerts: readonly Alert[];
  readonly warnings: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
  /** The most that a figure was at once. */
  readonly peaks: Readonly<Record<string, number>>;
}

/** Plays arrivals through the handlers in order of time, with hints and ticks as they come, until the list is empty. */
export async function play(
  arrivals: readonly Arrival[],
  setup: Setup,
  { until = Number.POSITIVE_INFINITY, answer = () => undefined }: Staging = {},
): Promise<Played> {
  const waiting = [...arrivals].sort((a, b) => a.at - b.at);
  let now = waiting[0]?.at ?? 0;
  // Whatever is answered at once is answered before any sleep is over.
  const clock = { now: () => now, sleep: () => new Promise<void>((wake) => setImmediate(wake)) };
  const evaluations = new MemoryHints<EvaluateHint>(clock);
  const deliveries = new MemoryHints<DeliverHint>(clock);
  const table = new MemoryTable();
  const messages: Message[] = [];
  const digests: { readonly at: Millis; readonly medium: string; readonly digest: Digest }[] = [];
  const { log, warnings, figures, peaks } = memoryLog();
  const sender = (medium: string, living: boolean): Sender => ({
    render: (alert) => ({ kind: 'print', text: JSON.stringify({ alert }) }),
    digest: (digest) => ({ kind: 'print', text: JSON.stringify({ digest }) }),
    send: async ({ text }, cid, ref) => {
      const refused = answer(medium, cid, now);
      if (refused) return refused;
      const { alert, digest } = JSON.parse(text);
      if (alert) messages.push({ at: now, medium, alert, edited: ref !== undefined });
      if (digest) digests.push({ at: now, medium, digest });
      return living ? { outcome: 'delivered', ref: cid } : { outcome: 'delivered' };
    },
  });
  let tokens = 0;
  const ports: Ports = {
    table,
    evaluations,
    deliveries,
    senders: new Map(setup.media.map(({ id, manner }) => [id, sender(id, manner === 'living')])),
    logs: noLogs,
    filters: async () => [],
    clock,
    log,
    newToken: () => `${++tokens}`,
  };
  const isOpen = () => table.all().some(({ pk }) => pk.startsWith('todo#'));
  for (let nextTick = now + minute; now < until && (waiting.length > 0 || isOpen()); ) {
    while ((waiting[0]?.at ?? Number.POSITIVE_INFINITY) <= now)
      await ingest(ports, setup)(waiting.shift()?.event);
    for (const hint of evaluations.take(now)) await evaluator(ports, setup)(hint);
    for (const hint of deliveries.take(now)) await deliver(ports, setup)(hint);
    if (now >= nextTick) {
      await tick(ports)();
      nextTick = now + minute;
    }
    const due = [waiting[0]?.at, evaluations.nextAt(), deliveries.nextAt(), nextTick];
    now = Math.max(now, Math.min(...due.flatMap((at) => at ?? [])));
  }
  const alerts = table.all().flatMap((item) => (item.kind === 'alert' ? [item.alert] : []));
  return { messages, digests, alerts, warnings, figures, peaks };
}

/** Log groups in which there is nothing. */
export const noLogs: Ports['logs'] = { page: async () => ({ events: [] }) };

export function memoryLog() {
  const warnings: string[] = [];
  const figures: Record<string, number> = {};
  const peaks: Record<string, number> = {};
  const log: Log = {
    warn: (sentence) => warnings.push(sentence),
    count: (metric, value) => {
      figures[metric] = (figures[metric] ?? 0) + value;
      peaks[metric] = Math.max(peaks[metric] ?? 0, value);
    },
  };
  return { log, warnings, figures, peaks };
}
