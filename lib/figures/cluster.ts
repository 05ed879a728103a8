import { type Millis, second } from '#lib/model/time.ts';

/** Closes that came after much the same time. */
export interface Cluster {
  readonly closes: number;
  readonly least: Millis;
  readonly most: Millis;
  /** So close together that a timer fired, and nobody looked only now and then. */
  readonly exact: boolean;
  /** The setting that somebody may have written: `least` is this or a hair more. */
  readonly round: Millis | undefined;
  /** The setting that somebody may have written, where all came up to two seconds after it and none on the dot. */
  readonly lateFor: Millis | undefined;
}

const rounds: readonly Millis[] = [
  ...[1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 55, 60, 65, 75, 90].map((s) => s * second),
  ...[100, 120, 150, 180, 200, 240, 300, 400, 500, 600, 900, 1_200, 1_800, 3_600].map((s) => s * second),
];
/** The round number of seconds that a time is, or is a hair more than. */
export const roundOf = (elapsed: Millis): Millis | undefined =>
  rounds.find((round) => elapsed >= round * 0.995 && elapsed <= round * 1.002 + 30);

const lateFor = (least: Millis, most: Millis): Millis | undefined =>
  rounds.find((round) => round >= 3 * second && least > round && most <= round + 2.2 * second);

/** The densest windows of sorted times, as long as each holds three and a good part of all; two alone are enough on the dot. */
export function clustersOf(times: readonly Millis[], of = times.length): readonly Cluster[] {
  let best = { from: 0, to: 0 };
  for (let from = 0, to = 0; from < times.length; from++) {
    const start = times[from] ?? 0;
    while (to < times.length && (times[to] ?? 0) <= start * 1.06 + 60) to++;
    if (to - from > best.to - best.from) best = { from, to };
  }
  const closes = best.to - best.from;
  const least = times[best.from] ?? 0;
  const most = times[best.to - 1] ?? least;
  const round = roundOf(least);
  const exact = most - least <= Math.max(60, least * 0.015);
  const enough = closes >= 3 || (closes === 2 && of === 2 && exact && round !== undefined);
  if (!enough || closes < of * 0.3) return [];
  return [
    ...clustersOf(times.slice(0, best.from), of),
    { closes, least, most, exact, round, lateFor: round === undefined ? lateFor(least, most) : undefined },
    ...clustersOf(times.slice(best.to), of),
  ];
}
