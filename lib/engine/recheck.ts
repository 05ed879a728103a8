import type { Change, Check, Checked, Conversation, Pace, Span } from '#lib/model/conversation.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { day, type EventTime, hour, type Millis, minute } from '#lib/model/time.ts';
import { isOne, longestRollout, thatMayMend } from './changes.ts';
import { grouped } from './group.ts';
import { endOf } from './quiet.ts';
import { touches } from './windows.ts';

/** What a change replaces may still close for so long. */
export const settling: Millis = minute;
/** A change later than this after the last close has nothing to do with its end. */
const longestAfter: Millis = 12 * hour;
const shortestWait: Millis = hour;
/** Closes whose absence tells something only after a longer time are too rare to tell. */
const longestWait: Millis = day;
/** Of fewer, absence tells nothing. */
export const fewest = 3;
/** Came they at random, so many times the time between two of them would pass without any in one case of twenty. */
const certain = 3;

/** A change that the closes of a fingerprint are to be counted around, when, and who tells of it. */
export interface Wanted extends Pick<Check, 'cid' | 'fingerprint' | 'change' | 'quietFor'> {
  readonly at: Millis;
}

/** For each fingerprint that leads conversations the change to measure them by, where one is and was not told of. */
export function checksWanted(
  conversations: readonly Conversation[],
  changes: readonly Change[],
  checked: readonly Checked[],
  pace: Pace,
): readonly Wanted[] {
  const alive = conversations.filter(({ phase, spans }) => phase.is !== 'merged' && spans.length > 0);
  return [...grouped(alive, ({ leading }) => leading)].flatMap(([fingerprint, family]) =>
    fingerprint === undefined
      ? []
      : (wantedOf(fingerprint, family, thatMayMend(changes), checked, pace) ?? []),
  );
}

/** The first change that the last close does not outlive, else the last one that closes went on after. */
function wantedOf(
  fingerprint: string,
  family: NonEmpty<Conversation>,
  changes: readonly Change[],
  checked: readonly Checked[],
  { gap, lateness }: Pace,
): Wanted | undefined {
  const [teller] = family
    .filter(({ told }) => Object.keys(told).length > 0)
    .sort((a, b) => endOf(b.spans) - endOf(a.spans) || b.openedAt - a.openedAt);
  const spans = family.flatMap((each) => each.spans).sort((a, b) => a.from - b.from);
  const [start, end] = [spans[0]?.from ?? 0, Math.max(...spans.map(({ to }) => to))];
  const later = changes.filter(
    (each) =>
      each.from > start && each.to <= end + longestAfter && !maySetOff(each, fingerprint, family, spans, gap),
  );
  const change = later.find(({ to }) => to + settling >= end) ?? later[later.length - 1];
  if (!teller || !change) return undefined;
  const { cid } = teller;
  const isTold = (each: Checked) =>
    (each.fingerprint === fingerprint || each.cid === cid) && isOne(each.change, change);
  if (checked.some(isTold)) return undefined;
  const before = spans.filter(({ from, to }) => from < change.from && to > change.to - day);
  const wait = Math.max(shortestWait, gap, certain * apart(fingerprint, before));
  if (wait > longestWait) return undefined;
  const over = change.stage === 'begun' ? change.from + longestRollout : Number.NEGATIVE_INFINITY;
  const quietFor = quietBefore(change, spans);
  return {
    cid,
    fingerprint,
    change,
    ...(quietFor > gap ? { quietFor } : {}),
    at: Math.max(change.to + settling + wait + lateness, over),
  };
}

/** The time between two closes, as it was in the day before: on average, and from one session to the next. */
function apart(fingerprint: string, spans: readonly Span[]): Millis {
  const own = spans.filter(({ counts }) => counts.some((each) => each.fingerprint === fingerprint));
  const closes = own
    .flatMap(({ counts }) => counts)
    .reduce((sum, each) => sum + (each.fingerprint === fingerprint ? each.closes : 0), 0);
  if (closes < fewest) return Number.POSITIVE_INFINITY;
  return own.reduce(
    (most, { from }, index) => Math.max(most, from - (own[index - 1]?.to ?? from)),
    day / closes,
  );
}

/** How long there had been no close when a change began. */
const quietBefore = ({ from }: Change, spans: readonly Span[]): Millis =>
  from - Math.max(...spans.flatMap((span) => (span.from < from ? [span.to] : [])));

/** What set closes off, or is itself their cause, did not mend them and is not to blame that it did not. */
function maySetOff(
  change: Change,
  fingerprint: string,
  family: readonly Conversation[],
  spans: readonly Span[],
  gap: Millis,
): boolean {
  const beginsWithIt = spans.some(({ from }) => from >= change.from && from <= change.to + settling);
  if (beginsWithIt && quietBefore(change, spans) > gap) return true;
  if (family.some(({ triggers = [] }) => triggers.some((at) => at >= change.from && at <= change.to)))
    return true;
  const isCause = spans.some(({ counts }) =>
    counts.some((each) => each.fingerprint === fingerprint && change.causes?.includes(each.cause)),
  );
  return isCause && spans.some((span) => touches(span, change, settling));
}

/** The stretch in which closes are counted. */
export const countedIn = ({ to }: Change, now: Millis) => ({ from: to + settling - day, to: now });

export interface Times {
  readonly cause: string;
  readonly at: readonly EventTime[];
}

/** Counts, given when closes came by fingerprint. */
export function measured(
  { at: _due, ...wanted }: Wanted,
  times: ReadonlyMap<string, Times>,
  blind: readonly string[],
  now: Millis,
  { lateness }: Pace,
): Check {
  const { fingerprint, change } = wanted;
  const { from: first } = countedIn(change, now);
  const from = first + day;
  const own = times.get(fingerprint)?.at ?? [];
  const sinceThen = (at: EventTime) => at > from && at <= now;
  const others = new Map<string, number>();
  for (const [name, { cause, at }] of times) {
    const closes = at.filter(sinceThen).length;
    if (name !== fingerprint && closes > 0) others.set(cause, (others.get(cause) ?? 0) + closes);
  }
  return {
    ...wanted,
    since: own.filter(sinceThen).length,
    before: own.filter((at) => at > first && at <= from).length,
    over: now - lateness - from,
    others: [...others]
      .map(([cause, closes]) => ({ cause, closes }))
      .sort((a, b) => b.closes - a.closes || (a.cause < b.cause ? -1 : 1)),
    blind,
  };
}
