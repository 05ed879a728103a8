import type { Fact } from '#lib/model/signal.ts';

/** Canonical order: time, content, attempt. The id comes last and only makes equal facts stand still. */
export function byTime(a: Fact, b: Fact): number {
  return (
    // Times of day that a zone carries before 1970 are times all the same: NaN, where neither has one, is no order.
    (a.at ?? Number.NEGATIVE_INFINITY) - (b.at ?? Number.NEGATIVE_INFINITY) ||
    compare(a.content, b.content) ||
    compare(a.signature, b.signature) ||
    (a.says.attempt ?? 0) - (b.says.attempt ?? 0) ||
    compare(a.id, b.id)
  );
}

/** Code units, whatever the locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Index of the first at or after a moment, of a list in order of time. */
export function firstFrom<T>(list: readonly T[], at: number, timeOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && timeOf(item) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
