import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/engine/limits.ts';
import { Problem, spoken } from './problem.ts';

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  k: 1024,
  K: 1024,
  M: 1024 ** 2,
  G: 1024 ** 3,
};

/** `nginx.proxy_read_timeout=60s`, `gunicorn.timeout=30`, `uwsgi.limit-post=1m`, `puma.worker_timeout=off` as milliseconds, bytes or a count. */
export function settingsOf(pairs: readonly string[]): Settings {
  return Object.fromEntries(pairs.map(settingOf));
}

function settingOf(pair: string): [string, number | null] {
  const limits = catalogue.programs.flatMap((program) => program.limits);
  const names = limits.map(({ setting }) => setting);
  const at = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, at)).trim();
  const value = pair.slice(at + 1).trim();
  const limit = limits.find(({ setting }) => setting === name);
  if (at < 1 || !limit)
    throw new Problem(
      `--set ${pair}: ${at < 1 ? 'write it as name=value' : `closecall knows no setting ${name}`}. Known are: ${names.join(', ')}.`,
    );
  if (/^(?:off|none|unlimited)$/.test(value)) return [name, null];
  const parts = /^(\d+(?:\.\d+)?)\s*([a-zA-Z]*)$/.exec(value);
  const unit = parts?.[2] ?? '';
  const bare = limit.unit === 'ms' ? 1_000 : 1;
  // A bare m is minutes for a time and mebibytes for a size, as in nginx's own configuration.
  const factor = unit === '' ? bare : limit.unit === 'bytes' && unit === 'm' ? units['M'] : units[unit];
  if (!parts || factor === undefined)
    throw new Problem(
      `--set ${pair}: ${value} is not a ${limit.unit === 'ms' ? 'time (60s, 500ms, 2m; a bare number is seconds)' : limit.unit === 'bytes' ? 'size (8k, 10M)' : 'number'}.`,
    );
  return [name, Number(parts[1]) * factor];
}

/** Minutes east of UTC: `+02:00`, `UTC`, or a zone's name (`Europe/Berlin`) at the given moment. */
export function zoneOf(name: string, at: number): number {
  const fixed = /^(?:UTC|GMT|Z)$|^([+-])(\d\d?):?(\d\d)?$/.exec(name);
  if (fixed) {
    const minutes = Number(fixed[2] ?? 0) * 60 + Number(fixed[3] ?? 0);
    return fixed[1] === '-' ? -minutes : minutes;
  }
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }).formatToParts(at);
    const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
    return zoneOf(offset, at);
  } catch {
    throw new Problem(`--tz ${name}: no such zone. Give an offset (+02:00), UTC, or a name such as Europe/Berlin.`);
  }
}

/** A moment from the command line: ISO 8601 (UTC when it names no zone), or `2h` for two hours before now. */
export function momentOf(flag: string, text: string, now: number): number {
  const ago = /^(\d+)([smhd])$/.exec(text);
  if (ago) return now - Number(ago[1]) * (units[ago[2] ?? 's'] ?? 0);
  const zoned = /[zZ]$|[+-]\d\d:?\d\d$/.test(text) || !/[T ]\d/.test(text) ? text : `${text}Z`;
  const at = new Date(zoned.replace(' ', 'T')).getTime();
  if (Number.isNaN(at))
    throw new Problem(`${flag} ${text}: not a time. Write 2026-11-22T12:00:00Z, 2026-11-22, or 2h for two hours ago.`);
  return at;
}

/** The text of a configuration file, with an error that says which file. */
export function readConfiguration(path: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new Problem(`--config ${path} was not read: ${spoken(error)}.`);
  }
}
