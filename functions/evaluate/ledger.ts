import type { Write } from '#functions/items.ts';
import { historyKey, historyRange } from '#functions/keys.ts';
import type { Table } from '#functions/ports.ts';
import { usualDays } from '#lib/engine/accept.ts';
import { dayOf } from '#lib/engine/counts.ts';
import type { Entries } from '#lib/engine/ledger.ts';
import { fingerprintsIn, type Window } from '#lib/engine/reading.ts';
import type { Accepted, Past } from '#lib/model/conversation.ts';
import { day, type Millis, second } from '#lib/model/time.ts';

/** The days of the history. */
const kept: Millis = 400 * day;
const usual: Millis = (usualDays + 2) * day;

/**
 * What the history says of the fingerprints that are accepted or lead a window: of an accepted one what is usual, of
 * another when it was last seen, for which the last days are asked first.
 */
export async function pastOf(
  table: Table,
  scope: string,
  windows: readonly Window[],
  accepted: readonly Accepted[],
  now: Millis,
): Promise<readonly Past[]> {
  const isListed = (name: string) => accepted.some(({ fingerprint }) => fingerprint === name);
  const leading = windows.flatMap(({ incidents }) => {
    const newest = incidents[incidents.length - 1];
    const groups = newest ? fingerprintsIn(newest) : [];
    // What leads may turn out to be withheld, and then what is told does.
    return [...groups.slice(0, 1), ...groups.filter((each) => !isListed(each)).slice(0, 1)];
  });
  const names = [...new Set([...accepted.map(({ fingerprint }) => fingerprint), ...leading])];
  const found = await Promise.all(
    names.map(async (fingerprint) => {
      const recent = await entries(fingerprint, usual);
      return recent.length > 0 || !leading.includes(fingerprint) ? recent : entries(fingerprint, kept);
    }),
  );
  return found.flat();

  async function entries(fingerprint: string, back: Millis): Promise<readonly Past[]> {
    const { pk, from, to } = historyRange(scope, fingerprint, dayOf(now - back), dayOf(now + day));
    return (await table.query(pk, from, to)).filter((item) => item.kind === 'history');
  }
}

/** The writes that bring the history of a scope to what a turn found. */
export const historyWrites = (scope: string, history: readonly Entries[]): readonly Write[] =>
  history.flatMap(({ put, gone }) => [
    ...put.map((entry): Write => {
      const expires = Math.ceil((new Date(entry.day).getTime() + kept) / second);
      const key = historyKey(scope, entry.fingerprint, entry.day, entry.cid);
      return { do: 'put', item: { kind: 'history', ...key, ...entry, expires } };
    }),
    ...gone.map(
      ({ fingerprint, day: of, cid }): Write => ({
        do: 'delete',
        key: historyKey(scope, fingerprint, of, cid),
      }),
    ),
  ]);
