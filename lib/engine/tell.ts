import type { Conversation, Medium, Pace, Told } from '#lib/model/conversation.ts';
import type { Millis } from '#lib/model/time.ts';
import { withheldOf } from './accept.ts';

/** A word that one medium owes its readers. */
export interface Send {
  readonly cid: string;
  readonly medium: string;
  readonly revision: number;
}

/** The judgement where everything that was found is accepted. */
export const allAccepted = 'accepted';
/** The judgement where no close is left. */
export const noneFound = 'not one';

export const closesOf = ({ spans, earlier }: Pick<Conversation, 'spans' | 'earlier'>): number =>
  spans.reduce((sum, { closes }) => sum + closes, earlier);

/** The closes that people should hear of: all but what is withheld as accepted. */
function tellable(conversation: Conversation): number {
  const withheld = withheldOf(conversation.accepted);
  if (withheld.size === 0) return closesOf(conversation);
  const counts = [...conversation.settled, ...conversation.spans.flatMap((span) => span.counts)];
  return counts.reduce(
    (sum, { fingerprint, closes }) => sum - (withheld.has(fingerprint) ? closes : 0),
    closesOf(conversation),
  );
}

/** When a medium wants to hear of a conversation as it now stands; undefined: not before something else happens. */
export function wantedAt(
  conversation: Conversation,
  medium: Medium,
  pace: Pace,
  now: Millis,
): Millis | undefined {
  const { phase, judgement, revision, confirmedExit, news, evident, openedAt } = conversation;
  const told = conversation.told[medium.id];
  const closes = tellable(conversation);
  const amendable = phase.is !== 'resolved' || now < phase.at + pace.amend;
  // Once that was said, it is told of in the digest alone.
  const isSaid = judgement === allAccepted && told?.judgement === allAccepted;
  const isEnd = phase.is === 'resolved' || phase.is === 'merged';
  if (medium.manner === 'letters' && isSaid && !(medium.holds && isEnd)) return undefined;
  if (phase.is === 'merged') return told && told.phase !== 'merged' ? now : undefined;
  if (!told) {
    if (judgement === allAccepted) return undefined;
    if (closes < medium.minCloses && !confirmedExit) return undefined;
    const mayBeAccepted = medium.waits !== undefined && !evident && closes <= medium.waits.most;
    const from = mayBeAccepted ? Math.max(now, openedAt + Math.max(pace.lateness, pace.provisional)) : now;
    if (medium.manner === 'living') return from;
    return phase.is !== 'provisional' && amendable ? from : undefined;
  }
  const isChecked = told.checked !== conversation.checked;
  const changed = told.phase !== phase.is || told.judgement !== judgement || isChecked;
  if (medium.manner === 'living') {
    if (told.revision === revision) return undefined;
    // That it still goes on is news to those who get letters; a living message showed each close as it came.
    if (!changed && news.kind === 'still' && told.verdict === conversation.verdict) return undefined;
    return changed ? now : Math.max(now, told.at + pace.recount);
  }
  if (news.kind === 'blind' && !told.blind) return now;
  if (changed) return told.phase !== phase.is || isChecked || amendable ? now : undefined;
  return phase.is === 'firing' && closes > told.closes ? Math.max(now, told.at + pace.repeat) : undefined;
}

/** How many closes came since a letter that is now to be repeated; undefined when none is. */
export function toRepeat(conversation: Conversation, media: readonly Medium[], pace: Pace, now: Millis) {
  const { phase, judgement, told } = conversation;
  const closes = tellable(conversation);
  return media
    .filter(({ manner }) => manner === 'letters')
    .flatMap(({ id }) => told[id] ?? [])
    .filter((last) => phase.is === 'firing' && last.phase === 'firing' && last.judgement === judgement)
    .filter((last) => closes > last.closes && now >= last.at + pace.repeat)
    .map((last) => ({ closes: closes - last.closes, since: last.at }))[0];
}

/** Hands the latest revision to every medium that wants it now. */
export function tell(conversation: Conversation, media: readonly Medium[], pace: Pace, now: Millis) {
  const wanting = media.filter((medium) => (wantedAt(conversation, medium, pace, now) ?? Infinity) <= now);
  const { cid, revision, phase, judgement, verdict, checked, news } = conversation;
  const word = {
    at: now,
    revision,
    phase: phase.is,
    judgement,
    closes: tellable(conversation),
    verdict,
    ...(checked === undefined ? {} : { checked }),
  };
  return {
    conversation: {
      ...conversation,
      told: {
        ...conversation.told,
        ...Object.fromEntries(
          wanting.map(({ id }): [string, Told] => {
            const isBlind = news.kind === 'blind' || (phase.is === 'firing' && conversation.told[id]?.blind);
            return [id, isBlind ? { ...word, blind: true } : word];
          }),
        ),
      },
    },
    sends: wanting.map(({ id }): Send => ({ cid, medium: id, revision })),
  };
}
