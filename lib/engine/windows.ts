import type { Millis } from '#lib/model/time.ts';

/** A stretch of event time, both ends inside. */
export interface Stretch {
  readonly from: Millis;
  readonly to: Millis;
}

/** Symptoms of one scope with no gap between them, as far as they can still change. */
export interface Chain extends Stretch {
  /** Where the same symptoms go on before `from`: sessions that were cut off and that nothing new concerns. */
  readonly settled?: Stretch;
}

export const touches = (a: Stretch, b: Stretch, slack: Millis = 0): boolean =>
  a.from <= b.to + slack && b.from <= a.to + slack;

/** The same time in the fewest stretches, ascending; those that touch become one. */
export function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: { from: Millis; to: Millis }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/**
 * The chains that something new concerns. `seeds` are the stretches within which it may; `cuts` are starts of sessions
 * that were cut at the longest span: what lies before one is settled unless a seed lies before it too.
 */
export function chainsOf(
  symptoms: readonly Millis[],
  gap: Millis,
  seeds: readonly Stretch[],
  cuts: readonly Millis[],
): readonly Chain[] {
  const whole: { from: Millis; to: Millis }[] = [];
  for (const at of [...symptoms].sort((a, b) => a - b)) {
    const last = whole[whole.length - 1];
    if (last && at - last.to <= gap) last.to = at;
    else whole.push({ from: at, to: at });
  }
  return whole.flatMap((chain): Chain[] => {
    const near = seeds.filter((seed) => touches(seed, chain));
    const first = near.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
    if (near.length === 0) return [];
    const start = cuts
      .filter((at) => at > chain.from && at <= chain.to && at < first)
      .reduce((a, b) => Math.max(a, b), -1);
    if (start < 0) return [chain];
    return [{ from: start, to: chain.to, settled: { from: chain.from, to: start - 1 } }];
  });
}
