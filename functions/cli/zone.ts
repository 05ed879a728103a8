import type { ZoneHint } from '#lib/engine/sniff.ts';
import { type Millis, minute, second } from '#lib/model/time.ts';

/** Offsets from UTC in use anywhere, in minutes, nearest to UTC first: https://data.iana.org/time-zones/tzdb/zone1970.tab */
const offsets: readonly number[] = [
  ...Array.from({ length: 27 }, (_, index) => (index - 12) * 60),
  ...[-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825],
].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);

/** How far apart two times of one line, or of neighbours, may be once the zone is right: writers wait, collectors more. */
const apart: Readonly<Record<ZoneHint['kind'], readonly [Millis, Millis]>> = {
  stamp: [-5 * minute, 5 * second],
  line: [-5 * second, minute],
};
/** A single pair of neighbours is believed only when they are as good as simultaneous. */
const simultaneous: Millis = 3 * second;

/** The zone of a file's zoneless times from the zoned ones in the same file; undefined when they do not tell. */
export function zoneWithin(hints: readonly ZoneHint[]): number | undefined {
  return voted(hints, 'stamp') ?? voted(hints, 'line');
}

function voted(hints: readonly ZoneHint[], kind: ZoneHint['kind']): number | undefined {
  const own = hints.filter((hint) => hint.kind === kind);
  const [least, most] = apart[kind];
  const votes = new Map<number, number>();
  let close = 0;
  for (const hint of own) {
    const rest = (offset: number) => hint.apart - offset * minute;
    const offset = offsets
      .filter((each) => rest(each) >= least && rest(each) <= most)
      .sort((a, b) => Math.abs(rest(a)) - Math.abs(rest(b)))[0];
    if (offset === undefined) continue;
    votes.set(offset, (votes.get(offset) ?? 0) + 1);
    if (Math.abs(rest(offset)) <= simultaneous) close++;
  }
  const fitting = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const [winner] = [...votes].sort(([, a], [, b]) => b - a);
  if (!winner || fitting < own.length * 0.3 || winner[1] < fitting * 0.8) return undefined;
  return fitting > 1 || close === 1 ? winner[0] : undefined;
}

export interface Spread {
  /** Moments of lines that mean something, so that another log may have them too. */
  readonly events: readonly Millis[];
  /** The first and the last moment of all lines. */
  readonly stretch: readonly [Millis, Millis] | undefined;
}

/** Two logs of one event differ by no more than this once the zone is right. */
const sameEvent: Millis = 2 * second;
const mostEvents = 400;

/**
 * The zone at which a log without one meets those that say theirs: first by events that coincide, else by the time that
 * both cover. `printed` are zones that the other logs print: the same machine probably writes this one. Undefined when
 * nothing tells.
 */
export function zoneBetween(
  zoneless: Spread,
  zoned: Spread,
  printed: ReadonlySet<number>,
): number | undefined {
  const preferred = [...[...printed].sort((a, b) => Math.abs(a) - Math.abs(b)), 0];
  const moments = [...zoned.events].sort((a, b) => a - b);
  const step = Math.max(1, zoneless.events.length / mostEvents);
  const asked = Array.from(
    { length: Math.min(mostEvents, zoneless.events.length) },
    (_, index) => zoneless.events[Math.floor(index * step)] ?? 0,
  );
  const scored = offsets.map((offset) => ({
    offset,
    hits: asked.filter((wall) => distance(moments, wall - offset * minute) <= sameEvent).length,
    overlap: overlap(zoneless.stretch, zoned.stretch, offset),
  }));
  const hits = scored.reduce((most, each) => Math.max(most, each.hits), 0);
  const shared = scored.reduce((most, each) => Math.max(most, each.overlap), 0);
  const choose = (plausible: readonly number[]) => preferred.find((offset) => plausible.includes(offset));

  const meeting = scored.filter(
    (each) => each.hits > 0 && each.hits >= hits * 0.8 && each.overlap >= shared / 2,
  );
  if (hits >= Math.min(3, asked.length / 2) && meeting.length > 0) {
    const plausible = meeting.map(({ offset }) => offset);
    return choose(plausible) ?? [...meeting].sort((a, b) => b.hits - a.hits)[0]?.offset;
  }
  const covering = scored.filter((each) => each.overlap > 0 && each.overlap >= shared * 0.9);
  const [only, ...more] = covering.map(({ offset }) => offset);
  if (only === undefined) return undefined;
  return more.length === 0
    ? only
    : [...printed].find((offset) => covering.some((each) => each.offset === offset));
}

/** Milliseconds that both cover, and a second more, so that a single line covers something too. */
function overlap(zoneless: Spread['stretch'], zoned: Spread['stretch'], offset: number): Millis {
  if (!zoneless || !zoned) return 0;
  const shift = offset * minute;
  const from = Math.max(zoneless[0] - shift, zoned[0]);
  const to = Math.min(zoneless[1] - shift, zoned[1]);
  return Math.max(0, to - from + second);
}

function distance(sorted: readonly Millis[], value: Millis): Millis {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  const after = sorted[low] ?? Number.POSITIVE_INFINITY;
  const before = sorted[low - 1] ?? Number.NEGATIVE_INFINITY;
  return Math.min(after - value, value - before);
}
