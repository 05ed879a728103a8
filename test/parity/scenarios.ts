import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { observer } from '#lib/engine/observe.ts';
import { sniff } from '#lib/engine/sniff.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type Role, type Source } from '#lib/model/record.ts';
import type { Signal } from '#lib/model/signal.ts';
import { type EventTime, eventTime } from '#lib/model/time.ts';

/** One log of a recorded incident as a log group would hold it. */
export interface Group {
  readonly name: string;
  readonly role: Role;
  readonly formats: NonEmpty<string>;
  /** With the time that an agent would have stamped: the line's own, else that of the line above. */
  readonly lines: readonly { readonly text: string; readonly at: number }[];
}

const folder = fileURLToPath(new URL('../scenarios', import.meta.url));

export const scenarioNames: readonly string[] = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'story.json')))
  .sort();

export function groupsOf(scenario: string, catalogue: Catalogue): readonly Group[] {
  const logs = join(folder, scenario, 'logs');
  const files = readdirSync(logs).flatMap((file) => {
    const texts = readFileSync(join(logs, file), 'utf8')
      .split('\n')
      .filter((text) => text !== '');
    const sniffed = sniff(texts, catalogue);
    return sniffed ? [{ name: `/${scenario}/${file}`, texts, ...sniffed }] : [];
  });
  const eye = observer(catalogue);
  const timesOf = ({ texts, ...file }: (typeof files)[number], anchor?: EventTime) => {
    const source: Source = { ...sourceOf(file), ...(anchor ? { anchor } : {}) };
    return texts.map((text) => eye.read({ id: '', source: file.name, text }, source)?.at);
  };
  // A date that some lines lack is near those that have one.
  const dated = files
    .filter(({ partial }) => partial.length === 0)
    .flatMap((file) => timesOf(file).flatMap((at) => at ?? []));
  const anchor = dated.length > 0 ? eventTime(Math.max(...dated)) : undefined;
  return files.map((file) => {
    const times = timesOf(file, anchor);
    let above = times.find((at) => at !== undefined) ?? anchor ?? eventTime(Date.UTC(2026, 10, 24));
    const lines = file.texts.map((text, index) => {
      above = times[index] ?? above;
      return { text, at: above };
    });
    return { name: file.name, role: file.role, formats: file.formats, lines };
  });
}

const sourceOf = ({ name, role, formats }: Pick<Group, 'name' | 'role' | 'formats'>): Source => ({
  name,
  role,
  formats,
  scope: defaultScope,
  shared: false,
  zone: 0,
  skew: 0,
});

/** The first of each that a proxy of the scenario logs. */
export interface Asked {
  readonly upstreams?: string;
  readonly hosts?: string;
  readonly paths?: string;
}

const held = new Map<string, Asked>();

export function askedIn(groups: readonly Group[], catalogue: Catalogue): Asked {
  const name = JSON.stringify(groups.map(({ lines }) => lines[0]));
  const known = held.get(name) ?? readAsked(groups, catalogue);
  held.set(name, known);
  return known;
}

function readAsked(groups: readonly Group[], catalogue: Catalogue): Asked {
  const eye = observer(catalogue);
  const signals = groups
    .filter(({ role }) => role === 'proxy')
    .flatMap((group) => {
      const source = sourceOf(group);
      return group.lines.flatMap(({ text }) => {
        const event = eye.read({ id: '', source: group.name, text }, source);
        return event ? eye.match(event) : [];
      });
    });
  const first = <T>(pick: (signal: Signal) => T | undefined): T | undefined =>
    signals.map(pick).find((value) => value !== undefined);
  const upstreams = first(({ fact }) => fact.says.upstream);
  const hosts = first(({ excerpt }) => excerpt.host);
  const route = first(({ excerpt }) => excerpt.route);
  const paths = route === undefined ? undefined : `/${route.split('/')[1]?.replace(/^:.*/, '') ?? ''}`;
  return {
    ...(upstreams === undefined ? {} : { upstreams }),
    ...(hosts === undefined ? {} : { hosts }),
    ...(paths === undefined ? {} : { paths }),
  };
}
