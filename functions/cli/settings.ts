import { settingValue } from '#functions/config/values.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Settings } from '#lib/engine/limits.ts';
import type { Limit } from '#lib/model/defaults.ts';
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
  const [program = ''] = name.split('.');
  const own = names.filter((setting) => setting.startsWith(`${program}.`));
  const meant =
    [...own, ...names].find((setting) => bare(setting) === bare(name).replace(/^-+/, '')) ??
    nearest(name, names);
  const programs = [...new Set(names.map((setting) => setting.split('.')[0] ?? ''))].sort();
  const offered =
    own.length > 0 ? `Of ${program} it knows ${list(own)}.` : `It knows settings of ${list(programs)}.`;
  return meant === undefined ? offered : `Did you mean ${meant}? ${offered}`;
}
