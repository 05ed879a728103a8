import { contextKey } from '#functions/keys.ts';
import type { LogAsk, Ports } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { nearestTo } from '#lib/engine/nearest.ts';
import { mayConcern } from '#lib/engine/scope.ts';
import type { Alert } from '#lib/model/alert.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import { day, type EventTime, eventTime, type Millis, second } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';

const mostPages = 2;
const longestLook: Millis = 3 * second;
/** What a backend printed this long before and after a close. */
const before: Millis = 5 * second;
const after: Millis = 2 * second;
const mostEvents = 1_000;
const kept: Millis = 30 * day;

export type ContextPorts = Pick<Ports, 'table' | 'clock' | 'logs'>;

/**
 * Reads what the backends printed nearest to the first close that nothing explains, and puts it beside the alert. Best
 * effort: it ends after three seconds and throws nothing, since no verdict rests on it.
 */
export function contextReader({ table, clock, logs }: ContextPorts, { run, intakes }: Setup) {
  const groups = new Set(intakes.flatMap((intake) => (intake.kind === 'group' ? [intake.group] : [])));

  return async (alert: Alert): Promise<void> => {
    const { incident, conversation } = alert;
    const moment = momentOf(incident);
    const asks = run.sources
      .filter((source) => source.role === 'backend' && groups.has(source.name))
      .filter((source) => mayConcern(incident.service, source))
      .slice(0, mostPages)
      .map(({ name }) => name);
    if (moment === undefined || asks.length === 0) return;
    const messages: NearbyLine[] = [];
    try {
      await Promise.race([read(asks, moment, messages), clock.sleep(longestLook)]);
      const nearest = nearestTo(moment, messages, run.redaction);
      if (nearest.length === 0) return;
      const expires = Math.ceil((clock.now() + kept) / second);
      await table.put({ kind: 'context', ...contextKey(conversation), lines: nearest, expires });
    } catch {
      // The alert says what it says without it.
    }
  };

  /** Pages of the groups in turn; a group of which there is more is asked once more where that is left. */
  async function read(names: readonly string[], moment: EventTime, messages: NearbyLine[]): Promise<void> {
    const asks: LogAsk[] = names.map((group) => ({
      group,
      pattern: '',
      from: moment - before,
      to: moment + after,
      limit: mostEvents,
    }));
    for (let pages = 0; pages < mostPages; pages++) {
      const ask = asks.shift();
      if (!ask) return;
      const { events, next } = await logs.page(ask).catch(() => ({ events: [], next: undefined }));
      for (const { timestamp, message } of events)
        if (message.trim() !== '')
          messages.push({ source: ask.group, line: null, at: eventTime(timestamp), text: message });
      if (next !== undefined) asks.push({ ...ask, next });
    }
  }
}

/** When the first close happened that is shown as unexplained. */
function momentOf({ unexplained, start }: IncidentVerdict): EventTime | undefined {
  const at = unexplained?.evidence.find((line) => line.at !== null)?.at ?? start;
  const ms = at === null ? Number.NaN : new Date(at).getTime();
  return Number.isNaN(ms) ? undefined : eventTime(ms);
}
