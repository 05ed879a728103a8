import type { NonEmpty } from './nonempty.ts';

declare const clock: unique symbol;

export type Millis = number;
/** Milliseconds since the epoch at which the thing happened, read from the line itself. */
export type EventTime = number & { readonly [clock]: 'event' };
/** Milliseconds since the epoch at which somebody first saw the line. Says nothing about order. */
export type ObservedTime = number & { readonly [clock]: 'observed' };

export const eventTime = (ms: number): EventTime => ms as EventTime;
export const observedTime = (ms: number): ObservedTime => ms as ObservedTime;

export const second: Millis = 1_000;
export const minute: Millis = 60 * second;
export const hour: Millis = 60 * minute;
export const day: Millis = 24 * hour;

/**
 * Minutes that a clock is ahead of UTC: always the same, or from each moment on, ascending, where clocks are put forward
 * and back. The first holds for all time before it.
 */
export type Offset = number | NonEmpty<{ readonly from: Millis; readonly minutes: number }>;

/** A signed distance from a close, for an interval join: `from` −30 s, `to` +5 s. Both ends are inside. */
export interface Interval {
  readonly from: Millis;
  readonly to: Millis;
}

/**
 * A time as it stands in a line. `wall` is the clock face read as if it were UTC; `zone` is minutes east of UTC.
 * What the line leaves out (`lacks`) is filled from the source's entry, never from now.
 */
export interface Stamp {
  readonly wall: Millis;
  readonly zone: number | undefined;
  readonly lacks: 'nothing' | 'year' | 'date';
  readonly resolution: Millis;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** 1 for `Jan` … 12 for `Dec`; 0 for anything else. English names only: no server prints others. */
export const monthNamed = (name: string): number => months.indexOf(name) + 1;

/** Milliseconds of a clock face read as UTC; undefined where the figures are not a date (month 13, 30 February). */
export function wallClock(
  year: number,
  month: number,
  date: number,
  hours: number,
  minutes: number,
  seconds: number,
  fraction = '',
): Millis | undefined {
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const ms = Date.UTC(year, month - 1, date, hours, minutes, seconds);
  const back = new Date(Date.UTC(year, month - 1, date));
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date) return undefined;
  return ms + Math.trunc(Number(`0.${fraction || '0'}`) * 1_000);
}

/** Milliseconds that one unit of the last written digit stands for: `''` → 1,000; `'123'` → 1. */
export const resolutionOf = (fraction: string | undefined): Millis =>
  fraction === undefined || fraction === '' ? second : fraction.length >= 3 ? 1 : 10 ** (3 - fraction.length);

/** `+0530`, `+05:30`, `-08`, `Z` and `UTC` as minutes east of UTC; undefined for anything else. */
export function zoneOffset(text: string): number | undefined {
  if (text === 'Z' || text === 'z' || text === 'UTC' || text === 'GMT') return 0;
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (!parts) return undefined;
  const minutesEast = Number(parts[2]) * 60 + Number(parts[3] ?? '0');
  return parts[1] === '-' ? -minutesEast : minutesEast;
}

const iso =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d:?\d\d)?$/;

/** A stamp from `2026-11-22T12:00:00.123Z` and its common variations (blank for `T`, comma, slashes, no zone). */
export function isoStamp(text: string): Stamp | undefined {
  const p = iso.exec(text);
  if (!p) return undefined;
  const wall = wallClock(
    Number(p[1]),
    Number(p[2]),
    Number(p[3]),
    Number(p[4]),
    Number(p[5]),
    Number(p[6]),
    p[7],
  );
  if (wall === undefined) return undefined;
  return {
    wall,
    zone: p[8] ? zoneOffset(p[8]) : undefined,
    lacks: 'nothing',
    resolution: resolutionOf(p[7]),
  };
}

/** A stamp from epoch seconds, milliseconds, microseconds or nanoseconds, told apart by size; undefined before 2001 and after 2286. */
export function epochStamp(value: number): Stamp | undefined {
  if (!(value >= 1e9 && value < 1e19)) return undefined;
  const [ms, resolution] =
    value < 1e11
      ? [value * 1_000, Number.isInteger(value) ? second : 1]
      : value < 1e14
        ? [value, 1]
        : value < 1e17
          ? [value / 1e3, 1]
          : [value / 1e6, 1];
  // Nanoseconds as a number have lost up to 128 of them: half a microsecond keeps .149 from becoming .148.
  return { wall: Math.trunc(ms + 5e-4), zone: 0, lacks: 'nothing', resolution };
}
