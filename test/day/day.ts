import type { Setup } from '#functions/setup.ts';
import type { Alert } from '#lib/model/alert.ts';
import type { Medium } from '#lib/model/conversation.ts';
import type { Millis } from '#lib/model/time.ts';
import { type Message, play } from '#test/functions/theatre.ts';
import { isRepetition, type Reason, reasonOf, type Said } from './reasons.ts';
import { arrivals, dayOver, outage, setup } from './story.ts';

export interface Refusal {
  readonly at: Millis;
  readonly medium: string;
  readonly cid: string;
}

export interface Day {
  readonly messages: readonly Message[];
  readonly refusals: readonly Refusal[];
  /** The alert documents that stand at the end. */
  readonly alerts: readonly Alert[];
}

/** The day, through the real handlers. */
export async function playDay(played: Setup = setup): Promise<Day> {
  const refusals: Refusal[] = [];
  const { messages, alerts } = await play(arrivals, played, {
    until: dayOver,
    answer(medium, cid, at) {
      if (!medium.startsWith('slack') || at < outage.from || at >= outage.to) return undefined;
      refusals.push({ at, medium, cid });
      return { outcome: 'failed', retryable: true, why: 'Slack answers 503' };
    },
  });
  return { messages, refusals, alerts };
}

export interface Judged extends Said {
  readonly reason: Reason | undefined;
  readonly isRepetition: boolean;
}

/** Every word, with what its reader knew. */
export function judged(
  { messages, refusals }: Pick<Day, 'messages' | 'refusals'>,
  { media, pace }: Setup,
): readonly Judged[] {
  const last = new Map<string, Message>();
  const firing = new Map<string, Millis>();
  return messages.map((message): Judged => {
    const { at, medium: id, alert } = message;
    const cid = alert.conversation;
    const before = last.get(`${id} ${cid}`);
    last.set(`${id} ${cid}`, message);
    const since = firing.get(cid) ?? (alert.status === 'firing' ? at : Number.POSITIVE_INFINITY);
    firing.set(cid, since);
    const said: Said = {
      message,
      before,
      medium: mediumOf(media, id),
      isKept: refusals.some(
        (each) => each.medium === id && each.cid === cid && each.at > (before?.at ?? 0) && each.at < at,
      ),
      isKnownElsewhere: since < at,
    };
    return { ...said, reason: reasonOf(said, pace), isRepetition: isRepetition(said, pace) };
  });
}

function mediumOf(media: readonly Medium[], id: string): Medium {
  const medium = media.find((each) => each.id === id);
  if (!medium) throw new Error(`no medium is called ${id}`);
  return medium;
}

/** How many messages were posted, edited and sent as letters, by medium. */
export const countsOf = (messages: readonly Message[], { media }: Setup) =>
  Object.fromEntries(
    media.map(({ id, manner }) => {
      const own = messages.filter(({ medium }) => medium === id);
      const edits = own.filter(({ edited }) => edited).length;
      return [id, manner === 'living' ? { posts: own.length - edits, edits } : { letters: own.length }];
    }),
  );
