import { mayConcern } from '#lib/engine/scope.ts';
import { touches } from '#lib/engine/windows.ts';
import type { Conversation } from '#lib/model/conversation.ts';
import { day, hour, type Millis, minute, second } from '#lib/model/time.ts';
import type { Sighting } from './alarm-event.ts';
import { blindKey, blindRange } from './keys.ts';
import type { BlindItem, Table } from './ports.ts';
import type { Setup } from './setup.ts';

/** A filter that could not deliver is switched off for up to ten minutes: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions.html */
const switchedOff: Millis = 10 * minute;
/** A group that is blind again within this time is said to have been blind all along. */
const flicker: Millis = hour;
const kept: Millis = 3 * day;
const mostTries = 5;

/** Notes that a group sees or does not. Words that were overtaken by a later one change nothing. */
export async function noteSighting(table: Table, { group, isBlind, at }: Sighting): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const held = await table.get(blindKey(group));
    const before = held?.kind === 'blind' ? held : undefined;
    if (before && before.version >= at) return;
    const item: BlindItem = {
      kind: 'blind',
      ...blindKey(group),
      version: at,
      group,
      ...(isBlind
        ? { since: blindSince(before, at) }
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

const blindSince = (before: BlindItem | undefined, at: Millis): Millis =>
  before && at - (before.until ?? at) <= flicker ? before.since : at;

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
    .filter(({ group, since, until }) => near.has(group) && (until ?? Number.POSITIVE_INFINITY) > since)
    .sort((a, b) => (a.group < b.group ? -1 : 1));
  return {
    now: own.filter((item) => isOpen(item, now, pace.lateness, horizon)).map(({ group }) => group),
    during: ({ spans }) =>
      own
        .filter(({ since, until }) =>
          spans.some((span) => touches(span, { from: since, to: until ?? now }, switchedOff)),
        )
        .map(({ group }) => group),
  };
}

export interface Blindness {
  /** Groups whose silence says nothing. */
  readonly now: readonly string[];
  /** Groups that were blind at some time of a conversation, or are. */
  readonly during: (conversation: Pick<Conversation, 'spans'>) => readonly string[];
}

/**
 * What was held back comes as late as any line, once it comes. An alarm only speaks when it changes, so one that was
 * deleted would be believed for ever: after the horizon nobody waits for it any more.
 */
const isOpen = ({ until, version }: BlindItem, now: Millis, lateness: Millis, horizon: Millis): boolean =>
  until === undefined ? now < version + horizon : now < until + lateness;
