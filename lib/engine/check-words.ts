import type { Back, Check } from '#lib/model/conversation.ts';
import { hour, type Millis, minute } from '#lib/model/time.ts';
import type { Instant } from '#lib/model/verdict.ts';
import { duration, list } from '#lib/model/words.ts';
import { nameOf } from './changes.ts';
import { outcomeOf } from './checked.ts';

/** Of the causes of other closes. */
const mostNamed = 3;

const tails = {
  over: '',
  rarer: ': fewer, but it is not over',
  'not over': ': it is not over',
  'the same': ': it did not help',
} as const;

/** `0 of this fingerprint in the 1.8 h after the 10:02 UTC deploy of api, 41 in the day before`. */
export function checkSentence(check: Omit<Check, 'cid' | 'fingerprint'>, end: Instant): string {
  const { change, since, before, over, quietFor, others = [], blind = [] } = check;
  const after = `in the ${hours(over)} after the ${momentOf(change.to, end)} ${nameOf(change)}`;
  const tail = quietFor === undefined ? tails[outcomeOf(check)] : '';
  return [
    `${since} of this fingerprint ${after}, ${before} in the day before${tail}`,
    ...(quietFor === undefined ? [] : [`they had stopped ${hours(quietFor)} before it`]),
    ...(others.length === 0 ? [] : [`other closes after it: ${list(named(others))}`]),
    ...(blind.length === 0 ? [] : [`lines of ${list(blind)} were lost in that time, so there may be more`]),
  ].join('; ');
}

/** `came back, 3 h after the 14:02 UTC deploy of api that seemed to have ended it`. */
export const backSentence = ({ change, at }: Back, end: Instant): string =>
  `came back, ${hours(at - change.to)} after the ${momentOf(change.to, end)} ${nameOf(change)} that seemed to have ended it`;

function named(others: NonNullable<Check['others']>): readonly string[] {
  const more = others.slice(mostNamed).reduce((sum, { closes }) => sum + closes, 0);
  const some = others
    .slice(0, mostNamed)
    .map(({ cause, closes }) => `${closes} ${cause === 'unexplained' ? '' : 'by '}${cause}`);
  return more === 0 ? some : [...some, `${more} more`];
}

/** `1.8 h`, and minutes for less than one. */
const hours = (ms: Millis): string => (ms < hour ? duration(ms) : `${Math.round((ms / hour) * 10) / 10} h`);

/** `14:02 UTC`, with the day where it is another than the incident's last. */
function momentOf(at: Millis, end: Instant): string {
  const time = new Date(Math.floor(at / minute) * minute).toISOString().slice(0, 16).replace('T', ' ');
  return `${time.slice(0, 10) === (end ?? '').slice(0, 10) ? time.slice(11) : time} UTC`;
}
