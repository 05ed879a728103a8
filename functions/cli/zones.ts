import { grouped } from '#lib/engine/group.ts';
import { type Draft, type Sniffing, spokenZone, type Zone } from './draft.ts';
import type { Fold } from './fold.ts';
import { type Spread, zoneBetween } from './zone.ts';

/**
 * The zone of every source. What nothing in a file tells comes from the logs that say theirs, for all pieces of a
 * rotated log at once; else UTC is assumed, and said so.
 */
export function zonesOf(
  drafts: ReadonlyMap<Sniffing, Draft>,
  folds: ReadonlyMap<Sniffing, Fold>,
): ReadonlyMap<Sniffing, Zone> {
  const settled: Sniffing[] = [];
  const open: Sniffing[] = [];
  const zones = new Map<Sniffing, Zone>();
  for (const [sniffing, { zone }] of drafts) {
    if (zone) zones.set(sniffing, zone);
    else open.push(sniffing);
    if (zone && zone.how !== 'none') settled.push(sniffing);
  }
  const zoned = spreadOf(settled, folds);
  const printed = new Set(settled.flatMap(({ sniffed }) => [...sniffed.zones]));
  for (const pieces of grouped(open, ({ piece }) => piece.log).values()) {
    const minutes = zoned.stretch && zoneBetween(spreadOf(pieces, folds), zoned, printed);
    const zone = minutes === undefined ? spokenZone(0, 'assumed') : spokenZone(minutes, 'inferred');
    for (const each of pieces) zones.set(each, zone);
  }
  return zones;
}

function spreadOf(sniffings: readonly Sniffing[], folds: ReadonlyMap<Sniffing, Fold>): Spread {
  const known = sniffings.flatMap((each) => folds.get(each) ?? []);
  const spans = known.flatMap(({ first, last }) =>
    first === null || last === null ? [] : [[first, last] as const],
  );
  return {
    events: known.flatMap(({ moments }) => moments),
    stretch:
      spans.length === 0
        ? undefined
        : [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))],
  };
}
