import type { Back, Check, Checked, Conversation } from '#lib/model/conversation.ts';
import { day, eventTime, type Millis } from '#lib/model/time.ts';
import { isOne } from './changes.ts';
import { endOf } from './quiet.ts';
import { fewest, settling, type Wanted } from './recheck.ts';
import type { Situation } from './situation.ts';

/** How long closes that seemed to have ended are known by it when they come back. */
const kept: Millis = 14 * day;
/** They stand in one item of the table. */
const most = 100;

/** Closes that had stopped and began again tell nothing of a change in between, nor do a few of which more were never seen. */
export const isTelling = ({ since, before, quietFor }: Check): boolean =>
  before >= fewest && (since === 0 || quietFor === undefined);

export const checkedAs = (check: Check): Checked => {
  const { cid, fingerprint, change, since, quietFor, blind = [] } = check;
  const isEnd = isTelling(check) && since === 0 && quietFor === undefined && blind.length === 0;
  return { cid, fingerprint, change, isEnd };
};

/** Those that it is time for and that were counted; while a source is blind, none. */
export const ripe = (wanted: readonly Wanted[], { now, blind, known }: Situation): readonly Check[] =>
  wanted
    .filter(({ at }) => at <= now && blind.length === 0)
    .flatMap(
      ({ cid, fingerprint, change }) =>
        known.checks.find(
          (each) => each.cid === cid && each.fingerprint === fingerprint && isOne(each.change, change),
        ) ?? [],
    );

export const withWord = (
  teller: Conversation,
  { cid: _teller, fingerprint: _of, ...check }: Check,
): Conversation => ({
  ...teller,
  checked: check.change.to,
  news: { kind: 'checked', check },
  revision: teller.revision + 1,
});

/** Whether it came to an end, became rare, or what else. */
export function outcomeOf({ since, before, over }: Pick<Check, 'since' | 'before' | 'over'>) {
  const daily = (since / over) * day;
  if (since === 0) return 'over';
  if (daily * 4 <= before) return 'rarer';
  return daily < before ? 'not over' : 'the same';
}

/** The first close of a conversation after a change of which it was told that it seems to have ended them. */
export function backOf(
  { cid, leading, spans }: Pick<Conversation, 'cid' | 'leading' | 'spans'>,
  checked: readonly Checked[],
): Back | undefined {
  const ended = checked
    .filter(({ isEnd, fingerprint, back = cid }) => isEnd && fingerprint === leading && back === cid)
    .sort((a, b) => b.change.to - a.change.to);
  for (const { change } of ended) {
    const over = change.to + settling;
    const first = spans.find(({ from }) => from > over)?.from;
    if (first !== undefined) return { change, at: first };
    if (endOf(spans) > over) return { change, at: eventTime(endOf(spans)) };
  }
  return undefined;
}

/** What is kept of the checks of a scope, oldest first. That closes came back is told by one conversation. */
export const remembered = (
  checked: readonly Checked[],
  conversations: readonly Conversation[],
  now: Millis,
): readonly Checked[] =>
  checked
    .filter(({ change }) => change.to >= now - kept)
    .slice(-most)
    .map((each) => {
      const { back: was, ...check } = each;
      const by = conversations.find(
        ({ back, leading, phase }) =>
          phase.is !== 'merged' && back && leading === check.fingerprint && isOne(back.change, check.change),
      );
      // Of one that is forgotten nobody says any more that it was none.
      if (was !== undefined && !conversations.some(({ cid }) => cid === was)) return each;
      return by && check.isEnd ? { ...check, back: by.cid } : check;
    });
