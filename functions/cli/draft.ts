import { basename } from 'node:path';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { place } from '#lib/engine/read.ts';
import type { Sniffed } from '#lib/engine/sniff.ts';
import { offsetAt } from '#lib/engine/zone.ts';
import { isNonEmpty, type NonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type Source } from '#lib/model/record.ts';
import { type EventTime, type Millis, type Offset, second } from '#lib/model/time.ts';
import type { SourceRead } from '#lib/model/verdict.ts';
import type { Input } from './inputs.ts';
import { zoneOf } from './named-zone.ts';
import type { Piece } from './rotation.ts';
import { zoneWithin } from './zone.ts';

const defaultSkew: Millis = second;

/** What only the person who asks can tell. */
export interface Wishes {
  /** `--tz`: for lines that carry no zone. */
  readonly zone: string | undefined;
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** Only what each group's filter pattern would let through. */
  readonly asDelivered: boolean;
  /** What a configuration says about sources, by the file's name as given, or its last part. */
  readonly entries: ReadonlyMap<string, Partial<Source>>;
}

export interface Sniffing {
  readonly input: Input;
  readonly sniffed: Sniffed;
  readonly piece: Piece;
}

export type Zone = SourceRead['zone'] & { readonly minutes: Offset };

/** A source's entry as far as a look at samples settles it. */
export interface Draft {
  readonly source: Source;
  /** The formats in which its lines are tried: a rare line may be in one that no sample showed. */
  readonly readAs: NonEmpty<string>;
  /** Undefined where only the other logs of the run may tell it. */
  readonly zone: Zone | undefined;
}

/** What a configuration says about a file. */
export const entryOf = (name: string, { entries }: Wishes): Partial<Source> | undefined =>
  entries.get(name) ?? entries.get(basename(name));

export function draftOf(
  { input, sniffed, piece }: Sniffing,
  all: readonly Sniffing[],
  wishes: Wishes,
  anchor: EventTime | undefined,
): Draft {
  const entry = entryOf(input.name, wishes);
  const anchored = anchor === undefined ? {} : { anchor };
  // A short piece of a rotated log may show nothing of what its siblings show.
  const telling = [
    sniffed,
    ...all.filter((other) => other.piece.log === piece.log).map((other) => other.sniffed),
  ];
  const { role } = telling.find(({ roles }) => roles.size > 0) ?? sniffed;
  return {
    source: {
      name: input.name,
      role,
      formats: sniffed.formats,
      scope: defaultScope,
      shared: false,
      zone: 0,
      skew: defaultSkew,
      ...anchored,
      ...entry,
    },
    readAs: readAs(sniffed, entry?.formats),
    zone: ownZone(sniffed, wishes.zone, entry?.zone, anchored),
  };
}

const kindOf = new Map(catalogue.formats.map(({ id, kind }) => [id, kind]));

/** What a configuration names, in whatever an export wrapped it; nothing but requests in a log of requests; else anything. */
function readAs(sniffed: Sniffed, named: NonEmpty<string> | undefined): NonEmpty<string> {
  const wraps = sniffed.formats.filter((id) => kindOf.get(id) === 'envelope');
  const onlyRequests = sniffed.formats.every((id) => kindOf.get(id) === 'access');
  const fits = (id: string) => (named ? named.includes(id) || wraps.includes(id) : !sniffed.mistaken.has(id));
  const formats = catalogue.formats.map(({ id }) => id).filter(fits);
  return !named && onlyRequests ? sniffed.formats : isNonEmpty(formats) ? formats : sniffed.formats;
}

function ownZone(
  { zoneless, zoned, zones, partial, hints }: Sniffed,
  wished: string | undefined,
  entered: Offset | undefined,
  anchored: { readonly anchor?: EventTime },
): Zone | undefined {
  const walls = [...zoneless, ...partial.map((stamp) => place(stamp, { zone: 0, ...anchored }, undefined))];
  if (walls.length === 0) {
    const [printed = 0] = zones.size === 1 ? zones : [];
    return zoned.length > 0 ? spokenZone(printed, 'in-line') : spokenZone(0, 'none');
  }
  if (wished !== undefined) return spokenZone(zoneOf(wished, median(walls)), 'configured');
  if (entered !== undefined) return spokenZone(entered, 'configured', median(walls));
  const told = zoneWithin(hints);
  return told === undefined ? undefined : spokenZone(told, 'inferred');
}

/** An offset in words, where it changes as it was at a moment. */
export function spokenZone(minutes: Offset, how: Zone['how'], at: Millis = 0): Zone {
  const then = offsetAt(minutes, at);
  const size = Math.abs(then);
  const part = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return { offset: `${then < 0 ? '-' : '+'}${part(size / 60)}:${part(size % 60)}`, how, minutes };
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
