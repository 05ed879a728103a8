import type {
  Acceptance,
  Check,
  Conversation,
  Medium,
  News,
  Pace,
  Phase,
  Span,
} from '#lib/model/conversation.ts';
import { hash64 } from '#lib/model/hash.ts';
import { eventTime, type Millis, minute } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { earlierOf } from './accept.ts';
import { bareVerdict } from './bare.ts';
import { summed } from './counts.ts';
import { type Entries, entriesOf, ledgerFrom } from './ledger.ts';
import { acceptedIn, type Known, readingOf, spanOf, type Window } from './reading.ts';
import { checkDue } from './recheck.ts';
import { closesOf, type Send, tell, toRepeat, wantedAt } from './tell.ts';
import { touches } from './windows.ts';

export interface Situation {
  readonly scope: string;
  readonly now: Millis;
  /** Sources that are known to have lost lines: while there are any, silence is not health. */
  readonly blind: readonly string[];
  readonly pace: Pace;
  readonly media: readonly Medium[];
  /** How many conversations may change in one turn. */
  readonly most: number;
  /** What ended before this, in event time, is forgotten: no line that could touch it is accepted any more. */
  readonly forgetBefore: Millis;
  readonly known: Known;
}

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
  /** When somebody must look again though nothing came; undefined: never. */
  readonly lookAgain: Millis | undefined;
  /** The windows that were dealt with; the others are for a later turn. */
  readonly handled: readonly Window[];
}

/** While a source is blind, this often it is asked whether it still is. */
const blindWait: Millis = minute;

/** From what is being said about a scope and what was judged anew: what to say next. Nothing here looks at a clock. */
export function next(held: readonly Conversation[], windows: readonly Window[], situation: Situation): Turn {
  const { now, pace, most, known } = situation;
  const mayBeAccepted = known.past.some((past) =>
    known.accepted.some((each) => each.fingerprint === past.fingerprint),
  );
  const media = situation.media.map((medium) => (mayBeAccepted ? { ...medium, waits: true } : medium));
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

  const conversations = [...byId.values()]
    .filter((each) => !isForgotten(each, situation))
    .map((each) => (moved.has(each.cid) ? each : withCheck(each, situation)))
    .sort(byAge);
  const dues = conversations.flatMap(({ due: at }) => (at === undefined ? [] : [at]));
  const was = new Map(held.map((each) => [each.cid, each]));
  const history = [...moved].flatMap((cid) => {
    const after = byId.get(cid);
    return after ? [entriesOf(was.get(cid), after, situation.forgetBefore)] : [];
  });
  return { conversations, alerts, sends, history, lookAgain: dues.sort((a, b) => a - b)[0], handled };
}

const byAge = (a: Conversation, b: Conversation): number =>
  a.openedAt - b.openedAt || (a.cid < b.cid ? -1 : 1);

/** Two sessions are only ever this near to each other when one was cut: then the conversation goes on. */
const isIn = (conversation: Conversation, window: Window, gap: Millis): boolean =>
  conversation.phase.is !== 'merged' && conversation.spans.some((span) => touches(span, window, gap));

const isForgotten = ({ phase, spans }: Conversation, { forgetBefore }: Situation): boolean =>
  (phase.is === 'resolved' || phase.is === 'merged') && endOf(spans) < forgetBefore;

const endOf = (spans: readonly Span[]): number => spans[spans.length - 1]?.to ?? Number.NEGATIVE_INFINITY;

/** From then on a conversation has been quiet for so long that even a late line would have come. */
const quietFrom = (spans: readonly Span[], { gap, lateness }: Pace): Millis => endOf(spans) + gap + lateness;

function opened(
  window: Window,
  accepted: readonly Acceptance[],
  taken: ReadonlyMap<string, unknown>,
  { scope, now, pace, known }: Situation,
): Conversation {
  const incident = window.incidents[window.incidents.length - 1];
  if (!incident) throw new Error('a conversation is opened by an incident');
  const spans = window.incidents.map(spanOf);
  let cid = hash64(`${scope}\n${spans[0]?.from}`);
  // Sessions never split, but a new release may read old lines differently: two conversations must not share a key.
  while (taken.has(cid)) cid = hash64(cid);
  const reading = readingOf(incident, accepted);
  const earlier = earlierOf(reading.leading, cid, spans[0]?.from ?? 0, known.past);
  const late = now >= quietFrom(spans, pace);
  const phase: Phase = late
    ? { is: 'resolved', at: now }
    : reading.evident
      ? { is: 'firing', since: now }
      : { is: 'provisional' };
  const news: News = late ? { kind: 'learnt-late', at: now } : { kind: 'opened' };
  const nothing = { earlier: 0, settled: [], told: {} };
  return { cid, openedAt: now, phase, spans, ...nothing, revision: 1, ...reading, ...earlier, news };
}

/** The oldest conversation of a window takes in what was found there, and the others with it. */
function continued(
  survivor: Conversation,
  others: readonly Conversation[],
  window: Window,
  accepted: readonly Acceptance[],
  situation: Situation,
): Conversation {
  const family = [survivor, ...others];
  const outside = family.flatMap(({ spans }) => spans.filter((span) => !touches(span, window)));
  const all = [...outside, ...window.incidents.map(spanOf)].sort((a, b) => a.from - b.from);
  if (all.length === 0) return notOne(survivor, situation);
  const spans = all.filter(({ to }, index) => to >= situation.forgetBefore || index === all.length - 1);
  const counted = (list: readonly Span[]) => closesOf({ spans: list, earlier: 0 });
  const earlier = family.reduce((sum, each) => sum + each.earlier, counted(all) - counted(spans));
  // A day that a dropped span shares with one that is kept is not over for the history.
  const settled = summed([
    ...family.flatMap((each) => each.settled),
    ...all.filter((span) => !spans.includes(span)).flatMap(({ counts: some }) => some),
  ]).filter(({ day }) => day >= ledgerFrom(situation.forgetBefore));
  const newest = window.incidents[window.incidents.length - 1];
  const reading = newest ? readingOf(newest, accepted) : {};
  const told = { ...survivor, spans, earlier, settled, ...reading };
  const after = told.leading === survivor.leading ? told : seenBefore(told, situation);
  const more = closesOf(after) > closesOf(survivor) || endOf(spans) > endOf(survivor.spans);
  return revised(
    survivor,
    after,
    more,
    situation,
    others.length > 0 ? { kind: 'joined', cids: others.map(({ cid }) => cid) } : undefined,
  );
}

/** Another fingerprint was seen at other times. */
function seenBefore({ before: _other, ...rest }: Conversation, { known }: Situation): Conversation {
  return { ...rest, ...earlierOf(rest.leading, rest.cid, rest.spans[0]?.from ?? 0, known.past) };
}

/** Takes the step in phase that is due, and counts a revision when there is anything to say. */
function revised(
  before: Conversation,
  after: Conversation,
  more: boolean,
  situation: Situation,
  joined?: News,
): Conversation {
  const step = phaseAfter(after, more, situation);
  const phase = step?.phase ?? after.phase;
  const again = toRepeat({ ...after, phase }, situation.media, situation.pace, situation.now);
  const check = step || joined ? undefined : checkNow(after, situation);
  const news: News | undefined =
    step?.news ??
    joined ??
    (check && { kind: 'checked', check }) ??
    (after.judgement === before.judgement
      ? again && { kind: 'still', ...again }
      : { kind: 'amended', was: before.judgement, is: after.judgement });
  const silence = news ?? silenceOf(before, after, more, situation);
  if (silence === undefined && after.verdict === before.verdict) return { ...after, phase };
  const checked = check ? { checked: check.change.to } : {};
  return { ...after, phase, ...checked, news: silence ?? before.news, revision: before.revision + 1 };
}

/** What a change came to, once, when it is time to say so. */
function checkNow(conversation: Conversation, { now, pace, known, blind }: Situation): Check | undefined {
  const due = checkDue(conversation, known.changes, pace);
  if (!due || due.at > now || blind.length > 0) return undefined;
  return known.checks.find(({ cid, change }) => cid === conversation.cid && change.to === due.change.to);
}

/** Whoever expects the end hears once why it is not called; and what was said of silence is over when it is broken. */
function silenceOf(
  { news }: Conversation,
  { phase, spans }: Conversation,
  more: boolean,
  { now, pace, blind }: Situation,
): News | undefined {
  const isOpen = phase.is === 'provisional' || phase.is === 'firing';
  if (isOpen && blind.length > 0 && now >= quietFrom(spans, pace))
    return news.kind === 'blind' && news.sources.join() === blind.join()
      ? undefined
      : { kind: 'blind', sources: blind };
  return news.kind === 'blind' && more ? { kind: 'again' } : undefined;
}

/** The step that time, evidence or a late close makes a conversation take; undefined: it stays as it is. */
function phaseAfter(
  { phase, spans, openedAt, evident }: Conversation,
  more: boolean,
  { now, pace, blind }: Situation,
): { readonly phase: Phase; readonly news: News } | undefined {
  const isQuiet = now >= quietFrom(spans, pace);
  switch (phase.is) {
    case 'provisional':
    case 'firing':
      if (isQuiet && blind.length === 0)
        return {
          phase: { is: 'resolved', at: now },
          news: { kind: 'resolved', quietSince: eventTime(endOf(spans)) },
        };
      if (phase.is === 'firing' || (!evident && now < openedAt + pace.provisional)) return undefined;
      return {
        phase: { is: 'firing', since: now },
        news: { kind: 'firing', because: evident ? 'evidence' : 'time' },
      };
    case 'resolved':
      return more && !isQuiet ? { phase: { is: 'firing', since: now }, news: { kind: 'again' } } : undefined;
    case 'merged':
      return undefined;
  }
}

/** Every line of it turned out to be something else. It keeps its place in time: its symptoms are still there. */
function notOne(conversation: Conversation, { scope, now }: Situation): Conversation {
  const after: Conversation = {
    ...conversation,
    ...readingOf(nothing(conversation, scope), []),
    spans: conversation.spans.map((span) => ({ ...span, closes: 0, counts: [] })),
    earlier: 0,
    settled: [],
    phase: conversation.phase.is === 'resolved' ? conversation.phase : { is: 'resolved', at: now },
    news: { kind: 'not-one' },
  };
  return after.verdict === conversation.verdict ? after : { ...after, revision: conversation.revision + 1 };
}

function nothing({ spans }: Conversation, scope: string): IncidentVerdict {
  const from = spans[0]?.from ?? 0;
  const [start, end] = [new Date(from).toISOString(), new Date(endOf(spans)).toISOString()];
  return bareVerdict({ id: hash64(`${scope}\n${from}`), service: scope, start, end });
}

const partOf = (loser: Conversation, cid: string): Conversation => ({
  ...loser,
  phase: { is: 'merged', into: cid },
  news: { kind: 'part-of', cid },
  revision: loser.revision + 1,
});

/** A change that came after everything else was said of a conversation is no line of it, and yet must be measured. */
function withCheck(conversation: Conversation, { now, pace, blind, known }: Situation): Conversation {
  const check = checkDue(conversation, known.changes, pace);
  if (!check) return conversation;
  const at = blind.length > 0 ? Math.max(now + blindWait, check.at) : check.at;
  return conversation.due !== undefined && conversation.due <= at
    ? conversation
    : { ...conversation, due: at };
}

function withDue(
  { due: _past, ...conversation }: Conversation,
  { now, pace, media, blind, known }: Situation,
): Conversation {
  const { phase, spans, openedAt } = conversation;
  const quiet = blind.length > 0 ? Math.max(now + blindWait, quietFrom(spans, pace)) : quietFrom(spans, pace);
  const steps = {
    provisional: [openedAt + pace.provisional, quiet],
    firing: [quiet],
    resolved: [],
    merged: [],
  }[phase.is];
  const wanted = media.flatMap((medium) => wantedAt(conversation, medium, pace, now) ?? []);
  const check = checkDue(conversation, known.changes, pace);
  const checks = check ? [blind.length > 0 ? Math.max(now + blindWait, check.at) : check.at] : [];
  const [due] = [...steps, ...wanted, ...checks].sort((a, b) => a - b);
  return due === undefined ? conversation : { ...conversation, due };
}
