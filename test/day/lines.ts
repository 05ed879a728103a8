import { readFileSync } from 'node:fs';
import { type Millis, second } from '#lib/model/time.ts';

/** A line of a scenario that was moved in time, with the time that it now carries. */
export interface Moved {
  readonly at: Millis;
  readonly text: string;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

/** Each way in which the scenarios' lines write a time, all of them in UTC. */
const stamps: readonly {
  readonly shape: RegExp;
  readonly read: (text: string) => Millis;
  readonly write: (at: Date) => string;
}[] = [
  {
    // nginx, error log
    shape: /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/g,
    read: (text) => Date.parse(`${text.replaceAll('/', '-').replace(' ', 'T')}Z`),
    write: (at) => at.toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' '),
  },
  {
    // nginx, access log
    shape: /\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d/g,
    read: (text) => Date.parse(`${text.slice(0, 11).replaceAll('/', ' ')} ${text.slice(12)} UTC`),
    write: (at) =>
      `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)}`,
  },
  {
    // gunicorn, journalctl and ECS, with and without milliseconds
    shape: /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{3})?/g,
    read: (text) => Date.parse(`${text.replace(' ', 'T')}Z`),
    write: (at) => at.toISOString(),
  },
  {
    // pino
    shape: /(?<="time":)\d{13}/g,
    read: Number,
    write: (at) => String(at.getTime()),
  },
];

/** The same line, so much later; undefined where it carries no time. */
function moved(text: string, by: Millis): Moved | undefined {
  for (const { shape, read, write } of stamps) {
    const [first] = text.match(shape) ?? [];
    if (first === undefined) continue;
    const later = (stamp: string): string => {
      const written = write(new Date(read(stamp) + by));
      return stamp.includes(' ')
        ? written.replace('T', ' ').slice(0, stamp.length)
        : written.slice(0, stamp.length);
    };
    return { at: read(first) + by, text: text.replace(shape, later) };
  }
  return undefined;
}

const firstOf = (lines: readonly string[]): Millis =>
  Math.min(...lines.flatMap((line) => moved(line, 0)?.at ?? []));

/** Some logs of a scenario, moved so that the earliest of their lines is at a moment, in whole seconds. */
export function scene<Log extends string>(
  name: string,
  logs: readonly Log[],
  at: Millis,
): Readonly<Record<Log, readonly Moved[]>> {
  const folder = new URL(`../scenarios/${name}/logs/`, import.meta.url);
  const read = logs.map(
    (log) =>
      [
        log,
        readFileSync(new URL(log, folder), 'utf8')
          .split('\n')
          .filter((line) => line !== ''),
      ] as const,
  );
  const first = Math.floor(firstOf(read.flatMap(([, lines]) => lines)) / second) * second;
  const entries = read.map(([log, lines]) => {
    let last = at;
    // A line without a time came with the one above.
    const all = lines.map((text): Moved => {
      const line = moved(text, at - first) ?? { at: last, text };
      last = line.at;
      return line;
    });
    return [log, all] as const;
  });
  return Object.fromEntries(entries) as unknown as Record<Log, readonly Moved[]>;
}
