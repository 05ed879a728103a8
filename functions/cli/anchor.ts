import { grouped } from '#lib/engine/group.ts';
import { day, type EventTime, eventTime, type Stamp } from '#lib/model/time.ts';
import type { Sniffing } from './draft.ts';

/** Stamps without a year are read as of 1972, those without a date as of 1 January 1970: a turn of these. */
const newYear = Date.UTC(1972, 0, 1);
const midnight = day;

/**
 * The moment nearest to which missing years and dates are filled, the same for every source of a run: the middle of its
 * dated lines (one wrong date must not move it). In a run without any date it is undefined, or New Year, or midnight,
 * where some log runs over it.
 */
export function anchorOf(sniffings: readonly Sniffing[]): EventTime | undefined {
  const partial = sniffings.some(({ sniffed }) => sniffed.partial.length > 0);
  if (!partial) return undefined;
  const dated = sniffings
    .flatMap(({ sniffed }) => [...sniffed.zoned, ...sniffed.zoneless])
    .sort((a, b) => a - b);
  const middle = dated[dated.length >> 1];
  if (middle !== undefined) return eventTime(middle);
  const runs = grouped(sniffings, ({ piece }) => piece.log).values();
  const stamps = [...runs].map((pieces) =>
    [...pieces].sort((a, b) => b.piece.age - a.piece.age).flatMap(({ sniffed }) => sniffed.partial),
  );
  if (stamps.some((run) => fallsBack(run, 'year', 180 * day))) return eventTime(newYear);
  return stamps.some((run) => fallsBack(run, 'date', day / 2)) ? eventTime(midnight) : undefined;
}

/** A log is written in order: a step back by more than half a turn is a turn. */
function fallsBack(stamps: readonly Stamp[], lacks: Stamp['lacks'], step: number): boolean {
  const walls = stamps.filter((stamp) => stamp.lacks === lacks).map(({ wall }) => wall);
  return walls.some((wall, index) => index > 0 && (walls[index - 1] ?? wall) - wall > step);
}
