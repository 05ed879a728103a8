import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { inferZone, type Sniffed, sniff } from '#lib/engine/sniff.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type LogRecord, type Source } from '#lib/model/record.ts';
import { type EventTime, eventTime, type Millis, second } from '#lib/model/time.ts';
import type { SourceRead } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import { mayMatch, needlesOf, type Observer } from '#lib/pipeline.ts';
import type { Input } from './inputs.ts';
import { zoneOf } from './known.ts';
import { candidates, countLines, type Line, linesAt, linesOf, sampleLines } from './scan.ts';

/** Up to this size every line is decoded; beyond it only a spread sample and the lines with a needle. */
const wholeUpTo = 16 * 1024 * 1024;
/** How far back a line without a time looks for one above it that has one. */
const blockReach = 64 * 1024;
const defaultSkew: Millis = second;

export interface Wishes {
  /** `--tz`: for lines that carry no zone. */
  readonly zone: string | undefined;
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** Only what each group's filter pattern would let through. */
  readonly asDelivered: boolean;
  /** What a configuration says about a source, by the name it was given with. */
  readonly entries: ReadonlyMap<string, Partial<Source>>;
}

/** One file, understood: its entry, its records in file order, and what to say about it. */
export interface Gathered {
  readonly input: Input;
  readonly source: Source;
  readonly records: readonly LogRecord[];
  /** Every line of a small file, the relevant lines of a large one. */
  readonly lines: readonly Line[];
  readonly read: SourceRead;
}

interface Sniffing {
  readonly input: Input;
  readonly sniffed: Sniffed;
  readonly lines: readonly Line[];
  readonly total: number;
  readonly whole: boolean;
}

export interface Gathering {
  readonly files: readonly Gathered[];
  readonly warnings: readonly string[];
}

/** Sniffs every input, settles zones and dates over the whole run, and cuts the files into records. */
export async function gather(inputs: readonly Input[], wishes: Wishes, observer: Observer): Promise<Gathering> {
  const warnings: string[] = [];
  const sniffings: Sniffing[] = [];
  for (const input of inputs) {
    const sniffing = await sniffInput(input);
    if (sniffing) sniffings.push(sniffing);
    else
      warnings.push(
        `${input.name}: no line of it looks like a log (is it binary, or encrypted?); it was left out. Pass the text log itself.`,
      );
  }
  const dated = sniffings.flatMap(({ sniffed }) => [...sniffed.zoned, ...sniffed.zoneless]);
  const anchor = dated.length > 0 ? eventTime(dated.reduce((latest, ms) => Math.max(latest, ms))) : undefined;
  const first = sniffings.map((sniffing) => entryOf(sniffing, wishes, anchor));
  const zones = zonesOf(sniffings, first, wishes, observer);
  const files = sniffings.map((sniffing, index): Gathered => {
    const entry = first[index] ?? entryOf(sniffing, wishes, anchor);
    const zone = zones[index] ?? { minutes: entry.zone, how: 'none' as const };
    const source = { ...entry, zone: zone.minutes };
    const { records, times, understood } = recordsOf(sniffing, source, wishes, observer);
    return {
      input: sniffing.input,
      source,
      records,
      lines: sniffing.lines,
      read: {
        origin: sniffing.input.name,
        format: sniffing.sniffed.main,
        role: source.role,
        lines: sniffing.total,
        examined: sniffing.whole ? sniffing.total : sniffing.sniffed.examined,
        understood: sniffing.whole ? understood : sniffing.sniffed.understood,
        first: instant(times.first),
        last: instant(times.last),
        zone: { offset: spokenOffset(zone.minutes), how: zone.how },
      },
    };
  });
  return { files, warnings };
}

async function sniffInput(input: Input): Promise<Sniffing | undefined> {
  const sample = sampleLines(input);
  const spread = sniff(sample, catalogue);
  if (input.bytes <= wholeUpTo) {
    const lines: Line[] = [];
    for await (const line of linesOf(input)) lines.push(line);
    const sniffed = sniff(
      lines.map(({ text }) => text),
      catalogue,
    );
    return sniffed && { input, sniffed, lines, total: lines.length, whole: true };
  }
  if (!spread) return undefined;
  const onlyRequests = spread.formats.every((id) => catalogue.formats.find((format) => format.id === id)?.kind === 'access');
  const needles = needlesOf(catalogue, onlyRequests ? spread.formats : catalogue.formats.map(({ id }) => id));
  const [lines, total] = await Promise.all([candidates(input, needles), countLines(input)]);
  const relevant = lines.map(({ text }) => text);
  const sniffed = sniff([...sample, ...relevant], catalogue) ?? spread;
  return { input, sniffed, lines, total, whole: false };
}

function entryOf({ input, sniffed }: Sniffing, wishes: Wishes, anchor: EventTime | undefined): Source {
  const at = sniffed.zoneless[0] ?? sniffed.zoned[0] ?? 0;
  const formats: NonEmpty<string> = sniffed.formats;
  return {
    name: input.name,
    role: sniffed.role,
    formats,
    scope: defaultScope,
    shared: false,
    zone: wishes.zone === undefined ? 0 : zoneOf(wishes.zone, at),
    skew: defaultSkew,
    ...(sniffed.lacks !== 'nothing' && anchor !== undefined ? { anchor } : {}),
    ...wishes.entries.get(input.name),
  };
}

interface Zone {
  readonly minutes: number;
  readonly how: SourceRead['zone']['how'];
}

/** One zone for each whole source: said in the line, given, inferred from sources that say theirs, else UTC and said so. */
function zonesOf(
  sniffings: readonly Sniffing[],
  entries: readonly Source[],
  wishes: Wishes,
  observer: Observer,
): readonly Zone[] {
  const momentsOf = (index: number): readonly number[] => {
    const [sniffing, source] = [sniffings[index], entries[index]];
    if (!sniffing || !source) return [];
    return sniffing.lines.flatMap((line) => {
      const event = observer.read({ id: '', source: source.name, text: line.text }, source);
      return event?.at !== undefined && observer.match(event).length > 0 ? [event.at] : [];
    });
  };
  const zonedMoments = sniffings.flatMap(({ sniffed }, index) =>
    sniffed.zoneless.length === 0 && sniffed.zoned.length > 0 ? momentsOf(index) : [],
  );
  const zonedAll = sniffings.flatMap(({ sniffed }) => sniffed.zoned);
  return sniffings.map(({ sniffed }, index): Zone => {
    const entry = entries[index];
    const given = entry?.zone ?? 0;
    if (sniffed.zoneless.length === 0) return { minutes: given, how: sniffed.zoned.length > 0 ? 'in-line' : 'none' };
    if (wishes.zone !== undefined || wishes.entries.get(entry?.name ?? '')?.zone !== undefined)
      return { minutes: given, how: 'configured' };
    if (zonedAll.length === 0) return { minutes: 0, how: 'assumed' };
    const inferred = inferZone(momentsOf(index), zonedMoments, {
      zoneless: [least(sniffed.zoneless), most(sniffed.zoneless)],
      zoned: [least(zonedAll), most(zonedAll)],
    });
    return inferred === undefined ? { minutes: 0, how: 'assumed' } : { minutes: inferred, how: 'inferred' };
  });
}

const least = (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

function spokenOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const part = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${part(size / 60)}:${part(size % 60)}`;
}

/** The records of one file. A line without a time takes that of the nearest dated line above it, else the first below. */
function recordsOf(sniffing: Sniffing, source: Source, wishes: Wishes, observer: Observer) {
  const delivered = filterPattern(needlesOf(catalogue, source.formats)).needles;
  const records: LogRecord[] = [];
  const times: { first: EventTime | null; last: EventTime | null } = { first: null, last: null };
  let understood = 0;
  let above: EventTime | undefined;
  let waiting: LogRecord[] = [];
  const keep = (record: LogRecord, at: EventTime | undefined) => {
    if (at !== undefined && (at < (wishes.since ?? at) || at > (wishes.until ?? at))) return;
    if (!wishes.asDelivered || mayMatch(record.text, delivered)) records.push(record);
  };
  for (const line of sniffing.lines) {
    const record: LogRecord = { id: `line:${line.number}`, source: source.name, text: line.text };
    const event = observer.read(record, source);
    if (event) understood++;
    if (event?.at === undefined) {
      const inherits = sniffing.whole ? above : timeAbove(sniffing.input, line, source, observer);
      if (inherits === undefined) waiting.push(record);
      else keep({ ...record, inherits }, inherits);
      continue;
    }
    above = event.at;
    if (times.first === null || event.at < times.first) times.first = event.at;
    if (times.last === null || event.at > times.last) times.last = event.at;
    for (const earlier of waiting) keep({ ...earlier, inherits: event.at }, event.at);
    waiting = [];
    keep(record, event.at);
  }
  for (const record of waiting) keep(record, undefined);
  return { records, times, understood };
}

function timeAbove(input: Input, line: Line, source: Source, observer: Observer): EventTime | undefined {
  const from = Math.max(0, line.offset - blockReach);
  for (const { text } of linesAt(input, from, line.offset - from).reverse()) {
    const at = observer.read({ id: '', source: source.name, text }, source)?.at;
    if (at !== undefined) return at;
  }
  return undefined;
}
