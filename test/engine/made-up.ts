import { defineAside, defineCause, defineClue, defineSymptom } from '#lib/catalogue/define.ts';
import { merge, summarise } from '#lib/engine/summarise.ts';
import { viewOf } from '#lib/engine/view.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause, View } from '#lib/model/cause.ts';
import type { Context } from '#lib/model/context.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { Close, Incident } from '#lib/model/incident.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type Source } from '#lib/model/record.ts';
import type { Excerpt, Fact, Particulars, Signal } from '#lib/model/signal.ts';
import type { Aside, Clue, Signature, Symptom } from '#lib/model/signature.ts';
import { eventTime } from '#lib/model/time.ts';
import { type Judged, judge, type Run, runOf } from '#lib/pipeline.ts';

/*
 * A world in which every line says what a test wants it to: catalogues of a few lines, facts without texts behind them.
 */

/** Midnight is far away, and no minute begins here. */
export const start = Date.UTC(2026, 10, 24, 12, 0, 30);

const known = {
  formats: ['made-up'],
  needles: ['-'],
  means: 'A line of this test.',
  provenance: { project: 'test', file: 'test/engine/made-up.ts', version: '1' },
  samples: [{ line: '-', gives: {}, from: 'test' }],
  nearMisses: [],
  pattern: /^-$/,
} as const;

export const symptom = (
  id: string,
  more: Partial<Pick<Symptom, 'basis' | 'points' | 'means'>> = {},
): Symptom => defineSymptom({ ...known, basis: 'stated', points: [], ...more, id });
export const aside = (id: string, more: Partial<Pick<Aside, 'basis' | 'cause' | 'closedBy'>> = {}): Aside =>
  defineAside({ ...known, basis: 'stated', cause: 'client-closed', closedBy: 'client', ...more, id });
export const clue = (
  id: string,
  more: Partial<Pick<Clue, 'points' | 'within' | 'consequences' | 'endedBy' | 'means'>> = {},
): Clue =>
  defineClue({ ...known, points: [], within: { from: -5_000, to: 5_000 }, consequences: [], ...more, id });
export const cause = (id: string, more: Partial<Omit<Cause, 'id' | 'kind'>> = {}): Cause =>
  defineCause({
    family: 'exited',
    means: `It was ${id}.`,
    prior: 0.1,
    expects: [],
    against: [],
    settledBy: [],
    why: ({ closes, clues }) => `${id}: ${closes.length} closes, ${clues.length} lines.`,
    steps: () => ({}),
    fixes: () => [],
    ...more,
    id,
  });

export const catalogueOf = (
  signatures: readonly Signature[],
  causes: readonly Cause[] = [cause('one'), cause('other')],
  more: Partial<Catalogue> = {},
): Catalogue => ({ version: 'test', formats: [], lookalikes: [], programs: [], ...more, signatures, causes });

export const source = (name: string, more: Partial<Source> = {}): Source => ({
  name,
  role: 'backend',
  formats: ['made-up'],
  scope: defaultScope,
  shared: false,
  zone: 0,
  skew: 0,
  ...more,
});

/** One line: of which signature, in which log, how many milliseconds after the start, and what it says. */
export interface Line extends Omit<Particulars, 'target'> {
  readonly of: string;
  readonly in?: string;
  /** Null for a line without a time. */
  readonly at?: number | null;
  readonly resolution?: number;
  /** A path, query and all. */
  readonly on?: string;
  readonly text?: string;
  /** The service that a rule of its log gave it to. */
  readonly scope?: string;
}

export function signalOf(line: Line, index: number): Signal {
  const {
    of,
    in: log = 'proxy',
    at = 0,
    resolution = 1,
    on,
    text,
    client,
    connection,
    requestId,
    host,
    scope,
    ...says
  } = line;
  const time = at === null ? null : eventTime(start + at);
  const shown = text ?? `${of} ${index}`;
  const content = hash64(`${time}\n${log}\n${shown}`);
  const path = on?.split('?')[0];
  const fact: Fact = {
    id: hash64(`${log} ${of} ${index}`),
    at: time,
    resolution,
    source: log,
    ...(scope === undefined ? {} : { scope }),
    signature: of,
    content,
    says,
    keys: {
      ...(path === undefined || on === undefined
        ? {}
        : { route: hash64(path), request: hash64(`${says.method ?? ''} ${path}`), target: hash64(on) }),
      ...(client === undefined ? {} : { client: hash64(client) }),
      ...(connection === undefined ? {} : { connection: hash64(connection) }),
      ...(requestId === undefined ? {} : { requestId: hash64(requestId) }),
    },
  };
  const excerpt: Excerpt = {
    content,
    at: time,
    source: log,
    text: shown,
    mark: [0, shown.length],
    ...(path === undefined ? {} : { route: path }),
    ...(host === undefined ? {} : { host }),
  };
  return { fact, excerpt };
}

export const factsOf = (lines: readonly Line[]): readonly Fact[] =>
  lines.map((line, i) => signalOf(line, i).fact);

export function evidenceOf(lines: readonly Line[]) {
  return merge(summarise(lines.map(signalOf), defaultScope, 'test'));
}

/** The sources that lines name, each as `given` says where it says anything. */
const sourcesOf = (lines: readonly Line[], given: readonly Source[]): readonly Source[] =>
  [...new Set(['proxy', ...lines.map((line) => line.in ?? 'proxy')])]
    .filter((name) => !given.some((each) => each.name === name))
    .map((name) => source(name, name.startsWith('proxy') ? { role: 'proxy' } : {}))
    .concat(given);

export interface Made {
  readonly lines: readonly Line[];
  readonly catalogue: Catalogue;
  readonly sources?: readonly Source[];
  readonly scope?: string;
  readonly settings?: Run['settings'];
  readonly timing?: Run['timing'];
  readonly context?: Context;
}

export function judged({
  lines,
  catalogue,
  sources = [],
  scope = defaultScope,
  settings,
  timing,
  context,
}: Made): Judged {
  const pages = summarise(lines.map(signalOf), scope, 'test');
  return judge(pages, scope, runOf(sourcesOf(lines, sources), settings, timing), catalogue, context);
}

/** The only incident of a made-up log. */
export function verdictOf(made: Made) {
  const { incidents, undiagnosed } = judged(made);
  const [first] = incidents;
  if (undiagnosed.length > 0) throw new Error(undiagnosed[0]?.why);
  if (!first || incidents.length > 1) throw new Error(`${incidents.length} incidents instead of one`);
  return first;
}

/** `cause confidence closes`, strongest first; `unexplained closes` last. */
export function foundIn(made: Made): readonly string[] {
  const { findings, unexplained } = verdictOf(made);
  return [
    ...findings.map((each) => `${each.cause} ${each.confidence} ${each.closes}`),
    ...(unexplained ? [`unexplained ${unexplained.closes}`] : []),
  ];
}

/** A close that one line describes. */
export function closeOf(line: Line, index = 0): Close {
  const { fact } = signalOf(line, index);
  const { says, keys } = fact;
  return {
    at: fact.at,
    resolution: fact.resolution,
    lines: [fact],
    phase: says.phase,
    by: says.by ?? 'other',
    scheme: says.scheme,
    upstream: says.upstream,
    method: says.method,
    route: keys.route,
    elapsed: says.elapsed,
    status: says.status,
    received: says.received,
    sent: says.sent,
    reused: says.reused === true,
    request: `request ${index}`,
  };
}

/** A view of closes and clues without a join: what stands in it, and nothing else. */
export function viewWith(
  closes: NonEmpty<Close>,
  clues: readonly Line[],
  catalogue: Catalogue,
  sources: readonly Source[] = [],
  settings: Run['settings'] = {},
): View {
  const evidence = evidenceOf(clues);
  const incident: Incident = {
    id: 'incident',
    scope: defaultScope,
    from: closes[0].at,
    to: closes[closes.length - 1]?.at ?? null,
    closes,
    clues: evidence.facts,
    asides: [],
  };
  return viewOf(incident, evidence, sourcesOf(clues, sources), settings, catalogue);
}
