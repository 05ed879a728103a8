import type { Limit } from './defaults.ts';
import { day, type EventTime, hour, type Millis, minute, second } from './time.ts';
import type { Instant } from './verdict.ts';

/** `250 ms`, `3 s`, `30.2 s`, `2 min`, `4 h`: a duration as a person would say it. */
export function duration(ms: Millis): string {
  const size = Math.abs(ms);
  if (size < second) return `${Math.round(ms)} ms`;
  if (size < 2 * minute) return `${trimmed(ms / second)} s`;
  if (size < 2 * hour) return `${trimmed(ms / minute)} min`;
  return `${trimmed(ms / hour)} h`;
}

const trimmed = (value: number): string => String(Math.round(value * 10) / 10);

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${trimmed(bytes / 1024)} KiB`;
  if (bytes < 1024 ** 3) return `${trimmed(bytes / 1024 ** 2)} MiB`;
  return `${trimmed(bytes / 1024 ** 3)} GiB`;
}

/** The value of a limit; null is none. */
export const amount = (value: number | null, unit: Limit['unit']): string =>
  value === null
    ? 'unlimited'
    : unit === 'ms'
      ? duration(value)
      : unit === 'bytes'
        ? size(value)
        : String(value);

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Clock faces without a date stand on 1970-01-01, those without a year in 1972: no log of a web service is that old. */
const dated = 1_096 * day;

/** ISO 8601 in UTC; a time of day for a run without a date; null for no time. */
export function instant(at: EventTime | null): Instant {
  if (at === null) return null;
  const iso = new Date(at).toISOString();
  return at < dated ? iso.slice(11, 23) : iso;
}

/** `12:00:05`, with milliseconds only where there are some. */
export function clockTime(at: EventTime | null): string {
  if (at === null) return 'an unknown time';
  const iso = new Date(at).toISOString();
  return iso.endsWith('.000Z') ? iso.slice(11, 19) : iso.slice(11, 23);
}

const words =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** `thirteen`; digits from 21 on. */
export const inWords = (n: number): string => words[n] ?? String(n);

export const list = (items: readonly string[], and = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`;
