import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause, View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Confidence } from '#lib/model/verdict.ts';
import { grouped } from './group.ts';
import type { Tie } from './nearby.ts';
import { type Standing, standings } from './standing.ts';
import { type Case, type Weighed, weigher } from './weigh.ts';

export interface Attribution {
  readonly close: Close;
  readonly best: Case;
}

export interface Attributed {
  readonly cause: Cause;
  readonly confidence: Confidence;
  readonly attributions: NonEmpty<Attribution>;
  /** The clues that it rests on, and the lines that follow from these, in canonical order. */
  readonly clues: readonly Weighed[];
}

export interface Classified {
  /** Strongest first. */
  readonly found: readonly Attributed[];
  readonly unexplained: readonly Attribution[];
  /** Every cause, in the catalogue's order. */
  readonly standings: readonly Standing[];
}

const thresholds = { confirmed: 0.99, likely: 0.8, possible: 0.35, lead: 3 } as const;
const ranks: readonly Confidence[] = ['confirmed', 'likely', 'possible'];
const strongTies: ReadonlySet<Tie> = new Set([
  'line',
  'request',
  'upstream',
  'pid',
  'process',
  'listener',
  'route',
  'only-upstream',
]);
/** They name a process of ours and not the upstream that it is: of several upstreams it may be any. */
const processTies: ReadonlySet<Tie> = new Set(['pid', 'process']);
/** These hold without a clock. */
const keyTies: ReadonlySet<Tie> = new Set(['line', 'request', 'upstream', 'pid']);

/** Attributes every close of an incident on its own and groups the closes by cause. */
export function classify(view: View, catalogue: Catalogue): Classified {
  const weigh = weigher(view, catalogue);
  const sums = standings(catalogue.causes);
  const judged = view.incident.closes.map((close) => {
    const cases = weigh(close);
    const [best, next] = cases;
    if (!best) throw new Error('a catalogue without causes cannot classify');
    const confidence = confidenceOf(best, next, view);
    sums.add(cases, confidence !== undefined);
    return { attribution: { close, best }, confidence };
  });
  const explained = judged.filter(({ confidence }) => confidence !== undefined);
  const found = [...grouped(explained, ({ attribution }) => attribution.best.cause)].map(
    ([cause, group]): Attributed => {
      const levels = group
        .map(({ confidence }) => ranks.indexOf(confidence ?? 'possible'))
        .sort((a, b) => a - b);
      const [first, ...rest] = group.map(({ attribution }) => attribution);
      if (!first) throw new Error('a group has a first member');
      return {
        cause,
        // What at least half of its closes reach: one odd close neither lifts nor lowers the finding.
        confidence: ranks[levels[Math.floor((levels.length - 1) / 2)] ?? 2] ?? 'possible',
        attributions: [first, ...rest],
        clues: cluesOf([first, ...rest]),
      };
    },
  );
  return {
    found: found.sort(
      (a, b) =>
        ranks.indexOf(a.confidence) - ranks.indexOf(b.confidence) ||
        b.attributions.length - a.attributions.length ||
        (a.cause.id < b.cause.id ? -1 : 1),
    ),
    unexplained: judged
      .filter(({ confidence }) => confidence === undefined)
      .map(({ attribution }) => attribution),
    standings: sums.all(),
  };
}

function confidenceOf(best: Case, next: Case | undefined, view: View): Confidence | undefined {
  const { posterior, clues, seen } = best;
  const lead = next === undefined ? Number.POSITIVE_INFINITY : best.nats - next.nats;
  const direct = clues.some(
    ({ point, tie, timed }) =>
      (point.strength === 'decisive' || point.strength === 'strong') &&
      strongTies.has(tie) &&
      (view.upstreams.length <= 1 || !processTies.has(tie)) &&
      (timed || keyTies.has(tie)),
  );
  if (posterior >= thresholds.confirmed && direct && lead >= thresholds.lead) return 'confirmed';
  const specific = clues.length > 0 || seen.some(({ tells }) => tells === 'this');
  if (posterior >= thresholds.likely && specific) return 'likely';
  if (posterior >= thresholds.possible && specific) return 'possible';
  return undefined;
}

function cluesOf(attributions: readonly Attribution[]): readonly Weighed[] {
  const best = new Map<string, Weighed>();
  for (const { close, best: found } of attributions)
    for (const clue of found.clues) {
      const { route } = clue.fact.keys;
      if (
        clue.point.strength === 'context' &&
        route !== undefined &&
        close.route !== undefined &&
        route !== close.route
      )
        continue;
      const held = best.get(clue.fact.id);
      if (clue.tie !== 'line' && (!held || clue.nats > held.nats)) best.set(clue.fact.id, clue);
    }
  return [...best.values()].sort(
    (a, b) => (a.fact.at ?? -1) - (b.fact.at ?? -1) || (a.fact.content < b.fact.content ? -1 : 1),
  );
}
