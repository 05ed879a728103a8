import { durationOf, settingValue } from '#functions/config/values.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/engine/limits.ts';
import type { Limit } from '#lib/model/defaults.ts';
import { day, type Millis, minute, zoneOffset } from '#lib/model/time.ts';
import { list } from '#lib/model/words.ts';
import { nearest } from './nearest.ts';
import { Problem } from './problem.ts';

/** `nginx.proxy_read_timeout=60s`, `gunicorn.timeout=30`, `uwsgi.limit-post=1m`, `puma.worker_timeout=off` as milliseconds, bytes or a count. */
export function settingsOf(pairs: readonly string[]): Settings {
  return Object.fromEntries(pairs.map(settingOf));
}

function settingOf(pair: string): [string, number | null] {
  const limits = catalogue.programs.flatMap((program) => program.limits);
  const at = pair.indexOf('=');
  if (at < 1) throw new Problem(`--set ${pair}: write it as name=value, for example ${examples(limits)}.`);
  const name = pair.slice(0, at).trim();
  const value = pair.slice(at + 1).trim();
  const limit = limits.find(({ setting }) => setting === name);
  if (!limit) throw new Problem(`--set ${pair}: closecall knows no setting ${name}. ${near(name, limits)}`);
  const read = settingValue(limit, value);
  if (read === undefined)
    throw new Problem(`--set ${pair}: ${value || 'nothing'} is no ${values[limit.unit]}.`);
  return [name, read];
}

const values: Readonly<Record<Limit['unit'], string>> = {
  ms: 'time; write 60s, 500ms, 2m or off (a bare number is seconds)',
  bytes: 'size; write 8k, 10M or off (a bare number is bytes)',
  count: 'number; write 1000 or off',
};

const examples = (limits: readonly Limit[]): string =>
  limits
    .filter(({ unit }) => unit === 'ms')
    .slice(0, 1)
    .map(({ setting }) => `${setting}=60s`)
    .join('');

/** The setting that was meant, else those of its program, else the programs. */
function near(name: string, limits: readonly Limit[]): string {
  const names = limits.map(({ setting }) => setting);
  const bare = (setting: string) => setting.slice(setting.indexOf('.') + 1);
  const meant =
    names.find((setting) => bare(setting) === bare(name).replace(/^-+/, '')) ?? nearest(name, names);
  const [program = ''] = name.split('.');
  const own = names.filter((setting) => setting.startsWith(`${program}.`));
  const programs = [...new Set(names.map((setting) => setting.split('.')[0] ?? ''))];
  const offered =
    own.length > 0 ? `Of ${program} it knows ${list(own)}.` : `It knows settings of ${list(programs)}.`;
  return meant === undefined ? offered : `Did you mean ${meant}? ${offered}`;
}

/** Minutes east of UTC: `+02:00`, `UTC`, or a named zone's (`Europe/Berlin`) when its clocks show `wall`. */
export function zoneOf(name: string, wall: number): number {
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return fixed;
  const guess = namedOffset(name, wall);
  return namedOffset(name, wall - guess * minute);
}

const farthest = 14 * 60;

/** `+2` is as good as `+02:00`. */
function fixedOffset(text: string): number | undefined {
  const offset = zoneOffset(/^[+-]\d$/.test(text) ? `${text[0]}0${text.slice(1)}` : text);
  return offset !== undefined && Math.abs(offset) <= farthest ? offset : undefined;
}

/** Whether a named zone's clocks were put forward or back between two moments. */
export function changesWithin(name: string, from: Millis, to: Millis): boolean {
  if (fixedOffset(name) !== undefined) return false;
  const steps = Math.min(800, Math.ceil((to - from) / day));
  const offset = namedOffset(name, from);
  return Array.from({ length: steps }, (_, index) => Math.min(to, from + (index + 1) * day)).some(
    (at) => namedOffset(name, at) !== offset,
  );
}

function namedOffset(name: string, at: number): number {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      timeZoneName: 'longOffset',
    }).formatToParts(at);
    const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '');
    return offset ? (zoneOffset(offset) ?? 0) : 0;
  } catch {
    const meant = nearest(name, Intl.supportedValuesOf('timeZone'));
    throw new Problem(
      `--tz ${name}: there is no such zone${meant === undefined ? '' : `; did you mean ${meant}`}${meant === undefined ? '. ' : '? '}Give an offset (+02:00), UTC, or a name such as Europe/Berlin.`,
    );
  }
}

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
