import { hour, type Millis, minute } from '#lib/model/time.ts';

/** A stretch of one log group that is read in one go. Both ends are inside. */
export interface Slice {
  readonly group: string;
  readonly from: Millis;
  readonly to: Millis;
}

/** Many enough to go on from after an interrupt, few enough not to spend the calls on quiet hours. */
const wanted = 24;
const shortest: Millis = 15 * minute;
const longest: Millis = 6 * hour;

/** A window of several groups in slices, oldest first. Every millisecond is in exactly one slice of its group. */
export function slicesOf(groups: readonly string[], from: Millis, to: Millis): readonly Slice[] {
  const step = Math.min(longest, Math.max(shortest, Math.ceil((to - from + 1) / wanted)));
  const slices: Slice[] = [];
  for (let start = from; start <= to; start += step)
    for (const group of groups) slices.push({ group, from: start, to: Math.min(to, start + step - 1) });
  return slices;
}

/** A slice in equal parts, oldest first; fewer where it has fewer milliseconds. */
export function cut({ group, from, to }: Slice, parts: number): readonly Slice[] {
  const step = Math.max(1, Math.ceil((to - from + 1) / parts));
  const pieces: Slice[] = [];
  for (let start = from; start <= to; start += step)
    pieces.push({ group, from: start, to: Math.min(to, start + step - 1) });
  return pieces;
}

/** What is left of the slices when parts of them have been read. */
export function without(slices: readonly Slice[], done: readonly Slice[]): readonly Slice[] {
  return slices.flatMap(({ group, from, to }) => {
    const inside = done
      .filter((each) => each.group === group && each.from <= to && each.to >= from)
      .sort((a, b) => a.from - b.from);
    const left: Slice[] = [];
    let next = from;
    for (const each of inside) {
      if (each.from > next) left.push({ group, from: next, to: each.from - 1 });
      next = Math.max(next, each.to + 1);
    }
    return next <= to ? [...left, { group, from: next, to }] : left;
  });
}

export const lengthOf = ({ from, to }: Slice): Millis => to - from + 1;
