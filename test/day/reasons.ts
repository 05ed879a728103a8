import type { Alert } from '#lib/model/alert.ts';
import type { Medium, Pace } from '#lib/model/conversation.ts';
import type { Message } from '#test/functions/theatre.ts';

/** Why a word may be said: the rows of the table of phases, and what they say. */
export const rows = {
  'first close': 'a living message is posted at the first judged close',
  evidence: 'evidence came: from here on letters are sent too',
  'goes on': 'no evidence came in 20 s, and letters wait no longer',
  'enough closes': 'the closes became as many as this medium is to hear of',
  'learnt late': 'it was over when its lines came',
  'it was': 'it came and went while the medium was down',
  'verdict changed': 'the set of causes, with how sure they are, changed while it went on',
  count: 'only the count changed: a living message is edited every 5 min',
  'more evidence': 'the same verdict rests on more: edited as for a count',
  still: 'no letter for 4 h, and closes went on',
  quiet: 'quiet for so long that it is over, and no source is blind',
  again: 'a late close shows that it went on',
  'late evidence': 'late lines changed the verdict of what is over',
  'fix checked': 'it can be told whether a change helped',
  'part of another': 'it is one with an older conversation',
  'was not one': 'no premature close is left',
} as const;

export type Reason = keyof typeof rows;

/** A word, what this medium said before of the same conversation, and what it could not say in between. */
export interface Said {
  readonly message: Message;
  readonly before: Message | undefined;
  readonly medium: Medium;
  /** The medium refused to say what came in between. */
  readonly isKept: boolean;
  /** Another medium had told before that it goes on. */
  readonly isKnownElsewhere: boolean;
}

/** The set of (cause, confidence), which is what a letter is sent for; not how many closes. */
export function judgement({ incident: { findings, closes } }: Alert): string {
  if (closes === 0) return 'not one';
  return (
    findings
      .map(({ cause, confidence }) => `${cause} ${confidence}`)
      .sort()
      .join(', ') || 'unexplained'
  );
}

/**
 * The row by which a word was due, from what its reader saw and nothing else: the engine's own reasons are not asked.
 * Undefined: nothing accounts for it.
 */
export function reasonOf(said: Said, pace: Pace): Reason | undefined {
  const { message, before, medium } = said;
  const { at, alert } = message;
  const { status, news = '' } = alert;
  if (!before) return firstReason(said);
  const known = before.alert;
  if (alert.partOf !== known.partOf) return 'part of another';
  if (alert.incident.closes === 0 && known.incident.closes > 0) return 'was not one';
  if (known.status !== status) return phaseReason(known.status, alert);
  if (judgement(alert) !== judgement(known)) {
    if (status !== 'resolved') return 'verdict changed';
    const over = Date.parse(alert.incident.end ?? '') + pace.gap + pace.lateness;
    return medium.manner === 'living' || at <= over + pace.amend ? 'late evidence' : undefined;
  }
  if (
    news !== known.news &&
    / in the .+ after the .+ (?:deploy|reload)\b.*, \d+ in the day before/.test(news)
  )
    return 'fix checked';
  const wait = at - before.at;
  if (medium.manner === 'letters')
    return news.startsWith('still: ') && status === 'firing' && wait >= pace.repeat ? 'still' : undefined;
  if (wait < pace.recount) return undefined;
  if (alert.incident.closes !== known.incident.closes) return 'count';
  if (JSON.stringify(alert.incident) === JSON.stringify(known.incident)) return undefined;
  return status === 'resolved' ? 'late evidence' : 'more evidence';
}

function firstReason({ message, medium, isKept, isKnownElsewhere }: Said): Reason | undefined {
  const { status, news = '', partOf, incident } = message.alert;
  const isEnough =
    incident.closes >= medium.minCloses ||
    incident.findings.some(({ family, confidence }) => family === 'exited' && confidence === 'confirmed');
  if (partOf !== undefined || !isEnough) return undefined;
  switch (status) {
    case 'provisional':
      return medium.manner === 'living' ? 'first close' : undefined;
    case 'firing':
      if (!isKept && isKnownElsewhere) return medium.minCloses > 1 ? 'enough closes' : undefined;
      return begins(news);
    case 'resolved':
      if (news.startsWith('happened ')) return 'learnt late';
      return isKept ? 'it was' : undefined;
  }
}

function phaseReason(was: Alert['status'], { status, news = '' }: Alert): Reason | undefined {
  switch (status) {
    case 'provisional':
      return undefined;
    case 'firing':
      return was === 'resolved' ? 'again' : begins(news);
    case 'resolved':
      return 'quiet';
  }
}

const begins = (news: string): Reason | undefined => {
  if (news === '' || news === 'evidence has come') return 'evidence';
  return news.startsWith('it goes on') ? 'goes on' : undefined;
};

/** Whether a reader knows all that a word says: nothing that counts for its medium is another than in the word before. */
export function isRepetition({ message, before, medium }: Said, pace: Pace): boolean {
  if (!before) return false;
  const essence = ({ status, partOf, news }: Alert) => [status, partOf, news].join('\n');
  const isCountDue = medium.manner === 'living' && message.at - before.at >= pace.recount;
  const counted = ({ incident }: Alert) => (isCountDue ? JSON.stringify(incident) : '');
  return [essence, judgement, counted].every((part) => part(message.alert) === part(before.alert));
}
