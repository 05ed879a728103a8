import type { Conversation, Medium, Pace } from '#lib/model/conversation.ts';
import type { Millis } from '#lib/model/time.ts';

/** A word that one medium owes its readers. */
export interface Send {
  readonly cid: string;
  readonly medium: string;
  readonly revision: number;
}

export const closesOf = ({ spans, earlier }: Pick<Conversation, 'spans' | 'earlier'>): number =>
  spans.reduce((sum, { closes }) => sum + closes, earlier);

/** When a medium wants to hear of a conversation as it now stands; undefined: not before something else happens. */
export function wantedAt(
  conversation: Conversation,
  medium: Medium,
  pace: Pace,
  now: Millis,
): Millis | undefined {
  const { phase, judgement, revision, confirmedExit } = conversation;
  const told = conversation.told[medium.id];
  const closes = closesOf(conversation);
  const amendable = phase.is !== 'resolved' || now < phase.at + pace.amend;
  if (phase.is === 'merged') return told && told.phase !== 'merged' ? now : undefined;
  if (!told) {
    if (closes < medium.minCloses && !confirmedExit) return undefined;
    if (medium.manner === 'living') return now;
    return phase.is !== 'provisional' && amendable ? now : undefined;
  }
  const changed = told.phase !== phase.is || told.judgement !== judgement;
  if (medium.manner === 'living') {
    if (told.revision === revision) return undefined;
    return changed ? now : Math.max(now, told.at + pace.recount);
  }
  if (changed) return told.phase !== phase.is || amendable ? now : undefined;
  return phase.is === 'firing' && closes > told.closes ? Math.max(now, told.at + pace.repeat) : undefined;
}

/** How many closes came since a letter that is now to be repeated; undefined when none is. */
export function toRepeat(conversation: Conversation, media: readonly Medium[], pace: Pace, now: Millis) {
  const { phase, judgement, told } = conversation;
  const closes = closesOf(conversation);
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
  const { cid, revision, phase, judgement } = conversation;
  const word = { at: now, revision, phase: phase.is, judgement, closes: closesOf(conversation) };
  return {
    conversation: {
      ...conversation,
      told: { ...conversation.told, ...Object.fromEntries(wanting.map(({ id }) => [id, word])) },
    },
    sends: wanting.map(({ id }): Send => ({ cid, medium: id, revision })),
  };
}
