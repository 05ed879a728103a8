import type { Context, NearbyLine } from '#lib/model/context.ts';
import { type EventTime, type Millis, second } from '#lib/model/time.ts';
import type { Observer } from '#lib/pipeline.ts';
import type { Gathered } from './gather.ts';
import { type Line, linesAt } from './scan.ts';

/** Lines of a block that are shown: enough for the head and the end of a traceback. */
const blockLines = 12;
/** What a backend printed this far from a close may still tell something. */
const near: Millis = 30 * second;
const nearestLines = 8;
/** Bytes read at once around a place in a file. */
const window = 64 * 1024;

/** Context from whole files: it reads only the neighbourhood of what is asked. */
export function contextOf(files: readonly Gathered[], observer: Observer): Context {
  return {
    block(source, number) {
      const file = files.find(({ source: { name } }) => name === source);
      const line = file?.lines.find((each) => each.number === number);
      return file && line ? blockAround(file, line, observer) : [];
    },
    nearest(scope, moments) {
      const asked = [...moments].sort((a, b) => a - b).slice(0, 3);
      const backends = files.filter(({ source }) => source.role === 'backend' && source.scope === scope);
      const found = backends.flatMap((file) => asked.flatMap((moment) => linesNear(file, moment, observer)));
      const unique = new Map(found.map((line) => [`${line.source} ${line.offset}`, line]));
      return [...unique.values()]
        .sort((a, b) => a.distance - b.distance)
        .slice(0, nearestLines)
        .sort((a, b) => a.at - b.at || a.offset - b.offset)
        .map(({ source, number, at, text }): NearbyLine => ({ source, line: number, at, text }));
    },
  };
}

/** A line with a time of its own, or in a program's own format, begins a record; what follows without is its tail. */
function begins(file: Gathered, text: string, observer: Observer): boolean {
  const event = observer.read({ id: '', source: file.source.name, text }, file.source);
  return event !== undefined && (event.at !== undefined || event.format !== 'plain');
}

/** The tail of a record; for a line in a tail also what stands above it, up to the record's first line. */
function blockAround(file: Gathered, line: Line, observer: Observer): readonly string[] {
  const below: string[] = [];
  const from = line.offset;
  for (const { text } of linesAt(file.input, from, window).slice(1)) {
    if (below.length >= blockLines || text.trim() === '' || begins(file, text, observer)) break;
    below.push(text);
  }
  if (begins(file, line.text, observer)) return below;
  const above: string[] = [];
  const start = Math.max(0, from - window);
  const before = linesAt(file.input, start, from - start);
  for (const { text } of before.reverse()) {
    if (above.length >= blockLines || begins(file, text, observer)) break;
    if (text.trim() !== '') above.unshift(text);
  }
  return [...above.slice(-blockLines + Math.min(below.length, 4)), ...below.slice(0, 4)];
}

interface Near {
  readonly source: string;
  readonly number: number | null;
  readonly offset: number;
  readonly at: EventTime;
  readonly text: string;
  readonly distance: Millis;
}

/** Log files are nearly sorted: a bisection finds the place, the lines around it are compared one by one. */
function linesNear(file: Gathered, moment: EventTime, observer: Observer): readonly Near[] {
  const { input, source } = file;
  const read = (text: string) => observer.read({ id: '', source: source.name, text }, source)?.at;
  let low = 0;
  let high = input.bytes;
  while (high - low > window) {
    const middle = Math.floor((low + high) / 2);
    const dated = linesAt(input, middle, window).find(({ text }) => read(text) !== undefined);
    const at = dated && read(dated.text);
    if (at !== undefined && at < moment - near) low = middle;
    else high = middle;
  }
  let above: EventTime | undefined;
  const numbers = new Map(file.lines.map((line) => [line.offset, line.number]));
  return linesAt(input, low, 4 * window).flatMap(({ offset, text }): Near[] => {
    const at = read(text) ?? above;
    above = at;
    if (at === undefined || text.trim() === '' || Math.abs(at - moment) > near) return [];
    const distance = Math.abs(at - moment);
    return [{ source: source.name, number: numbers.get(offset) ?? null, offset, at, text, distance }];
  });
}
