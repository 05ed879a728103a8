import type { Conversation, DayCount, Past } from '#lib/model/conversation.ts';
import { type Millis, day as oneDay } from '#lib/model/time.ts';
import { dayOf, standsFor } from './counts.ts';

/** Whether it was withheld as accepted; `told` says why it was not, though it stood in the configuration. */
export type Entry = Past & { readonly withheld: boolean; readonly told?: 'doubled' | 'expired' };

/** What a turn changes in the history of a scope: absolute numbers of one conversation, so that writing them twice is writing them once. */
export interface Entries {
  readonly put: readonly Entry[];
  readonly gone: readonly Pick<Past, 'fingerprint' | 'day' | 'cid'>[];
}

/** The first day of which the counts of dropped spans are still needed: spans that are kept reach one day further back. */
export const ledgerFrom = (forgetBefore: Millis): string => dayOf(Math.max(0, forgetBefore - 2 * oneDay));

/** The entries of a conversation that are not as they were. Days that are closed for good are left as they stand. */
export function entriesOf(
  before: Conversation | undefined,
  after: Conversation,
  forgetBefore: Millis,
): Entries {
  const { cid } = after;
  const from = ledgerFrom(forgetBefore);
  const held = before ? toldOf(before) : [];
  const now = toldOf(after);
  return {
    put: now.filter((each) => !held.some((other) => isSame(each, other))),
    gone: held
      .filter(({ day }) => day >= from)
      .filter((each) => !now.some((other) => isOneOf(each, other)))
      .map(({ fingerprint, day }) => ({ fingerprint, day, cid })),
  };
}

function toldOf(conversation: Conversation): readonly Entry[] {
  const { cid, spans, accepted } = conversation;
  const at = spans[spans.length - 1]?.to ?? 0;
  return standsFor(conversation).map((count) => {
    const is = accepted.find(({ fingerprint }) => fingerprint === count.fingerprint)?.is;
    return {
      ...count,
      cid,
      at,
      withheld: is === 'withheld',
      ...(is === undefined || is === 'withheld' ? {} : { told: is }),
    };
  });
}

const isOneOf = (a: DayCount, b: DayCount): boolean => a.fingerprint === b.fingerprint && a.day === b.day;

const isSame = (a: Entry, b: Entry): boolean =>
  isOneOf(a, b) && a.closes === b.closes && a.at === b.at && a.withheld === b.withheld && a.told === b.told;
