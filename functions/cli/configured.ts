import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { configure } from '#functions/config.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Timing } from '#lib/engine/join.ts';
import type { Settings } from '#lib/engine/limits.ts';
import { type Redaction, redactor } from '#lib/engine/redact.ts';
import type { Source } from '#lib/model/record.ts';
import { Problem, spoken } from './problem.ts';

export interface Configured {
  /** By the name of the source, and by the last part of it where no other ends alike. */
  readonly entries: ReadonlyMap<string, Partial<Source>>;
  readonly settings: Settings;
  readonly timing: Timing;
  readonly redaction: Redaction;
}

/** What a configuration file says about the sources, settings, timings and secrets of a run. */
export function configured(path: string, cwd: string): Configured {
  const setup = configure(parsed(path, cwd), catalogue);
  if (setup.kind === 'wrong')
    throw new Problem(
      [`--config ${path} is not right:`, ...setup.errors.map((error) => `  ${error}`)].join('\n'),
    );
  const { sources, settings, timing, redaction } = setup.setup.run;
  const entries = new Map<string, Partial<Source>>();
  for (const { name, ...entry } of sources) {
    entries.set(name, entry);
    const last = basename(name);
    const alike = sources.filter((other) => basename(other.name) === last);
    if (alike.length === 1) entries.set(last, entry);
  }
  return { entries, settings, timing, redaction };
}

export function parsed(path: string, cwd: string): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new Problem(`--config ${path} was not read: ${spoken(error)}.`);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    // Node quotes the text around the place.
    const why = redactor().text(error instanceof Error ? error.message : '');
    throw new Problem(`--config ${path} is not JSON: ${why}.`);
  }
}
