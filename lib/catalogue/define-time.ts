import { monthNamed, resolutionOf, type Stamp, wallClock, zoneOffset } from '#lib/model/time.ts';

export type Parts = Readonly<Record<string, string | undefined>>;

/** Dates without a year stand in a leap year, so that 29 February is one; times of day stand on the first day of 1970. */
const yearless = 1972;

export const time = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?`;
const shape = (text: string) => new RegExp(`^${text}(?!\\w)`);
const shapes: readonly RegExp[] = [
  // 2026-11-22T12:00:00.123Z, 2026/11/22 12:00:00, Sun 2026-11-22 12:00:00 UTC
  shape(
    String.raw`(?:[A-Z][a-z]{2} )?(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)[T ]${time}(?:(?<zone>Z|[+-]\d\d(?::?\d\d)?)(?![:.])| ?(?<named>UTC|GMT|[+-]\d\d:?\d\d)(?![:.]))?`,
  ),
  // Nov 22 12:00:00
  shape(String.raw`(?<name>[A-Z][a-z]{2}) +(?<day>\d{1,2}) ${time}`),
  // Sun Nov 22 12:05:40 2026, Sun Nov 22 12:40:26.647641 2026, Sun Nov 22 12:05:40 UTC 2026
  shape(
    String.raw`[A-Z][a-z]{2} (?<name>[A-Z][a-z]{2}) +(?<day>\d{1,2}) ${time} (?:(?<named>UTC|GMT)|[A-Z]{3,5})? ?(?<year>\d{4})`,
  ),
  // 22/Nov/2026:12:00:00 +0000, 22-Nov-2026 12:24:16.193
  shape(
    String.raw`(?<day>\d\d)(?<dash>[-/])(?<name>[A-Z][a-z]{2})\k<dash>(?<year>\d{4})[: ]${time}(?: (?<named>UTC|GMT|[+-]\d{4}))?`,
  ),
  // Nov 22, 2026 12:24:16 PM
  shape(
    String.raw`(?<name>[A-Z][a-z]{2}) (?<day>\d{1,2}), (?<year>\d{4}),? (?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d) (?<half>AM|PM)`,
  ),
  // Sun, 22 Nov 2026 12:00:00 GMT
  shape(
    String.raw`[A-Z][a-z]{2}, (?<day>\d\d) (?<name>[A-Z][a-z]{2}) (?<year>\d{4}) ${time}(?: (?<named>UTC|GMT|[+-]\d{4}))?`,
  ),
  // 1795348486.149
  shape(String.raw`(?<epoch>\d{10})\.(?<fraction>\d{3,9})`),
  // 12:03:19.250
  shape(time),
];

export function stampOf(p: Parts): Stamp | undefined {
  const resolution = resolutionOf(p['fraction']);
  const fraction = p['fraction'] ?? '';
  if (p['epoch']) {
    const wall = Number(p['epoch']) * 1_000 + Number(fraction.slice(0, 3));
    return { wall, zone: 0, lacks: 'nothing', resolution };
  }
  const dated = p['day'] !== undefined;
  const twelve = p['half'] ? (Number(p['hour']) % 12) + (p['half'] === 'PM' ? 12 : 0) : Number(p['hour']);
  const wall = wallClock(
    dated ? Number(p['year'] ?? yearless) : 1970,
    p['name'] ? monthNamed(p['name']) : Number(p['month'] ?? 1),
    Number(p['day'] ?? 1),
    twelve,
    Number(p['minute']),
    Number(p['second']),
    fraction,
  );
  if (wall === undefined) return undefined;
  const zone = p['zone'] ?? p['named'];
  const lacks = dated ? (p['year'] ? 'nothing' : 'year') : 'date';
  return { wall, zone: zone ? zoneOffset(zone) : undefined, lacks, resolution };
}

/** The date and time that a text begins with, and where it ends; undefined when it begins with none. */
export function timeAhead(text: string): { readonly stamp: Stamp; readonly end: number } | undefined {
  const start = text.slice(0, 64);
  if (!/^[\dA-Z]/.test(start) || !/\d\d:\d\d|\d{10}\./.test(start)) return undefined;
  for (const pattern of shapes) {
    const found = pattern.exec(start);
    const stamp = found?.groups && stampOf(found.groups);
    if (found && stamp) return { stamp, end: found[0].length };
  }
  return undefined;
}
