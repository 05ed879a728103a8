import { hash64 } from '#lib/model/hash.ts';
import type { Page } from '#lib/model/page.ts';
import { day, type Millis, minute } from '#lib/model/time.ts';
import type { BlindReason, Key } from './items.ts';

/** Partitions of the to-do list, and of one scope's pages of one day. */
export const todoShards = 8;
export const pageShards = 4;

const part = encodeURIComponent;
const shardOf = (hash: string, shards: number): number => Number.parseInt(hash.slice(-2), 16) % shards;
/** Sorts after every character that a key's parts can contain. */
const after = '~';

const todoPk = (name: string): string => `todo#${shardOf(hash64(name), todoShards)}`;
const timeOfDay = (minuteOfEpoch: number): string =>
  new Date(minuteOfEpoch * minute).toISOString().slice(11, 16);
const dateOf = (ms: Millis): string => new Date(ms).toISOString().slice(0, 10);

/** Where a page lies: a function of its content, so that writing it twice is writing it once. */
export function pageKey(page: Page & { readonly minute: number }): Key {
  const hash = hash64(JSON.stringify(page));
  return {
    pk: `page#${part(page.scope)}#${dateOf(page.minute * minute)}#${shardOf(hash, pageShards)}`,
    sk: `${timeOfDay(page.minute)}#${hash}`,
  };
}

export interface KeyRange {
  readonly pk: string;
  readonly from: string;
  readonly to: string;
}

/** The queries that read all pages of a scope's consecutive minutes, both ends included. */
export function pageRanges(scope: string, first: number, last: number): readonly KeyRange[] {
  const ranges: KeyRange[] = [];
  const minutesOfDay = day / minute;
  for (let from = first; from <= last; ) {
    const endOfDay = (Math.floor(from / minutesOfDay) + 1) * minutesOfDay - 1;
    const to = Math.min(last, endOfDay);
    for (let shard = 0; shard < pageShards; shard++)
      ranges.push({
        pk: `page#${part(scope)}#${dateOf(from * minute)}#${shard}`,
        from: timeOfDay(from),
        to: `${timeOfDay(to)}#${after}`,
      });
    from = to + 1;
  }
  return ranges;
}

export const evalKey = (scope: string, minuteOfEpoch: number): Key => ({
  pk: todoPk(scope),
  sk: `eval#${part(scope)}#${new Date(minuteOfEpoch * minute).toISOString().slice(0, 16)}`,
});
export const evalRange = (scope: string): KeyRange => ({
  pk: todoPk(scope),
  from: `eval#${part(scope)}#`,
  to: `eval#${part(scope)}#${after}`,
});
export const timeKey = (scope: string): Key => ({ pk: todoPk(scope), sk: `time#${part(scope)}` });
export const sendKey = (cid: string, medium: string): Key => ({
  pk: todoPk(cid),
  sk: `send#${part(cid)}#${part(medium)}`,
});
/** Everything on the list. */
export const todoRanges = (): readonly KeyRange[] =>
  Array.from({ length: todoShards }, (_, shard) => ({ pk: `todo#${shard}`, from: '!', to: after }));

export const stateKey = (scope: string): Key => ({ pk: `state#${part(scope)}`, sk: '-' });
export const alertKey = (cid: string): Key => ({ pk: `alert#${part(cid)}`, sk: 'doc' });
export const sentKey = (cid: string, medium: string): Key => ({
  pk: `alert#${part(cid)}`,
  sk: `sent#${part(medium)}`,
});
export const contextKey = (cid: string): Key => ({ pk: `alert#${part(cid)}`, sk: 'context' });

/** What one conversation adds to a day of a fingerprint. */
export const historyKey = (scope: string, fingerprint: string, day: string, cid: string): Key => ({
  pk: `history#${part(scope)}`,
  sk: `${part(fingerprint)}#${day}#${part(cid)}`,
});
/** A fingerprint from a day on, both ends included. */
export const historyRange = (scope: string, fingerprint: string, from: string, to: string): KeyRange => ({
  pk: `history#${part(scope)}`,
  from: `${part(fingerprint)}#${from}`,
  to: `${part(fingerprint)}#${to}#${after}`,
});
/** Every fingerprint that a scope ever had. */
export const historyOf = (scope: string): KeyRange => ({
  pk: `history#${part(scope)}`,
  from: '!',
  to: after,
});

/** What must be told of a week; there is one list for all scopes. */
export const digestKey = (week: string): Key => ({ pk: todoPk('digest'), sk: `digest#${week}` });
/** The conversation that a week's digest is. */
export const digestCid = (week: string): string => `digest-${week}`;

/** One for each reason: that one has ended says nothing of another. */
export const blindKey = (group: string, reason: BlindReason): Key => ({
  pk: 'blind',
  sk: `${part(group)}#${reason}`,
});
/** Every log group that is or was blind. */
export const blindRange = (): KeyRange => ({ pk: 'blind', from: '!', to: after });
export const cursorKey = (group: string): Key => ({ pk: 'cursor', sk: part(group) });
