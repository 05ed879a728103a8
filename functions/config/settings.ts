import type { Settings } from '#lib/engine/limits.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Limit } from '#lib/model/defaults.ts';
import { list } from '#lib/model/words.ts';
import { shown } from './sentences.ts';
import { settingValue } from './values.ts';

/** Settings of people's programs in each limit's own unit, and what is wrong with the others. */
export function settingsOf(
  written: Readonly<Record<string, string | number>>,
  catalogue: Catalogue,
): { readonly known: Settings; readonly errors: readonly string[] } {
  const limits = catalogue.programs.flatMap((program) => program.limits);
  const errors: string[] = [];
  const known: Record<string, number | null> = {};
  for (const [setting, value] of Object.entries(written)) {
    const limit = limits.find((each) => each.setting === setting);
    const read = limit && settingValue(limit, String(value));
    if (!limit) errors.push(`settings[${shown(setting)}] is not known: ${knownNames(setting, limits)}.`);
    else if (read === undefined)
      errors.push(`settings[${shown(setting)}] is ${shown(value)}: ${examples[limit.unit]}.`);
    else known[setting] = read;
  }
  return { known, errors };
}

const examples: Readonly<Record<Limit['unit'], string>> = {
  ms: 'write a time such as "60s", "500ms" or "off"; a bare number is seconds',
  bytes: 'write a size such as "8k", "10M" or "off"',
  count: 'write a number, or "off"',
};

function knownNames(setting: string, limits: readonly Limit[]): string {
  const [program = ''] = setting.split('.');
  const near = limits.map((limit) => limit.setting).filter((each) => each.startsWith(`${program}.`));
  if (near.length > 0) return `${program} has ${list(near)}`;
  const programs = [...new Set(limits.map((limit) => limit.setting.split('.')[0] ?? ''))];
  return `begin it with one of ${list(programs, 'or')}`;
}
