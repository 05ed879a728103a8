import type { Change } from '#lib/model/conversation.ts';
import { day, eventTime, hour, type Millis, minute } from '#lib/model/time.ts';
import { touches } from './windows.ts';

/** Lines of one roll-out that do not name it are no further apart. */
const rollout: Millis = 10 * minute;
/** A deployment whose end is not heard of for so long is measured from its beginning. */
export const longestRollout: Millis = 3 * hour;

/** So many reloads in the day before are no event. */
const routine = 3;

/** Whether both are known of one change. */
export function isOne(a: Change, b: Change): boolean {
  if (!isLike(a, b)) return false;
  if (a.deployment !== undefined && b.deployment !== undefined) return a.deployment === b.deployment;
  return touches(a, b, rollout);
}

/** Changes oldest first, all that is known of one as one. */
export function united(changes: readonly Change[]): readonly Change[] {
  const all: Change[] = [];
  for (const each of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const index = all.findLastIndex((other) => isOne(other, each));
    const known = all[index];
    if (known) all[index] = both(known, each);
    else all.push(each);
  }
  return all;
}

function both({ stage: _was, ...a }: Change, b: Change): Change {
  const stages = [_was, b.stage];
  const stage = stages.includes('failed') ? 'failed' : stages.includes(undefined) ? undefined : 'begun';
  const deployment = a.deployment ?? b.deployment;
  const causes = [...new Set([...(a.causes ?? []), ...(b.causes ?? [])])].sort();
  return {
    ...a,
    to: eventTime(Math.max(a.to, b.to)),
    ...(stage === undefined ? {} : { stage }),
    ...(deployment === undefined ? {} : { deployment }),
    ...(causes.length === 0 ? {} : { causes }),
  };
}

/**
 * Those that may have ended something: a deployment that failed did not come about, nor one that the next of its service
 * overtook; and a proxy that is reloaded again and again, for every new address, is reloaded after everything.
 */
export const thatMayMend = (changes: readonly Change[]): readonly Change[] =>
  changes.filter((change) => {
    const like = changes.filter((each) => isLike(each, change));
    if (change.stage === 'failed') return false;
    if (change.stage === 'begun') return like.every(({ from }) => from <= change.from);
    return change.what === 'deploy' || like.filter((each) => isDayBefore(each, change)).length < routine;
  });

const isLike = (a: Change, b: Change): boolean =>
  a.what === b.what && a.service === b.service && a.program === b.program;
const isDayBefore = (a: Change, b: Change): boolean => a.from < b.from && a.from >= b.from - day;

/** `deploy of api`, `nginx reload`. */
export const nameOf = ({ what, service, program }: Change): string =>
  `${program === undefined ? '' : `${program} `}${what}${service === undefined ? '' : ` of ${service}`}`;
