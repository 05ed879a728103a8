import type { Limit } from '#lib/model/defaults.ts';
import { day, hour, type Millis, minute, second } from '#lib/model/time.ts';

const times: Readonly<Record<string, Millis>> = { ms: 1, s: second, m: minute, min: minute, h: hour, d: day };
/** A bare `m` is mebibytes for a size, as in nginx's own configuration. */
const sizes: Readonly<Record<string, number>> = {
  '': 1,
  k: 1024,
  K: 1024,
  m: 1024 ** 2,
  M: 1024 ** 2,
  G: 1024 ** 3,
};

function scaled(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const parts = /^(\d+(?:\.\d+)?) ?([a-zA-Z]*)$/.exec(text);
  const unit = units[parts?.[2] ?? ''];
  return parts && unit !== undefined ? Number(parts[1]) * unit : undefined;
}

/** Milliseconds of `250ms`, `30s`, `10m`, `4h`; undefined for anything else, a bare number included. */
export const durationOf = (text: string): Millis | undefined => scaled(text, times);

/** A limit's value as people write it, in its own unit; null for `off`; undefined for what is no value of it. A bare time is seconds. */
export function settingValue({ unit }: Pick<Limit, 'unit'>, text: string): number | null | undefined {
  if (/^(?:off|none|unlimited)$/.test(text)) return null;
  return scaled(text, unit === 'ms' ? { '': second, ...times } : unit === 'bytes' ? sizes : { '': 1 });
}
