import type { Sighting } from '#functions/events/alarm-event.ts';
import type { BlindItem, BlindReason } from '#functions/items.ts';
import { blindKey, blindRange } from '#functions/keys.ts';
import type { Table } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { mayConcern } from '#lib/engine/scope.ts';
import { type Stretch, touches } from '#lib/engine/windows.ts';
import type { Conversation, Pace } from '#lib/model/conversation.ts';
import { day, hour, type Millis, minute, second } from '#lib/model/time.ts';

/** A filter that could not deliver is switched off for up to ten minutes: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions.html */
const switchedOff: Millis = 10 * minute;
/** A group that is blind again within this time is said to have been blind all along. */
const flicker: Millis = hour;
/** Whether a filter is there at all is asked once in this time (functions/watch.ts). */
const unseen: Millis = hour;
const kept: Millis = 3 * day;
const mostTries = 5;

/** Notes that a group sees or does not. Words that were overtaken by a later one change nothing. */
export async function noteSighting(table: Table, { group, reason, isBlind, at }: Sighting): Promise<void> {
  const key = blindKey(group, reason);
  for (let tries = 0; tries < mostTries; tries++) {
    const held = await table.get(key);
    const before = held?.kind === 'blind' ? held : undefined;
    if (before && before.version >= at) return;
    const item: BlindItem = {
      kind: 'blind',
      ...key,
      reason,
      version: at,
      group,
      ...(isBlind
        ? { since: blindSince(before, at, reason) }
        : { since: before?.since ?? at, until: before?.until ?? at }),
      expires: Math.ceil((at + kept) / second),
    };
    const when = before ? ({ is: 'version', version: before.version } as const) : ({ is: 'absent' } as const);
    if (await table.write({ do: 'put', item, when })) return;
  }
  throw new Error(
    `whether ${group} is blind was changed by others ${mostTries} times; Lambda will try again`,
  );
}

/** An alarm's first word, when it is made, is that all is well: it was never blind before that. */
const wasBlind = ({ since, until }: BlindItem): boolean => until === undefined || until > since;

function blindSince(before: BlindItem | undefined, at: Millis, reason: BlindReason): Millis {
  if (before && wasBlind(before) && at - (before.until ?? at) <= flicker) return before.since;
  return reason === 'unsubscribed' ? at - unseen : at;
}

/** What is known of the groups that a scope's lines come from. */
export async function blindnessOf(
  table: Table,
  scope: string,
  { run, pace, horizon }: Setup,
  now: Millis,
): Promise<Blindness> {
  const near = new Set(run.sources.filter((source) => mayConcern(scope, source)).map(({ name }) => name));
  const { pk, from, to } = blindRange();
  const items = (await table.query(pk, from, to)).filter((item) => item.kind === 'blind');
  const own = items
    .filter((item) => near.has(item.group) && wasBlind(item))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
  const touching = (stretches: readonly Stretch[]) =>
    own.filter(({ since, until }) =>
      stretches.some((each) => touches(each, { from: since, to: until ?? now }, switchedOff)),
    );
  return {
    now: groupsOf(own.filter((item) => isOpen(item, now, pace, horizon))),
    during: ({ spans }) => groupsOf(touching(spans)),
    lost: (stretch) =>
      groupsOf(
        touching([stretch]).filter(({ reason, until }) => reason !== 'polling' || until === undefined),
      ),
  };
}

const groupsOf = (items: readonly BlindItem[]): readonly string[] => [
  ...new Set(items.map(({ group }) => group)),
];

export interface Blindness {
  /** Groups whose silence says nothing. */
  readonly now: readonly string[];
  /** Groups that were blind at some time of a conversation, or are. */
  readonly during: (conversation: Pick<Conversation, 'spans'>) => readonly string[];
  /** Groups of which lines of a stretch may never come. What polling held back has come once it is over. */
  readonly lost: (stretch: Stretch) => readonly string[];
}

/**
 * What polling held back comes as late as any line, once it comes. A filter is another matter: while it is switched off
 * nothing is tried, so nothing fails, so its alarm says that all is well. Only once it must be on again, and for as long
 * as it takes to see that no close followed, is silence heard. An alarm only speaks when it changes, so one that was
 * deleted would be believed for ever: after the horizon nobody waits for it any more.
 */
function isOpen({ reason, until, version }: BlindItem, now: Millis, pace: Pace, horizon: Millis): boolean {
  if (until === undefined) return now < version + horizon;
  return now < until + pace.lateness + (reason === 'polling' ? 0 : switchedOff + pace.gap);
}
