import type { Fields } from '#lib/model/event.ts';
import { epochStamp, type Stamp } from '#lib/model/time.ts';
import { timeAhead } from './define-time.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a line is, also as an element of an array that was printed one row a line. */
export function jsonObject(line: string): JsonObject | undefined {
  if (!line.startsWith('{')) return undefined;
  const end = line.trimEnd();
  try {
    const value: unknown = JSON.parse(end.endsWith(',') ? end.slice(0, -1) : end);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What stands under the first of these names that is there: a key as written, dots included, or a path of keys. */
export function firstOf(object: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value =
      object[name] ??
      (name.includes('.')
        ? name.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), object)
        : undefined);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

export const scalar = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** A time as JSON writers put it: epoch in any unit as number or digits, or text that begins with a date. */
export function stampIn(value: unknown): Stamp | undefined {
  if (typeof value === 'number') return epochStamp(value);
  if (typeof value !== 'string') return undefined;
  return /^\d{10,19}(?:\.\d+)?$/.test(value) ? epochStamp(Number(value)) : timeAhead(value)?.stamp;
}

export const present = (fields: Readonly<Record<string, string | undefined>>): Fields =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** The keys under which loggers put the level. */
export const levelNames = [
  'level',
  'severity',
  'levelname',
  'lvl',
  'log.level',
  '@l',
  'loglevel',
  'log_level',
  'LogLevel',
  'Level',
  'severity_text',
];
