import type { Acceptance, Conversation, News, Phase, Span } from '#lib/model/conversation.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { earlierOf } from './accept.ts';
import { bareVerdict } from './bare.ts';
import { isOne } from './changes.ts';
import { backOf } from './checked.ts';
import { summed } from './counts.ts';
import { ledgerFrom } from './ledger.ts';
import { revised } from './phase.ts';
import { endOf, quietFrom } from './quiet.ts';
import { readingOf, spanOf, type Window } from './reading.ts';
import type { Situation } from './situation.ts';
import { closesOf } from './tell.ts';
import { touches } from './windows.ts';

/** A window with incidents that no conversation is about opens one. */
export function opened(
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
  const one = { cid, openedAt: now, phase, spans, ...nothing, revision: 1, ...reading, ...earlier, news };
  const back = backOf(one, known.checked);
  return back ? { ...one, back } : one;
}

/** The oldest conversation of a window takes in what was found there, and the others with it. */
export function continued(
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
  const after = withBack(
    told.leading === survivor.leading ? told : seenBefore(told, situation),
    family,
    situation,
  );
  const isBack = after.checked !== survivor.checked;
  const more = closesOf(after) > closesOf(survivor) || endOf(spans) > endOf(survivor.spans);
  return revised(
    survivor,
    after,
    more,
    situation,
    others.length > 0
      ? { kind: 'joined', cids: others.map(({ cid }) => cid) }
      : isBack
        ? { kind: 'back' }
        : undefined,
  );
}

/** Who was told that they are gone must hear that they are not; to others it is a note. */
function withBack(
  { back: _was, ...after }: Conversation,
  family: readonly Conversation[],
  { known }: Situation,
): Conversation {
  const kept = family.find(({ back, leading }) => back && leading === after.leading)?.back;
  const back = backOf(after, known.checked) ?? kept;
  if (back === undefined) return after;
  const isNew = kept === undefined || !isOne(kept.change, back.change);
  const isTold = known.checked.some(
    ({ cid, isEnd, change }) => isEnd && cid === after.cid && isOne(change, back.change),
  );
  return { ...after, back, ...(isNew && isTold ? { checked: back.at } : {}) };
}

/** Another fingerprint was seen at other times. */
function seenBefore({ before: _other, ...rest }: Conversation, { known }: Situation): Conversation {
  return { ...rest, ...earlierOf(rest.leading, rest.cid, rest.spans[0]?.from ?? 0, known.past) };
}

/** Every line of it turned out to be something else. It keeps its place in time: its symptoms are still there. */
function notOne({ back: _back, ...conversation }: Conversation, { scope, now }: Situation): Conversation {
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

export function nothing({ spans }: Conversation, scope: string): IncidentVerdict {
  const from = spans[0]?.from ?? 0;
  const [start, end] = [new Date(from).toISOString(), new Date(endOf(spans)).toISOString()];
  return bareVerdict({ id: hash64(`${scope}\n${from}`), service: scope, start, end });
}

/** What the reader of a conversation that was taken in by an older one is told last. */
export const partOf = (loser: Conversation, cid: string): Conversation => ({
  ...loser,
  phase: { is: 'merged', into: cid },
  news: { kind: 'part-of', cid },
  revision: loser.revision + 1,
});
