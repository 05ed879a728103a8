import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Observer } from '#lib/engine/observe.ts';
import { mayConcern } from '#lib/engine/scope.ts';
import { chain, tells } from '#lib/engine/sniff.ts';
import type { Context, NearbyLine, Printed } from '#lib/model/context.ts';
import { programOf } from '#lib/model/signature.ts';
import { type EventTime, type Millis, second } from '#lib/model/time.ts';
import type { Gathered } from './gather.ts';
import { linesAbove, linesAt, linesBelow, linesBetween } from './lines.ts';
import { bytesBefore, reading, window } from './seek.ts';
import { riseIn } from './traffic.ts';

/** Lines of a block that are shown: enough for the head and the end of a traceback. */
const blockLines = 12;
/** What a backend printed this far from a close may still tell something. */
const near: Millis = 30 * second;
const nearestLines = 8;

/** Context from whole files: it reads only the neighbourhood of what is asked. */
export function contextOf(files: readonly Gathered[], observer: Observer): Context {
  return {
    block(source, number) {
      const file = files.find((each) => each.source.name === source);
      const offset = file && offsetOf(file, number);
      return file && offset !== undefined ? blockAround(file, offset) : [];
    },
    covers: (name) => files.find(({ source }) => source.name === name)?.covers,
    versions: (scope) =>
      files
        .filter(({ source }) => mayConcern(scope, source))
        .flatMap(printedIn)
        .sort((a, b) => a.at - b.at || compare(a.program, b.program)),
    rise: (scope, moment) => {
      const rises = files
        .filter(({ source }) => mayConcern(scope, source))
        .flatMap((file) => riseIn(file, moment, observer) ?? []);
      return rises.sort((a, b) => b.to - a.to)[0];
    },
    nearest(scope, moments) {
      const asked = [...moments].sort((a, b) => a - b).slice(0, 3);
      const backends = files.filter(({ source, roles }) => roles.has('backend') && mayConcern(scope, source));
      const found = backends.flatMap((file) => asked.flatMap((moment) => linesNear(file, moment, observer)));
      const unique = new Map(found.map((line) => [`${line.file.source.name} ${line.offset}`, line]));
      return [...unique.values()]
        .sort((a, b) => a.distance - b.distance || compare(a.text, b.text))
        .slice(0, nearestLines)
        .sort((a, b) => a.at - b.at || a.offset - b.offset)
        .map(
          ({ file, offset, at, text }): NearbyLine => ({
            source: file.source.name,
            line: linesBetween(file.input, 0, offset) + 1,
            at,
            text,
          }),
        );
    },
  };
}

const printedIn = ({ pages }: Gathered): readonly Printed[] =>
  pages.flatMap(({ facts }) =>
    facts.flatMap(({ signature, at, says: { version } }) =>
      version === undefined || at === null ? [] : [{ program: programOf(signature), version, at }],
    ),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function offsetOf({ places: { numbers, offsets } }: Gathered, number: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === number ? offsets[low] : undefined;
}

/** A line with a time of its own, or in a program's own format, begins a record; what follows without is its tail. */
function begins(text: string): boolean {
  const read = chain(text, catalogue);
  return read !== undefined && (read.stamps.length > 0 || tells(read.leaf));
}

/** The tail of a record; for a line in a tail also what stands above it, up to the record's first line. */
function blockAround(file: Gathered, offset: number): readonly string[] {
  const below: string[] = [];
  let first: string | undefined;
  for (const { text } of linesBelow(file.input, offset, window)) {
    if (first === undefined) {
      first = text;
      continue;
    }
    if (below.length >= blockLines || text.trim() === '' || begins(text)) break;
    below.push(text);
  }
  if (first === undefined || begins(first)) return below;
  const above: string[] = [];
  for (const { text } of linesAbove(file.input, offset, Math.max(0, offset - window))) {
    if (above.length >= blockLines || begins(text)) break;
    if (text.trim() !== '') above.unshift(text);
  }
  return [...above.slice(-blockLines + Math.min(below.length, 4)), ...below.slice(0, 4)];
}

interface Near {
  readonly file: Gathered;
  readonly offset: number;
  readonly at: EventTime;
  readonly text: string;
  readonly distance: Millis;
}

/** The lines around a moment, compared one by one. */
function linesNear(file: Gathered, moment: EventTime, observer: Observer): readonly Near[] {
  const { input } = file;
  const low = bytesBefore(file, moment - near, observer);
  let above: EventTime | undefined;
  return linesAt(input, low, 4 * window).flatMap(({ offset, text }): Near[] => {
    const event = reading(file, text, observer);
    const at = event?.at ?? above;
    above = at;
    if (at === undefined || text.trim() === '' || Math.abs(at - moment) > near) return [];
    if (event && proxyFormats.has(event.format)) return [];
    return [{ file, offset, at, text, distance: Math.abs(at - moment) }];
  });
}

const proxyFormats = new Set(catalogue.formats.filter(({ role }) => role === 'proxy').map(({ id }) => id));
