import { causes, lookalikes } from '#lib/catalogue/causes.ts';
import { defineAside, defineClue, defineSymptom } from '#lib/catalogue/define.ts';
import { gunicorn } from '#lib/defaults/gunicorn.ts';
import { nginx } from '#lib/defaults/nginx.ts';
import { node } from '#lib/defaults/node.ts';
import { uwsgi } from '#lib/defaults/uwsgi.ts';
import { defaultTiming, join } from '#lib/engine/join.ts';
import type { Settings } from '#lib/engine/limits.ts';
import { merge } from '#lib/engine/summarise.ts';
import { viewOf } from '#lib/engine/view.ts';
import { weigher } from '#lib/engine/weigh.ts';
import { kernel } from '#lib/formats/kernel.ts';
import { nginxError } from '#lib/formats/nginx-error.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { Page } from '#lib/model/page.ts';
import type { Source } from '#lib/model/record.ts';
import type { Excerpt, Fact, Particulars } from '#lib/model/signal.ts';
import type { Strength } from '#lib/model/signature.ts';
import { eventTime } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { judge, runOf } from '#lib/pipeline.ts';

/*
 * Incidents made of figures alone: what a cause makes of a close does not depend on which program wrote the line, so
 * these lines come from a proxy and a backend that say one thing each.
 */

const start = Date.UTC(2026, 10, 24, 12, 0, 0);
const provenance = { project: 'test', file: 'test/causes/incident.ts', version: '1' };
const lines = { formats: ['nginx-error'], needles: ['-'], provenance, nearMisses: [] } as const;
const said = {
  samples: [{ line: '-', gives: {}, from: 'test' }],
  pattern: /^-$/,
  means: 'A line of this test.',
} as const;

const closed = defineSymptom({ ...lines, ...said, id: 'proxy/closed', basis: 'stated', points: [] });
const asideOf = (cause: string) =>
  defineAside({ ...lines, ...said, id: `proxy/${cause}`, basis: 'stated', cause, closedBy: 'nobody' });
const clueOf = (cause: string, strength: Strength) =>
  defineClue({
    ...lines,
    ...said,
    id: `${strength}/${cause}`,
    points: [{ cause, strength }],
    within: { from: -5_000, to: 2_000 },
    consequences: [],
  });
const strengths: readonly Strength[] = ['decisive', 'strong', 'supporting', 'context'];

const catalogue: Catalogue = {
  version: 'test',
  formats: [nginxError, kernel],
  signatures: [
    closed,
    ...lookalikes.map(({ id }) => asideOf(id)),
    ...causes.flatMap(({ id }) => strengths.map((strength) => clueOf(id, strength))),
  ],
  causes,
  lookalikes,
  programs: [nginx, gunicorn, node, uwsgi],
};

export interface Given extends Omit<Particulars, 'target'> {
  /** Seconds from the start; by default ten after the line before. */
  readonly at?: number;
  /** A path, query and all. */
  readonly on?: string;
}

export interface Story {
  readonly closes: readonly Given[];
  readonly clues?: readonly (Given & { readonly cause: string; readonly strength?: Strength })[];
  readonly asides?: readonly (Given & { readonly cause: string })[];
  readonly settings?: Settings;
  /** A proxy's log alone unless said otherwise. */
  readonly backendLog?: boolean;
}

const sourceOf = (name: string, role: Source['role'], format: string): Source => ({
  name,
  role,
  formats: [format],
  scope: 'default',
  shared: false,
  zone: 0,
  skew: 0,
});

function factOf(
  given: Given,
  signature: string,
  source: string,
  index: number,
): { fact: Fact; excerpt: Excerpt } {
  const { at = index * 10, on, client, connection, requestId, host, ...says } = given;
  const time = eventTime(start + at * 1_000);
  const content = `${source} ${signature} ${index}`;
  const route = on?.split('?')[0];
  return {
    fact: {
      id: hash64(content),
      at: time,
      resolution: 1,
      source,
      signature,
      content,
      says,
      keys: {
        connection: hash64(connection ?? `${signature} ${index}`),
        ...(route ? { route: hash64(route), request: hash64(`${on} ${index}`) } : {}),
        ...(client ? { client: hash64(client) } : {}),
        ...(requestId ? { requestId: hash64(requestId) } : {}),
      },
    },
    excerpt: {
      content,
      at: time,
      source,
      text: content,
      mark: [0, 0],
      ...(route ? { route } : {}),
      ...(host ? { host } : {}),
    },
  };
}

function pageOf({ closes, clues = [], asides = [] }: Story): Page {
  const signals = [
    ...closes.map((given, index) => factOf({ phase: 'header', ...given }, 'proxy/closed', 'proxy', index)),
    ...asides.map(({ cause, ...given }, index) => factOf(given, `proxy/${cause}`, 'proxy', index)),
    ...clues.map(({ cause, strength = 'decisive', ...given }, index) =>
      factOf(given, `${strength}/${cause}`, 'backend', index),
    ),
  ];
  return {
    scope: 'default',
    minute: null,
    catalogue: 'test',
    facts: signals.map(({ fact }) => fact),
    excerpts: signals.map(({ excerpt }) => excerpt),
  };
}

const runFor = ({ settings = {}, backendLog = false, clues = [] }: Story) =>
  runOf(
    [
      sourceOf('proxy', 'proxy', 'nginx-error'),
      ...(backendLog || clues.length > 0 ? [sourceOf('backend', 'backend', 'plain')] : []),
    ],
    settings,
  );

export function verdictOf(story: Story): IncidentVerdict {
  const { incidents } = judge([pageOf(story)], 'default', runFor(story), catalogue);
  const [first, ...others] = incidents;
  if (!first || others.length > 0) throw new Error(`${incidents.length} incidents instead of one`);
  return first;
}

/** What was found, as `cause confidence closes`, strongest first; `unexplained closes` last. */
export function foundIn(story: Story): readonly string[] {
  const { findings, unexplained } = verdictOf(story);
  return [
    ...findings.map(({ cause, confidence, closes }) => `${cause} ${confidence} ${closes}`),
    ...(unexplained ? [`unexplained ${unexplained.closes}`] : []),
  ];
}

/** The causes of each close with their probability, most probable first. */
export function posteriorsOf(story: Story): readonly (readonly (readonly [cause: string, p: number])[])[] {
  const run = runFor(story);
  const evidence = merge([pageOf(story)]);
  const { incidents } = join(evidence, 'default', run.sources, catalogue, defaultTiming);
  return incidents.flatMap((incident) => {
    const view = viewOf(incident, evidence, run.sources, run.settings, catalogue);
    const weigh = weigher(view, catalogue);
    return incident.closes.map((close) =>
      weigh(close).map(({ cause, posterior }) => [cause.id, posterior] as const),
    );
  });
}

/** The same close so many times, `apart` seconds from each other. */
export const times = (count: number, apart: number, given: (index: number) => Given): readonly Given[] =>
  Array.from({ length: count }, (_, index) => ({ at: index * apart, ...given(index) }));
