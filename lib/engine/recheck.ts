import type { Change, Check, Conversation, Pace } from '#lib/model/conversation.ts';
import { day, type EventTime, eventTime, hour, type Millis, minute } from '#lib/model/time.ts';

/** What a change replaces may still close for so long. */
const settling: Millis = minute;
/** Lines of one roll-out are no further apart. */
const rollout: Millis = 10 * minute;
/** A change later than this after the last close has nothing to do with its end. */
const longestAfter: Millis = 12 * hour;
const shortestWait: Millis = hour;
/** Of fewer, absence tells nothing. */
const fewest = 3;

/** Changes oldest first, those of one roll-out as one. */
export function united(changes: readonly Change[]): readonly Change[] {
  const all: Change[] = [];
  for (const each of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = all[all.length - 1];
    if (last && each.from - last.to <= rollout)
      all[all.length - 1] = {
        what: each.what === 'deploy' ? each.what : last.what,
        from: last.from,
        to: eventTime(Math.max(each.to, last.to)),
      };
    else all.push(each);
  }
  return all;
}

/**
 * The change that a conversation should be measured by, and when: the first one that its last close does not outlive,
 * else the last one that it went on after. Closes that came at even intervals over a day have been missed with 95 %
 * certainty after three of them; at the latest a day after the end.
 */
export function checkDue(
  { phase, spans, leading, told, checked = Number.NEGATIVE_INFINITY }: Conversation,
  changes: readonly Change[],
  { gap, lateness }: Pace,
): { readonly change: Change; readonly at: Millis } | undefined {
  const [start, end] = [spans[0]?.from, spans[spans.length - 1]?.to];
  if (phase.is === 'merged' || leading === undefined || start === undefined || end === undefined)
    return undefined;
  if (Object.keys(told).length === 0) return undefined;
  const closes = spans
    .flatMap(({ counts }) => counts)
    .reduce((sum, each) => sum + (each.fingerprint === leading ? each.closes : 0), 0);
  if (closes < fewest) return undefined;
  const later = changes.filter(({ to }) => to > start && to <= end + longestAfter);
  const change = later.find(({ to }) => to + settling >= end) ?? later[later.length - 1];
  if (!change || change.from <= checked) return undefined;
  const wait = Math.max(shortestWait, gap + lateness, (3 * day) / closes);
  const latest = Math.max(end + day, change.to + shortestWait);
  return { change, at: Math.min(change.to + wait, latest) };
}

/** How far back the closes are counted that a change is measured by. */
export const checkedFrom = ({ to }: Change): Millis => to + settling - day;

export function measured(cid: string, change: Change, times: readonly EventTime[], now: Millis): Check {
  const from = change.to + settling;
  return {
    cid,
    change,
    since: times.filter((at) => at > from && at <= now).length,
    before: times.filter((at) => at > from - day && at <= from).length,
    over: now - from,
  };
}

/** Whether it came to an end, became rare, or neither. */
export function outcomeOf({ since, before, over }: Omit<Check, 'cid'>): 'over' | 'rarer' | 'the same' {
  if (since === 0) return 'over';
  return (since / over) * day * 4 <= before ? 'rarer' : 'the same';
}
