import { type Millis, minute, type Offset } from '#lib/model/time.ts';

/** Minutes east of UTC at a moment. */
export function offsetAt(offset: Offset, moment: Millis): number {
  if (typeof offset === 'number') return offset;
  return offset[indexAt(offset, moment)]?.minutes ?? offset[0].minutes;
}

type Stretches = Exclude<Offset, number>;

function indexAt(stretches: Stretches, moment: Millis): number {
  let index = stretches.length - 1;
  while (index > 0 && (stretches[index]?.from ?? 0) > moment) index--;
  return index;
}

/**
 * The moment at which a clock showed `wall`, which is a clock face read as UTC. In the hour that comes twice, when
 * clocks go back, it is the one nearer to `near`, else the first; in the hour that never comes it is counted on from
 * before.
 */
export function momentAt(wall: Millis, offset: Offset, near: Millis | undefined): Millis {
  if (typeof offset === 'number') return wall - offset * minute;
  // An offset is less than a day, so the stretch is that of the face as it stands or one beside it.
  const index = indexAt(offset, wall);
  const beside = [index - 1, index, index + 1].flatMap((each) => offset[each] ?? []);
  const moments = beside.map(({ minutes }) => wall - minutes * minute);
  const [first, ...others] = moments.filter((moment, at) => offset[indexAt(offset, moment)] === beside[at]);
  if (first === undefined) {
    const before = moments.findLast(
      (moment, at) => moment >= (beside[at + 1]?.from ?? Number.POSITIVE_INFINITY),
    );
    return before ?? wall - offsetAt(offset, wall) * minute;
  }
  if (near === undefined) return first;
  return others.reduce((best, each) => (Math.abs(each - near) < Math.abs(best - near) ? each : best), first);
}
