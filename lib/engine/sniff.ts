import type { Catalogue } from '#lib/model/catalogue.ts';
import { isNonEmpty, type NonEmpty } from '#lib/model/nonempty.ts';
import type { Role } from '#lib/model/record.ts';
import { hour, type Millis, minute, type Stamp, second } from '#lib/model/time.ts';

/** What a file's lines say about the file: the part of its source's entry that content alone can tell. */
export interface Sniffed {
  /** Every format that read a line, in the catalogue's order. */
  readonly formats: NonEmpty<string>;
  /** The innermost format that read most lines, for people. */
  readonly main: string;
  readonly role: Role;
  readonly examined: number;
  readonly understood: number;
  /** Clock faces of lines without a zone, of the innermost stamp that each line has. */
  readonly zoneless: readonly Millis[];
  /** Moments of lines that say their zone. */
  readonly zoned: readonly Millis[];
  readonly lacks: 'nothing' | 'year' | 'date';
}

const maxDepth = 5;

/** Undefined when no format reads a single line: the file is not a log that we know. */
export function sniff(lines: readonly string[], catalogue: Catalogue): Sniffed | undefined {
  const counts = new Map<string, number>();
  const leaves = new Map<string, number>();
  const zoneless: Millis[] = [];
  const zoned: Millis[] = [];
  let understood = 0;
  let examined = 0;
  let lacks: Sniffed['lacks'] = 'nothing';
  for (const line of lines) {
    if (line.trim() === '') continue;
    examined++;
    const read = chain(line, catalogue);
    if (!read) continue;
    understood++;
    for (const id of read.formats) counts.set(id, (counts.get(id) ?? 0) + 1);
    leaves.set(read.leaf, (leaves.get(read.leaf) ?? 0) + 1);
    if (!read.stamp) continue;
    if (read.stamp.lacks !== 'nothing') lacks = read.stamp.lacks;
    else if (read.stamp.zone === undefined) zoneless.push(read.stamp.wall);
    else zoned.push(read.stamp.wall - read.stamp.zone * minute);
  }
  const formats = catalogue.formats.map(({ id }) => id).filter((id) => counts.has(id));
  if (!isNonEmpty(formats)) return undefined;
  const [main] = [...leaves].sort((a, b) => b[1] - a[1])[0] ?? [formats[0]];
  return { formats, main, role: roleOf(leaves, catalogue), examined, understood, zoneless, zoned, lacks };
}

function chain(line: string, catalogue: Catalogue) {
  const formats: string[] = [];
  let text = line.endsWith('\r') ? line.slice(0, -1) : line;
  let stamp: Stamp | undefined;
  for (let depth = 0; depth < maxDepth; depth++) {
    const before: string = text;
    const found = catalogue.formats.find((format) => {
      const reading = format.read(before);
      if (!reading) return false;
      stamp = reading.stamp ?? stamp;
      if (reading.kind === 'envelope') text = reading.inner;
      return true;
    });
    if (!found) return undefined;
    formats.push(found.id);
    if (found.kind !== 'envelope') return { formats, leaf: found.id, stamp };
  }
  return undefined;
}

/** The role that most lines speak for; lines that any program might have written count for a backend when nothing else speaks. */
function roleOf(leaves: ReadonlyMap<string, number>, catalogue: Catalogue): Role {
  const votes = new Map<Role, number>();
  for (const [id, lines] of leaves) {
    const role = catalogue.formats.find((format) => format.id === id)?.role;
    if (role) votes.set(role, (votes.get(role) ?? 0) + lines);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'backend';
}

/** Zones are multiples of a quarter of an hour, from −12 to +14 hours. */
const offsets: readonly number[] = Array.from({ length: 105 }, (_, i) => i * 15 - 12 * 60).sort(
  (a, b) => Math.abs(a) - Math.abs(b),
);
/** Two logs of one event differ by no more than this once the zone is right. */
const sameEvent: Millis = 2_500;

/**
 * Minutes east of UTC at which zone-less moments meet zoned ones: first by events that coincide, else by the stretch of
 * time that both cover. Undefined when nothing tells.
 */
export function inferZone(
  zoneless: readonly Millis[],
  zoned: readonly Millis[],
  stretch: { readonly zoneless: readonly [Millis, Millis]; readonly zoned: readonly [Millis, Millis] },
): number | undefined {
  const sorted = [...zoned].sort((a, b) => a - b);
  const meets = (offset: number) =>
    zoneless.filter((wall) => nearestDistance(sorted, wall - offset * minute) <= sameEvent).length;
  const byEvents = best(offsets, meets);
  if (byEvents.score > 0) return byEvents.offset;
  const overlap = (offset: number) =>
    Math.min(stretch.zoneless[1] - offset * minute, stretch.zoned[1]) -
    Math.max(stretch.zoneless[0] - offset * minute, stretch.zoned[0]);
  const byStretch = best(offsets, (offset) => Math.max(0, overlap(offset) + second));
  return byStretch.score > 0 && stretch.zoned[1] - stretch.zoned[0] < 12 * hour ? byStretch.offset : undefined;
}

function best(candidates: readonly number[], scoreOf: (offset: number) => number) {
  let winner = { offset: 0, score: 0 };
  for (const offset of candidates) {
    const score = scoreOf(offset);
    if (score > winner.score) winner = { offset, score };
  }
  return winner;
}

function nearestDistance(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return Math.min(
    Math.abs((sorted[low] ?? Number.POSITIVE_INFINITY) - value),
    Math.abs((sorted[low - 1] ?? Number.POSITIVE_INFINITY) - value),
  );
}
