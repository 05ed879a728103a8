import type { Lexicon } from '#lib/model/catalogue.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { Page } from '#lib/model/page.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import type { Signal } from '#lib/model/signal.ts';
import type { EventTime } from '#lib/model/time.ts';
import { type Match, matcher } from './match.ts';
import { reader } from './read.ts';
import type { Redaction } from './redact.ts';
import { summarise } from './summarise.ts';

export interface Observed {
  readonly pages: readonly Page[];
  /** Records that some format of their source could read. */
  readonly understood: number;
  /** The innermost formats of these records, with their counts. */
  readonly formats: ReadonlyMap<string, number>;
  readonly first: EventTime | null;
  readonly last: EventTime | null;
}

export interface Observer {
  /** Undefined for a line that none of its source's formats knows. */
  readonly read: (record: LogRecord, source: Source) => LogEvent | undefined;
  readonly match: Match;
  /** Pages of the records of one source. */
  readonly observe: (records: Iterable<LogRecord>, source: Source) => Observed;
}

/** Long lines are kept in part, and a cut must not fall inside a secret: hence the run's redaction. */
export function observer(catalogue: Lexicon, redaction?: Redaction): Observer {
  const read = reader(catalogue);
  const match = matcher(catalogue, redaction);
  return {
    read,
    match,
    observe(records, source) {
      const signals: Signal[] = [];
      const formats = new Map<string, number>();
      let understood = 0;
      let first: EventTime | null = null;
      let last: EventTime | null = null;
      for (const record of records) {
        const event = read(record, source);
        if (!event) continue;
        understood++;
        formats.set(event.format, (formats.get(event.format) ?? 0) + 1);
        if (event.at !== undefined && (first === null || event.at < first)) first = event.at;
        if (event.at !== undefined && (last === null || event.at > last)) last = event.at;
        signals.push(...match(event, source.services));
      }
      return {
        pages: summarise(signals, source.scope, catalogue.version),
        understood,
        formats,
        first,
        last,
      };
    },
  };
}
