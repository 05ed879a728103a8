import { catalogue } from '#lib/catalogue/catalogue.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import type { Observer } from '#lib/engine/observe.ts';
import { tells } from '#lib/engine/sniff.ts';
import { summarise } from '#lib/engine/summarise.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { Page } from '#lib/model/page.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import type { Signal } from '#lib/model/signal.ts';
import type { EventTime } from '#lib/model/time.ts';
import type { Input } from './inputs.ts';
import { leaner } from './lean.ts';
import { everyLine, type Line, linesAbove, linesBelow, sampleLines } from './lines.ts';
import type { Progress } from './progress.ts';
import { ifNoRoomFor } from './room.ts';
import { candidates } from './scan.ts';

/** Up to this size every line is read; beyond it only a spread sample and the lines with a needle. */
const wholeUpTo = 1024 * 1024;
/** How far back a line without a time looks for one above it that has one. */
const blockReach = 64 * 1024;
/** How far above the first line with a time one may stand that is of the same moment: the rest of a block that was cut off. */
const cutReach = 8 * 1024;
/** Signals are folded into pages this many at a time, so that only facts and a bounded choice of texts are held. */
const batch = 4096;
/** From so many signals on their size counts for more than the time to make it smaller. */
const many = 20_000;
/** Lines before the first one with a time wait for it; more than this is no preamble. */
const mostWaiting = 10_000;

export interface Folding {
  readonly input: Input;
  readonly source: Source;
  /** Some line of it has a time. */
  readonly datable: boolean;
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** The needles of the group's filter pattern, where only what it delivers counts. */
  readonly delivered: readonly string[] | undefined;
}

/** Where the lines with signals stand. Ascending, both alike long. */
export interface Places {
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
}

export interface Fold {
  readonly pages: readonly Page[];
  readonly places: Places;
  readonly whole: boolean;
  readonly lines: number;
  readonly examined: number;
  readonly understood: number;
  readonly telling: number;
  readonly signals: number;
  /** Lines with signals that `since` and `until` left out. */
  readonly outside: number;
  /** The innermost formats of the lines that were read, with their counts. */
  readonly leaves: ReadonlyMap<string, number>;
  readonly first: EventTime | null;
  readonly last: EventTime | null;
  /** The times of all lines with signals, left out or not. */
  readonly moments: readonly EventTime[];
}

const telling = new Set(catalogue.formats.filter(tells).map(({ id }) => id));

/** Reads a file as its entry says and folds what matters into pages. */
export async function fold(asked: Folding, observer: Observer, progress: Progress): Promise<Fold> {
  const { input, source, datable, since, until, delivered } = asked;
  const whole = input.bytes <= wholeUpTo;
  const pages: Page[] = [];
  const numbers: number[] = [];
  const offsets: number[] = [];
  const leaves = new Map<string, number>();
  const moments: EventTime[] = [];
  const count = { examined: 0, understood: 0, telling: 0, signals: 0, outside: 0 };
  /** Lines that were read as a sample, and counted then. */
  const sampled = new Set<number>();
  const lean = leaner();
  let signals: Signal[] = [];
  let waiting: Line[] = [];
  /** `stamped`: where the line with this time stands. */
  let above:
    | { readonly offset: number; readonly stamped: number; readonly at: EventTime | undefined }
    | undefined;
  let first: EventTime | null = null;
  let last: EventTime | null = null;

  const read = (line: Line, inherits?: EventTime): LogEvent | undefined => {
    const record: LogRecord = { id: `line:${line.number}`, source: source.name, text: line.text };
    return observer.read(inherits === undefined ? record : { ...record, inherits }, source);
  };
  const dated = (at: EventTime) => {
    if (first === null || at < first) first = at;
    if (last === null || at > last) last = at;
  };
  const weigh = (line: Line, event: LogEvent) => {
    const found = observer.match(event, source.services);
    if (found.length === 0) return;
    const { at } = event;
    if (at !== undefined) moments.push(at);
    if (at !== undefined && (at < (since ?? at) || at > (until ?? at))) {
      count.outside++;
      return;
    }
    if (delivered && !mayMatch(line.text, delivered)) return;
    count.signals++;
    numbers.push(line.number);
    offsets.push(line.offset);
    if (count.signals < many) signals.push(...found);
    else for (const { fact, excerpt } of found) signals.push({ fact: lean(fact), excerpt });
    if (signals.length >= batch) flush();
  };
  const flush = () => {
    pages.push(...summarise(signals, source.scope, catalogue.version));
    signals = [];
    ifNoRoomFor(count.signals);
  };
  /** Of a large file only some lines pass: those between them are asked too. */
  const timeIn = (line: Line, others: Iterable<{ readonly text: string }>): EventTime | undefined => {
    for (const { text } of others) {
      const at = read({ ...line, text })?.at;
      if (at !== undefined) return at;
    }
    return undefined;
  };
  const timeAbove = (line: Line): EventTime | undefined => {
    const passed = above && line.offset - above.stamped <= blockReach ? above.at : undefined;
    if (whole || !datable) return passed;
    const from = Math.max(above?.offset ?? 0, line.offset - blockReach);
    return timeIn(line, linesAbove(input, line.offset, from)) ?? passed;
  };
  const release = (inherits: EventTime | undefined, below = 0) => {
    for (const line of waiting) {
      const isNear = below - line.offset <= cutReach;
      const at = whole
        ? isNear
          ? inherits
          : undefined
        : timeIn(line, linesBelow(input, line.offset, cutReach));
      const event = read(line, at);
      if (event) weigh(line, event);
    }
    waiting = [];
  };
  const take = (line: Line) => {
    const event = read(line);
    if (!sampled.has(line.offset)) {
      count.examined++;
      if (event) count.understood++;
      if (event?.at !== undefined || (event && telling.has(event.format))) count.telling++;
    }
    if (!event) return;
    leaves.set(event.format, (leaves.get(event.format) ?? 0) + 1);
    const at = event.at ?? timeAbove(line);
    above = {
      offset: line.offset,
      stamped: event.at === undefined ? (above?.stamped ?? line.offset) : line.offset,
      at,
    };
    if (at === undefined && datable && waiting.length < mostWaiting) waiting.push(line);
    else if (at === undefined || event.at !== undefined) {
      release(at, line.offset);
      weigh(line, event);
    } else {
      const inheriting = read(line, at);
      if (inheriting) weigh(line, inheriting);
    }
    if (event.at !== undefined) dated(event.at);
  };

  let lines: number;
  if (whole) lines = await everyLine(input, (line) => line.text.trim() !== '' && take(line), progress);
  else {
    const sample = sampleLines(input);
    for (const { offset } of sample) sampled.add(offset);
    for (const { text } of [...sample.slice(0, 8), ...sample.slice(-8)]) {
      const at = read({ number: 0, offset: 0, text })?.at;
      if (at !== undefined) dated(at);
    }
    lines = await candidates(input, needlesOf(catalogue, source.formats), take, progress);
  }
  release(undefined);
  flush();
  return { pages, places: { numbers, offsets }, whole, lines, ...count, leaves, first, last, moments };
}
