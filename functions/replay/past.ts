import { leaner } from '#functions/cli/lean.ts';
import { lackOfRoom } from '#functions/cli/room.ts';
import { recordsOf } from '#functions/events/records.ts';
import type { LogStore, StoredEvent } from '#functions/ports.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { type Observer, observer } from '#lib/engine/observe.ts';
import { anyOf } from '#lib/engine/sieve.ts';
import type { Lexicon } from '#lib/model/catalogue.ts';
import type { Page } from '#lib/model/page.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import type { EventTime } from '#lib/model/time.ts';
import type { Run } from '#lib/pipeline.ts';
import { history, type Reading } from './history.ts';
import { pagePool } from './pool.ts';
import { LogsRefused } from './refusal.ts';
import type { Slice } from './slices.ts';

/** Lines of a log group, counted. */
export interface Tally {
  readonly lines: number;
  /** With a needle, and so decoded. */
  readonly examined: number;
  readonly understood: number;
  /** By the innermost format of what was understood. */
  readonly formats: Readonly<Record<string, number>>;
  readonly first: EventTime | null;
  readonly last: EventTime | null;
  /** Lines that made a rule throw, and were left out; and the name of what it threw first. */
  readonly broken: number;
  readonly fault: string | null;
}

/** All that a complete slice said. Plain JSON: it can be put away and gone on from. */
export interface Chapter {
  readonly slice: Slice;
  readonly pages: readonly Page[];
  readonly tally: Tally;
}

export const noLines: Tally = {
  lines: 0,
  examined: 0,
  understood: 0,
  formats: {},
  first: null,
  last: null,
  broken: 0,
  fault: null,
};

export function sum(a: Tally, b: Tally): Tally {
  const formats = { ...a.formats };
  for (const [format, lines] of Object.entries(b.formats)) formats[format] = (formats[format] ?? 0) + lines;
  return {
    lines: a.lines + b.lines,
    examined: a.examined + b.examined,
    understood: a.understood + b.understood,
    formats,
    first: a.first === null || (b.first !== null && b.first < a.first) ? b.first : a.first,
    last: a.last === null || (b.last !== null && b.last > a.last) ? b.last : a.last,
    broken: a.broken + b.broken,
    fault: a.fault ?? b.fault,
  };
}

export const signalsOf = (pages: readonly Page[]): number =>
  pages.reduce((count, { facts }) => count + facts.length, 0);

/** Facts are made smaller from so many on: it costs time. */
const many = 20_000;

/**
 * Reads slices of the past with the core that reads deliveries: the same records, the same needles, the same pages.
 * One chapter for each slice as it is complete, in no order. `held` counts the signals that the caller has already.
 * Throws `LogsRefused` where the logs cannot be read, or say more than memory holds.
 */
export async function* chapters(
  logs: LogStore,
  run: Run,
  slices: readonly Slice[],
  catalogue: Lexicon,
  reading: Reading,
  held = 0,
): AsyncGenerator<Chapter> {
  const eye = observer(catalogue, run.redaction);
  const lean = leaner();
  const known = new Map(
    run.sources.map((source) => [
      source.name,
      { source, mayTell: anyOf(needlesOf(catalogue, source.formats)) },
    ]),
  );
  const open = new Map<Slice, { readonly pool: ReturnType<typeof pagePool>; tally: Tally }>();
  let signals = held;

  const take = (slice: Slice, events: readonly StoredEvent[]) => {
    const entry = known.get(slice.group);
    if (!entry) return;
    const { source, mayTell } = entry;
    const records = events.flatMap((event) =>
      recordsOf(event, { owner: '', group: slice.group, stream: event.stream }),
    );
    const telling = records.filter(({ text }) => mayTell(text));
    const { broken, fault, observed } = tolerant(eye, telling, source);
    const { pages, understood, formats, first, last } = observed;
    const part = open.get(slice) ?? { pool: pagePool(), tally: noLines };
    signals += signalsOf(pages);
    part.pool.add(
      signals < many
        ? pages
        : pages.map((page) => ({ ...page, facts: page.facts.map((fact) => lean(fact)) })),
    );
    part.tally = sum(part.tally, {
      lines: records.length,
      examined: telling.length,
      understood,
      formats: Object.fromEntries(formats),
      first,
      last,
      broken,
      fault,
    });
    open.set(slice, part);
    const needed = lackOfRoom(signals);
    if (needed !== undefined) throw new LogsRefused({ kind: 'too-many', signals, needed });
  };

  for await (const heard of history(logs, slices, reading)) {
    const { slice } = heard;
    switch (heard.kind) {
      case 'events':
        take(slice, heard.events);
        break;
      case 'again':
        signals -= signalsOf(open.get(slice)?.pool.pages() ?? []);
        open.delete(slice);
        break;
      case 'done': {
        const part = open.get(slice);
        open.delete(slice);
        yield { slice, pages: part?.pool.pages() ?? [], tally: part?.tally ?? noLines };
      }
    }
  }
}

/** A line that makes a rule throw is left out, as the stack leaves it out, and the others are kept. */
function tolerant({ observe }: Observer, records: readonly LogRecord[], source: Source) {
  try {
    return { broken: 0, fault: null, observed: observe(records, source) };
  } catch {
    let fault: string | null = null;
    const good = records.filter((record) => {
      try {
        observe([record], source);
        return true;
      } catch (error) {
        // Not its message: that may quote the line.
        fault ??= error instanceof Error ? error.name : typeof error;
        return false;
      }
    });
    return { broken: records.length - good.length, fault, observed: observe(good, source) };
  }
}
