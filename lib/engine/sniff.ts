import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Fields } from '#lib/model/event.ts';
import type { Format } from '#lib/model/format.ts';
import { isNonEmpty, type NonEmpty } from '#lib/model/nonempty.ts';
import type { Role } from '#lib/model/record.ts';
import { type Millis, minute, type Stamp } from '#lib/model/time.ts';
import { firstReading, maxDepth, place, plainText } from './read.ts';

/** A time without a zone beside one with: another `stamp` of the same line, or the `line` above in the same file. */
export interface ZoneHint {
  readonly kind: 'stamp' | 'line';
  /** The clock face, read as UTC, minus the moment. */
  readonly apart: Millis;
}

/** What a file's lines say about the file: the part of its source's entry that content alone can tell. */
export interface Sniffed {
  /** Every format that read a line, in the catalogue's order. */
  readonly formats: NonEmpty<string>;
  /** The innermost format that read most lines, for people. */
  readonly main: string;
  readonly role: Role;
  /** Every role that some program in the file speaks for, none or several; `role` is a guess where there is none. */
  readonly roles: ReadonlySet<Role>;
  /** Formats that would take the backend's own access lines for a proxy's. */
  readonly mistaken: ReadonlySet<string>;
  readonly examined: number;
  readonly understood: number;
  /** Lines with a time, or in more than plain words. None: nothing says that this is a log. */
  readonly telling: number;
  /** Clock faces of lines without a zone, of the innermost stamp that each line has. */
  readonly zoneless: readonly Millis[];
  /** Moments of lines that say their zone, and the zones that they say. */
  readonly zoned: readonly Millis[];
  readonly zones: ReadonlySet<number>;
  readonly hints: readonly ZoneHint[];
  /** Stamps that lack their year or their date, in the file's order. */
  readonly partial: readonly Stamp[];
}

/** How one line is read: the formats from the outside in, the stamps that they found, and who spoke as far as envelopes say. */
export interface Chain {
  readonly formats: NonEmpty<Format>;
  readonly leaf: Format;
  readonly stamps: readonly Stamp[];
  readonly speaker: string;
  readonly fields: Fields;
}

/** Undefined when some layer of the line is in no format. */
export function chain(line: string, catalogue: Catalogue): Chain | undefined {
  const formats: Format[] = [];
  const stamps: Stamp[] = [];
  let text = plainText(line);
  let speaker = '';
  while (formats.length < maxDepth) {
    const found = firstReading(catalogue.formats, text);
    if (!found) return undefined;
    const [format, read] = found;
    formats.push(format);
    if (read.stamp) stamps.push(read.stamp);
    if (read.kind === 'envelope') {
      const { unit, containerName, process } = read.fields;
      speaker = unit ?? containerName ?? process ?? speaker;
      text = read.inner;
    } else if (isNonEmpty(formats)) {
      return { formats, leaf: format, stamps, speaker, fields: read.fields };
    }
  }
  return undefined;
}

/** Undefined when no format reads a single line: the file is not a log that we know. */
export function sniff(lines: readonly string[], catalogue: Catalogue): Sniffed | undefined {
  const found = new Set<Format>();
  const speakers = new Map<string, Map<Format, number>>();
  const leaves = new Map<Format, number>();
  const zoneless: Millis[] = [];
  const zoned: Millis[] = [];
  const zones = new Set<number>();
  const hints: ZoneHint[] = [];
  const partial: Stamp[] = [];
  let upstreams = false;
  let understood = 0;
  let examined = 0;
  let telling = 0;
  let above: Millis | undefined;
  for (const line of lines) {
    if (line.trim() === '') continue;
    examined++;
    const read = chain(line, catalogue);
    if (!read) continue;
    understood++;
    const { leaf, stamps, speaker, fields } = read;
    if (stamps.length > 0 || tells(leaf)) telling++;
    for (const format of read.formats) found.add(format);
    leaves.set(leaf, (leaves.get(leaf) ?? 0) + 1);
    const own = speakers.get(speaker) ?? new Map<Format, number>();
    speakers.set(speaker, own.set(leaf, (own.get(leaf) ?? 0) + 1));
    upstreams ||= leaf.kind === 'access' && Object.keys(fields).some((name) => name.startsWith('upstream'));

    const nearest = stamps[stamps.length - 1];
    if (!nearest) continue;
    const [told] = stamps.flatMap(({ zone, wall, lacks }) =>
      zone === undefined || lacks !== 'nothing' ? [] : [wall - zone * minute],
    );
    for (const stamp of stamps) {
      if (stamp.lacks !== 'nothing') partial.push(stamp);
      if (stamp.zone !== undefined) continue;
      const [moment, kind] = told === undefined ? [above, 'line' as const] : [told, 'stamp' as const];
      if (moment !== undefined) hints.push({ kind, apart: place(stamp, { zone: 0 }, moment) - moment });
    }
    if (nearest.lacks === 'nothing' && nearest.zone === undefined) zoneless.push(nearest.wall);
    if (nearest.lacks === 'nothing' && nearest.zone !== undefined) {
      zoned.push(nearest.wall - nearest.zone * minute);
      zones.add(nearest.zone);
    }
    above = told ?? above;
  }
  const formats = catalogue.formats.filter((format) => found.has(format)).map(({ id }) => id);
  if (!isNonEmpty(formats)) return undefined;
  const { role, roles, mistaken } = rolesOf([...speakers.values()], upstreams);
  const left = formats.filter((id) => !mistaken.has(id));
  return {
    formats: isNonEmpty(left) ? left : formats,
    main:
      mainOf(new Map([...leaves].map(([{ id }, count]) => [id, count])), mistaken, catalogue) ?? formats[0],
    role,
    roles,
    mistaken,
    examined,
    understood,
    telling,
    zoneless,
    zoned,
    zones,
    hints,
    partial,
  };
}

/** The format of most lines; plain words only where there is nothing else. */
export function mainOf(
  leaves: ReadonlyMap<string, number>,
  mistaken: ReadonlySet<string>,
  catalogue: Catalogue,
): string | undefined {
  const telling = (id: string) => catalogue.formats.some((each) => each.id === id && tells(each));
  const [first] = [...leaves]
    .filter(([id]) => !mistaken.has(id))
    .sort(([a, as], [b, bs]) => Number(telling(b)) - Number(telling(a)) || bs - as || (a < b ? -1 : 1));
  return first?.[0];
}

/** Anybody's words read as plain text; any other format is a sign that somebody logged. */
export const tells = ({ clock, role }: Format): boolean => clock.stamps !== 'none' || role !== undefined;

/**
 * The role that most lines speak for. A backend's own access log may look like a proxy's: beside its other lines, and
 * without a word about an upstream, it is the backend's.
 */
function rolesOf(speakers: readonly ReadonlyMap<Format, number>[], upstreams: boolean) {
  const votes = new Map<Role, number>();
  const mistaken = new Set<string>();
  for (const leaves of speakers) {
    const speaks = (as: Role) => [...leaves.keys()].some(({ kind, role }) => kind === 'text' && role === as);
    const serves = speaks('backend') && !speaks('proxy') && !upstreams;
    for (const [{ id, kind, role }, lines] of leaves) {
      const own = serves && kind === 'access' && role === 'proxy';
      if (own && speakers.length === 1) mistaken.add(id);
      // Records of requests may be anybody's; whoever names an upstream in them is a proxy.
      const voted = own ? 'backend' : (role ?? (kind === 'access' && upstreams ? 'proxy' : undefined));
      if (voted) votes.set(voted, (votes.get(voted) ?? 0) + lines);
    }
  }
  const [[role] = ['backend' as const]] = [...votes].sort(([, a], [, b]) => b - a);
  return { role, roles: new Set(votes.keys()), mistaken };
}
