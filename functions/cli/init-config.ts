import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configure } from '#functions/config.ts';
import type { SecretRef, Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { spokenZone } from './draft.ts';
import type { Proposal } from './init-proposal.ts';
import { Problem } from './problem.ts';

/** A source that was decided on. */
export interface Choice {
  readonly proposal: Proposal;
  readonly transport: 'subscribe' | 'poll';
  /** The name of a zone, where somebody knows it; else the offset that was found is written. */
  readonly zoneName: string | undefined;
}

export type SlackWish =
  | { readonly channel: string; readonly token: SecretRef }
  | { readonly webhook: SecretRef };

export interface NotifyWish {
  readonly email: readonly string[];
  readonly slack: SlackWish | undefined;
}

/** `command` is for a shell, and empty where there is none. */
export interface Step {
  readonly what: string;
  readonly command: string;
}

export interface Decided {
  readonly text: string;
  readonly region: string;
  readonly notify: NotifyWish;
  /** To be done before a deploy. */
  readonly before: readonly Step[];
}

/** The configuration as it is written, without what the defaults say anyway. */
export function configurationOf(
  schema: string,
  choices: readonly Choice[],
  clusters: readonly string[],
  notify: NotifyWish,
): object {
  return {
    $schema: schema,
    sources: [...choices.map(groupOf), ...clusters.map((ecsCluster) => ({ ecsCluster }))],
    notify: notifyOf(notify),
  };
}

function groupOf({ proposal: { group, role, formats, zone }, transport, zoneName }: Choice): object {
  const tz = zoneName ?? (zone.minutes === 0 ? undefined : spokenZone(zone.minutes, zone.how).offset);
  return {
    logGroup: group,
    role,
    ...(formats === undefined ? {} : { formats }),
    ...(tz === undefined ? {} : { tz }),
    ...(transport === 'poll' ? { transport } : {}),
  };
}

const notifyOf = ({ email, slack }: NotifyWish): object => ({
  ...(slack === undefined ? {} : { slack }),
  ...(email.length === 0 ? {} : { email: { to: email } }),
});

/** Throws in the words of the configuration: secrets that were given by mistake are not repeated. */
export function setupOf(json: object): Setup {
  const configured = configure(json, catalogue);
  if (configured.kind === 'ready') return configured.setup;
  throw new Problem(
    ['this makes no configuration:', ...configured.errors.map((each) => `  ${each}`)].join('\n'),
  );
}

/** What is wrong with an answer about who is told, as one sentence; undefined where nothing is. */
export function wrongNotify(notify: NotifyWish): string | undefined {
  const configured = configure({ sources: [], notify: notifyOf(notify) }, catalogue);
  return configured.kind === 'wrong' ? configured.errors[0] : undefined;
}

export function wrongCluster(ecsCluster: string): string | undefined {
  const configured = configure({ sources: [{ ecsCluster }], notify: {} }, catalogue);
  return configured.kind === 'wrong' ? configured.errors[0] : undefined;
}

/** JSON as people write it: a short list stays in its row. */
export const textOf = (json: object): string =>
  `${JSON.stringify(json, undefined, 2).replace(
    /\[\n\s+("[^"\n]*"(?:,\n\s+"[^"\n]*")*)\n\s+\]/g,
    (all, items: string) => {
      const row = `[${items.replace(/,\n\s+/g, ', ')}]`;
      return row.length > 90 ? all : row;
    },
  )}\n`;

const schemaFile = 'functions/schemas/closecall.config.schema.json';

/** Where an editor finds the schema, from the folder of the configuration: beside it, or among its packages. */
export function schemaFor(folder: string): string {
  const near = fromHere(schemaFile);
  const path = near === undefined ? undefined : relative(folder, near).split(sep).join('/');
  if (path === undefined || path.startsWith('../..') || /^(?:\/|[A-Za-z]:)/.test(path))
    return `./node_modules/closecall/${schemaFile}`;
  return path.startsWith('.') ? path : `./${path}`;
}

/** A file of the package, above wherever this code lies: in its folder, or in a bundle. */
function fromHere(path: string): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let parent = dirname(folder); parent !== folder; parent = dirname(folder)) {
    if (existsSync(join(folder, path))) return join(folder, path);
    folder = parent;
  }
  return undefined;
}
