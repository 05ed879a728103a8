import type { Checked, Conversation } from '#lib/model/conversation.ts';
import type { Millis } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { tooMany, usualOn } from './accept.ts';
import { continued, nothing, opened, partOf } from './become.ts';
import { checkedAs, isTelling, remembered, ripe, withWord } from './checked.ts';
import { withCheck, withDue } from './due.ts';
import { type Entries, entriesOf } from './ledger.ts';
import { revised } from './phase.ts';
import { endOf } from './quiet.ts';
import { acceptedIn, type Window } from './reading.ts';
import { checksWanted } from './recheck.ts';
import type { Situation } from './situation.ts';
import { type Send, tell } from './tell.ts';
import { touches } from './windows.ts';

/** An alert document to be written. Without an incident the verdict stays as it stands in the document before. */
export interface Revision {
  readonly conversation: Conversation;
  readonly incident: IncidentVerdict | undefined;
}

export interface Turn {
  /** Everything that is being said about the scope, oldest first. */
  readonly conversations: readonly Conversation[];
  readonly alerts: readonly Revision[];
  readonly sends: readonly Send[];
  readonly history: readonly Entries[];
  /** The checks that need not be counted again, oldest first. */
  readonly checked: readonly Checked[];
  /** When somebody must look again though nothing came; undefined: never. */
  readonly lookAgain: Millis | undefined;
  /** The windows that were dealt with; the others are for a later turn. */
  readonly handled: readonly Window[];
}

/** From what is being said about a scope and what was judged anew: what to say next. Nothing here looks at a clock. */
export function next(held: readonly Conversation[], windows: readonly Window[], situation: Situation): Turn {
  const { now, pace, most, known } = situation;
  const usual = usualOn(now, known.accepted, known.past);
  const waits = usual === undefined ? {} : { waits: { most: tooMany * usual } };
  const media = situation.media.map((medium) => ({ ...medium, ...waits }));
  const was = new Map(held.map((each) => [each.cid, each]));
  const byId = new Map(held.map((conversation) => [conversation.cid, conversation]));
  const moved = new Set<string>();
  const alerts: Revision[] = [];
  const sends: Send[] = [];
  const handled: Window[] = [];

  const settle = (
    before: Conversation | undefined,
    after: Conversation,
    incident?: IncidentVerdict,
  ): void => {
    const told = tell(after, media, pace, now);
    const conversation = withDue(told.conversation, { ...situation, media });
    byId.set(conversation.cid, conversation);
    moved.add(conversation.cid);
    sends.push(...told.sends);
    if (conversation.revision !== before?.revision) alerts.push({ conversation, incident });
  };

  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    const concerned = [...byId.values()].filter((each) => isIn(each, window, pace.gap)).sort(byAge);
    if (concerned.length === 0 && window.incidents.length === 0) {
      handled.push(window);
      continue;
    }
    if (moved.size >= most) break;
    const newest = window.incidents[window.incidents.length - 1];
    const accepted = newest ? acceptedIn(newest, window, byId.values(), known) : [];
    const [survivor, ...others] = concerned.slice(0, most - moved.size);
    if (!survivor) {
      settle(undefined, opened(window, accepted, byId, situation), newest);
      handled.push(window);
      continue;
    }
    const after = continued(survivor, others, window, accepted, situation);
    settle(
      survivor,
      after,
      newest ?? (after.news.kind === 'not-one' ? nothing(after, situation.scope) : undefined),
    );
    for (const other of others) settle(other, partOf(other, survivor.cid), newest);
    if (1 + others.length === concerned.length) handled.push(window);
  }

  const due = [...byId.values()]
    .filter(({ cid, due: at }) => at !== undefined && at <= now && !moved.has(cid))
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))
    .slice(0, Math.max(0, most - moved.size));
  for (const conversation of due) settle(conversation, revised(conversation, conversation, false, situation));

  const checked = [...known.checked];
  const wanted = () => checksWanted([...byId.values()], known.changes, checked, pace);
  for (const check of ripe(wanted(), situation)) {
    const teller = byId.get(check.cid);
    if (!teller) continue;
    // One word a turn: what else there is to say goes first.
    const isFree = teller.revision === was.get(teller.cid)?.revision;
    if (isTelling(check) && !(isFree && (moved.has(teller.cid) || moved.size < most))) continue;
    if (isTelling(check)) settle(teller, withWord(teller, check));
    checked.push(checkedAs(check));
  }

  const isLeft = wanted();
  const conversations = [...byId.values()]
    .filter((each) => !isForgotten(each, situation))
    .map((each) => withCheck(each, isLeft, situation))
    .sort(byAge);
  const dues = conversations.flatMap(({ due: at }) => (at === undefined ? [] : [at]));
  const history = [...moved].flatMap((cid) => {
    const after = byId.get(cid);
    return after ? [entriesOf(was.get(cid), after, situation.forgetBefore)] : [];
  });
  const lookAgain = dues.sort((a, b) => a - b)[0];
  return {
    conversations,
    alerts,
    sends,
    history,
    checked: remembered(checked, conversations, now),
    lookAgain,
    handled,
  };
}

const byAge = (a: Conversation, b: Conversation): number =>
  a.openedAt - b.openedAt || (a.cid < b.cid ? -1 : 1);

/** Two sessions are only ever this near to each other when one was cut: then the conversation goes on. */
const isIn = (conversation: Conversation, window: Window, gap: Millis): boolean =>
  conversation.phase.is !== 'merged' && conversation.spans.some((span) => touches(span, window, gap));

const isForgotten = ({ phase, spans }: Conversation, { forgetBefore }: Situation): boolean =>
  (phase.is === 'resolved' || phase.is === 'merged') && endOf(spans) < forgetBefore;
