import { squash } from './define-access-fields.ts';
import { jsonObject, scalar } from './define-json.ts';

/** The first of these names that stands in a record: as written, or without case and punctuation. */
export type Look = (...names: readonly string[]) => string | undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Looks into an access record that somebody wrote as JSON by hand, under names of their own, one level down as well.
 * A name that stands twice in the line is not believed: without an escape, a client's header can write the second.
 */
export function jsonRecord(line: string): Look | undefined {
  const object = jsonObject(line);
  if (!object) return undefined;
  const held = new Map<string, string>();
  const put = (name: string, value: unknown): void => {
    const text = scalar(value);
    if (text === undefined) return;
    if (!held.has(name)) held.set(name, text);
    if (!held.has(squash(name))) held.set(squash(name), text);
  };
  const once = (name: string): boolean => {
    const written = `"${name}"`;
    const first = line.indexOf(written);
    return first < 0 || line.indexOf(written, first + written.length) < 0;
  };
  for (const [name, value] of Object.entries(object)) if (once(name)) put(name, value);
  for (const value of Object.values(object))
    if (isObject(value)) for (const [name, inner] of Object.entries(value)) if (once(name)) put(name, inner);
  return (...names) => {
    for (const name of names) {
      const text = held.get(name);
      if (text !== undefined && text !== '') return text;
    }
    return undefined;
  };
}
