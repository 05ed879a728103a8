import { durationOf } from '#functions/config/values.ts';
import { minute, zoneOffset } from '#lib/model/time.ts';
import { zoneOf } from './named-zone.ts';
import { Problem } from './problem.ts';

/** A moment from the command line: ISO 8601 (in `zone`, or UTC, when it names none), or `2h` for two hours before now. */
export function momentOf(flag: string, text: string, now: number, zone = 'UTC'): number {
  const ago = durationOf(text);
  if (ago !== undefined && !/\s/.test(text)) return now - ago;
  const parts =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?))? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i.exec(
      text,
    );
  const wall = parts
    ? new Date(`${parts[1]}T${(parts[2] ?? '00:00').replace(',', '.')}Z`).getTime()
    : Number.NaN;
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== parts?.[1])
    throw new Problem(
      `${flag} ${text}: that is no time. Write 2026-11-22T12:00:00Z, 2026-11-22 12:00, 2026-11-22, or 2h for two hours ago.`,
    );
  const own = parts[3]?.toUpperCase();
  return wall - (own === undefined ? zoneOf(zone, wall) : (zoneOffset(own) ?? 0)) * minute;
}
