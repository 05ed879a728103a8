import type { Ports, Sender } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { compose } from '#lib/engine/compose.ts';
import { next } from '#lib/engine/next.ts';
import { nothingKnown } from '#lib/engine/reading.ts';
import type { Alert, Delivery } from '#lib/model/alert.ts';
import { day, type Millis, second } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';

/** A word that was said about an incident of the past. */
export interface Published {
  readonly conversation: string;
  readonly medium: string;
  readonly outcome: Delivery['outcome'];
  readonly why?: string;
}

const mostTries = 3;
const firstWait: Millis = 2 * second;
const longestWait: Millis = 30 * second;
/** How far back a medium's history is searched for what an earlier replay said. */
const searched: Millis = 7 * day;

/** What became of it: `late` where there was no time for all, and the rest is for the next call. */
export type Sending =
  | { readonly kind: 'sent'; readonly published: readonly Published[] }
  | { readonly kind: 'late' };

/** What an earlier call said, and how far this one may go. */
export interface Continuation {
  /** By an earlier call: not said again. */
  readonly said: readonly Published[];
  /** Called after each word with all that were said. */
  readonly note: (said: readonly Published[]) => Promise<void>;
  /** Once true, nothing more is sent. */
  readonly isLate: () => boolean;
}

type Told = Pick<Setup, 'pace' | 'media' | 'accepted'>;

/**
 * Sends what the stack says of incidents that were over when their lines came: each once, as resolved, by the media whose
 * readers would have heard of it. The keys are of the replay's own and the same every time, so that it never speaks into
 * a live conversation, and repeats onto itself where a medium can edit.
 */
export async function publish(
  incidents: readonly IncidentVerdict[],
  { senders, clock, log }: Pick<Ports, 'senders' | 'clock' | 'log'>,
  setup: Told,
  { said, note, isLate }: Continuation,
): Promise<Sending> {
  const published = [...said];
  for (const incident of incidents)
    for (const { alert, medium } of wordsOn(incident, setup, clock.now())) {
      const sender = senders.get(medium);
      const { conversation } = alert;
      if (!sender || said.some((each) => each.conversation === conversation && each.medium === medium))
        continue;
      const delivery = isLate() ? undefined : await deliver(sender, alert);
      if (!delivery) return { kind: 'late' };
      const word = { conversation, medium, outcome: delivery.outcome };
      published.push(delivery.outcome === 'failed' ? { ...word, why: delivery.why } : word);
      log.count(delivery.outcome === 'delivered' ? 'Delivered' : 'DeliveryFailures', 1);
      await note(published);
    }
  return { kind: 'sent', published };

  /** Undefined where time ran out before it was said, or refused for good. */
  async function deliver(sender: Sender, alert: Alert): Promise<Delivery | undefined> {
    const cid = alert.conversation;
    const since = Math.max(new Date(alert.incident.start ?? 0).getTime(), clock.now() - searched);
    // Where its history cannot be searched, it is said again rather than not at all.
    let ref = await sender.find?.(cid, since).catch(() => undefined);
    for (let tries = 1; ; tries++) {
      const delivery = await sender.send(sender.render(alert), cid, ref).catch((error: unknown): Delivery => {
        const why = error instanceof Error ? error.message : String(error);
        return { outcome: 'failed', retryable: false, why };
      });
      if (delivery.outcome === 'delivered' || !delivery.retryable || tries === mostTries) return delivery;
      ref = delivery.ref ?? ref; // a part of it arrived, and is not said again
      await clock.sleep(Math.min(longestWait, delivery.retryAfter ?? firstWait * 2 ** tries));
      if (isLate()) return undefined;
    }
  }
}

/** What is accepted is withheld here as it was there. How many are usual the history of the stack knows, so none are too many. */
function wordsOn(incident: IncidentVerdict, { pace, media, accepted }: Told, now: Millis) {
  const { service: scope, start, end } = incident;
  const [from, to] = [new Date(start ?? 0).getTime(), new Date(end ?? 0).getTime()];
  const turn = next([], [{ from, to, incidents: [incident] }], {
    scope,
    now: Math.max(now, to + pace.gap + pace.lateness),
    blind: [],
    pace,
    media,
    most: 1,
    forgetBefore: Number.NEGATIVE_INFINITY,
    known: { ...nothingKnown, accepted },
  });
  const [revision] = turn.alerts;
  if (!revision) return [];
  const cid = `replay:${scope}:${start}`;
  const alert = compose({ ...revision.conversation, cid }, incident, []);
  return turn.sends.map(({ medium }) => ({ alert, medium }));
}
