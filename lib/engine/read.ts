import type { Lexicon } from '#lib/model/catalogue.ts';
import type { Fields, LogEvent } from '#lib/model/event.ts';
import type { Format } from '#lib/model/format.ts';
import type { LogRecord, Source } from '#lib/model/record.ts';
import {
  day,
  type EventTime,
  eventTime,
  hour,
  type Millis,
  minute,
  type Stamp,
  second,
} from '#lib/model/time.ts';
import { momentAt, offsetAt } from './zone.ts';

/** Envelopes in envelopes: the deepest seen is CloudWatch ▸ Fluent Bit ▸ CRI ▸ syslog. */
export const maxDepth = 5;
/** A line's own time is believed within these bounds of the observed one. */
const believed = { from: -24 * hour, to: 5 * minute };
/** How exactly a line's time is known when only its collector stamped it. */
const collectorResolution: Millis = second;

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours are what is looked for
const colour = /\u001b\[[0-9;]*m/g;

/** A line without terminal colours and line end. */
export const plainText = (line: string): string => {
  const text = line.includes('\u001b') ? line.replace(colour, '') : line;
  return text.endsWith('\r') ? text.slice(0, -1) : text;
};
export const textOf = (record: LogRecord): string => plainText(record.text);

/**
 * Reads records of known sources. The reading is a function of the record and its source's entry: no clock, no
 * neighbours. Undefined for a line that none of the source's formats knows.
 */
export function reader(catalogue: Lexicon): (record: LogRecord, source: Source) => LogEvent | undefined {
  const formatsOf = new WeakMap<Source, readonly Format[]>();
  const lookUp = (source: Source): readonly Format[] => {
    const known = formatsOf.get(source);
    if (known) return known;
    const listed = catalogue.formats.filter((format) => source.formats.includes(format.id));
    formatsOf.set(source, listed);
    return listed;
  };
  return (record, source) => readWith(lookUp(source), record, source);
}

function readWith(formats: readonly Format[], record: LogRecord, source: Source): LogEvent | undefined {
  let text = textOf(record);
  let fields: Fields = {};
  let collected: Stamp | undefined;
  let nearest: Stamp | undefined;
  for (let depth = 0; depth < maxDepth; depth++) {
    const read = firstReading(formats, text);
    if (!read) return undefined;
    const [format, reading] = read;
    fields = { ...fields, ...reading.fields };
    if (reading.kind === 'envelope') {
      collected ??= reading.stamp;
      nearest = reading.stamp ?? nearest;
      text = reading.inner;
      continue;
    }
    const time = timeOf(reading.stamp ?? nearest, collected, record, source);
    return { record, format: format.id, ...time, message: reading.message, fields };
  }
  return undefined;
}

/** The first format that reads it, and how. */
export function firstReading(formats: readonly Format[], text: string) {
  for (const format of formats) {
    const reading = format.read(text);
    if (reading) return [format, reading] as const;
  }
  return undefined;
}

type Time = Pick<LogEvent, 'at' | 'resolution' | 'clock'>;

function timeOf(
  own: Stamp | undefined,
  collected: Stamp | undefined,
  record: LogRecord,
  source: Source,
): Time {
  const observed = record.observedAt ?? (collected && place(collected, source, undefined));
  if (own) {
    const at = place(own, source, observed);
    if (observed === undefined) return { at: eventTime(at), resolution: own.resolution, clock: 'own' };
    const distance = at - observed;
    if (distance >= believed.from && distance <= believed.to)
      return { at: eventTime(at), resolution: own.resolution, clock: 'own' };
    return { at: eventTime(observed), resolution: collectorResolution, clock: 'distrusted' };
  }
  return observed === undefined
    ? { at: record.inherits, resolution: collectorResolution, clock: 'above' }
    : { at: eventTime(observed), resolution: collectorResolution, clock: 'collector' };
}

/** Milliseconds since the epoch: the zone applied, and a missing year or date taken so that it lies nearest to what is known. */
export function place(
  stamp: Stamp,
  source: Pick<Source, 'zone' | 'anchor'>,
  observed: number | undefined,
): number {
  const near: EventTime | number | undefined = observed ?? source.anchor;
  const zone = stamp.zone ?? source.zone;
  const momentOf = (wall: Millis): Millis => momentAt(wall, zone, observed);
  if (stamp.lacks === 'nothing' || near === undefined) return momentOf(stamp.wall);
  const shown = near + offsetAt(zone, near) * minute;
  if (stamp.lacks === 'date') {
    const sameDay = Math.floor(shown / day) * day + (((stamp.wall % day) + day) % day);
    return nearestOf([sameDay - day, sameDay, sameDay + day].map(momentOf), near);
  }
  // The clock face keeps its day while the year is sought: in UTC, 1 March may be a 29 February that few years have.
  const wall = new Date(stamp.wall);
  const year = new Date(shown).getUTCFullYear();
  const inYear = (y: number) =>
    Date.UTC(
      y,
      wall.getUTCMonth(),
      wall.getUTCDate(),
      wall.getUTCHours(),
      wall.getUTCMinutes(),
      wall.getUTCSeconds(),
    ) + wall.getUTCMilliseconds();
  const faces = Array.from({ length: 17 }, (_, index) => inYear(year - 8 + index));
  const real = faces.filter((face) => new Date(face).getUTCDate() === wall.getUTCDate());
  return nearestOf(real.map(momentOf), near);
}

const nearestOf = (candidates: readonly number[], near: number): number =>
  candidates.reduce((best, ms) => (Math.abs(ms - near) < Math.abs(best - near) ? ms : best));
