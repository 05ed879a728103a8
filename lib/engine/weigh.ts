import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause, View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Clue, Consequence, Point, Signature, Strength } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { grouped } from './group.ts';
import { reachOf } from './join.ts';

/** Log-odds (nats) that one line adds. From them and the priors: one decisive line is enough for 0.99, one strong for 0.8. */
const nats: Readonly<Record<Strength, number>> = { decisive: 8, strong: 4.6, supporting: 2.2, context: 0.6 };
/** Further lines for the same cause are not independent of the first. */
const repeated = [1, 0.4, 0.2];
/** Within this of the close a clue counts in full; from there it fades to `faintest` at the interval's end. */
const atOnce: Millis = 2 * second;
const faintest = 0.6;
/** What is left of a clue that names another route or a process that is no backend of ours. */
const elsewhere = 0.3;
const untimed = 0.7;
const corroborated = 1.5;
/** Two sources that print one pid this close together speak of one process. */
const samePid: Millis = 10 * second;

/** How a clue is tied to a close, strongest first. `scope` alone is no tie. */
export type Tie = 'line' | 'request' | 'upstream' | 'pid' | 'process' | 'route' | 'only-upstream' | 'scope';

export interface Weighed {
  readonly fact: Fact;
  readonly point: Point;
  readonly tie: Tie;
  readonly timed: boolean;
  readonly nats: number;
}

/** One cause's case for one close. */
export interface Case {
  readonly cause: Cause;
  readonly nats: number;
  readonly clues: readonly Weighed[];
  readonly seen: readonly { readonly sentence: string; readonly tells: 'this' | 'any' }[];
  readonly against: readonly string[];
  readonly posterior: number;
}

export interface Scales {
  /** The cases of all causes for one close, most probable first. */
  readonly weigh: (close: Close) => readonly Case[];
  /** The line whose consequence this one is. */
  readonly originOf: (fact: Fact) => Fact | undefined;
}

export function scales(view: View, catalogue: Catalogue): Scales {
  const signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
  const { clues } = view.incident;
  const origins = originsOf(clues, signatures);
  const speaking = clues.filter((fact) => !origins.has(fact.id));
  const corroboratedPids = sharedPids(clues);
  const skewOf = new Map(view.sources.map((source) => [source.name, source.skew]));
  const addresses = new Map(view.sources.map((source) => [source.name, source.addresses]));
  const somethingElse = 1 - catalogue.causes.reduce((sum, cause) => sum + cause.prior, 0);
  const processes = backendProcesses(view, catalogue);
  const reach = reachOf(catalogue, view.sources);

  function weighClue(fact: Fact, clue: Clue, close: Close): Omit<Weighed, 'point'> | undefined {
    const timed = fact.at !== null && close.at !== null;
    let factor = untimed;
    if (fact.at !== null && close.at !== null) {
      const tolerance = fact.resolution + close.resolution + (skewOf.get(fact.source) ?? 0) + (skewOf.get(close.lines[0].source) ?? 0);
      const offset = fact.at - close.at;
      if (offset < clue.within.from - tolerance || offset > clue.within.to + tolerance) return undefined;
      const beyond = Math.max(0, Math.abs(offset) - atOnce - tolerance);
      const span = Math.max(1, (offset < 0 ? -clue.within.from : clue.within.to) - atOnce);
      factor = 1 - (1 - faintest) * Math.min(1, beyond / span);
    }
    const known = addresses.get(fact.source);
    const upstream = fact.says.upstream ?? (known?.length === 1 ? known[0] : undefined);
    if (close.upstream !== undefined && known !== undefined && !known.includes(close.upstream)) return undefined;
    const sameRoute = fact.keys.route !== undefined && fact.keys.route === close.route;
    if (fact.keys.route !== undefined && close.route !== undefined && !sameRoute) factor *= elsewhere;
    const isOurs = fact.says.process === undefined ? undefined : processes.match(fact.says.process);
    if (isOurs === false) factor *= elsewhere;
    const tie: Tie =
      fact.keys.requestId !== undefined && close.lines.some(({ keys }) => keys.requestId === fact.keys.requestId)
        ? 'request'
        : close.upstream !== undefined && (upstream === close.upstream || known?.includes(close.upstream))
          ? 'upstream'
          : fact.says.pid !== undefined && corroboratedPids.has(fact.says.pid)
            ? 'pid'
            : sameRoute
              ? 'route'
              : isOurs === true
                ? 'process'
                : view.upstreams.length <= 1 && isOurs !== false
                  ? 'only-upstream'
                  : 'scope';
    return { fact, tie, timed, nats: factor };
  }

  function casesFor(close: Close): readonly Omit<Case, 'posterior'>[] {
    const near = around(speaking, close, reach).flatMap((fact) => {
      const signature = signatures.get(fact.signature);
      if (signature?.role !== 'clue' || signature.points.length === 0) return [];
      const weighed = weighClue(fact, signature, close);
      return weighed ? [{ signature, weighed }] : [];
    });
    return catalogue.causes.map((cause) => {
      const best = new Map<string, Weighed>();
      for (const { signature, weighed } of near) {
        const point = signature.points.find((each) => each.cause === cause.id);
        if (!point) continue;
        const bonus = weighed.tie === 'pid' ? corroborated : 0;
        const candidate: Weighed = { ...weighed, point, nats: nats[point.strength] * weighed.nats + bonus };
        const held = best.get(signature.id);
        if (!held || candidate.nats > held.nats) best.set(signature.id, candidate);
      }
      for (const line of close.lines) {
        const signature = signatures.get(line.signature);
        const point = signature?.role === 'symptom' ? signature.points.find((each) => each.cause === cause.id) : undefined;
        if (point) best.set(line.signature, { fact: line, point, tie: 'line', timed: true, nats: nats[point.strength] });
      }
      const clues = [...best.values()].sort((a, b) => b.nats - a.nats || (a.fact.content < b.fact.content ? -1 : 1));
      const seen = cause.expects.flatMap(({ sees, tells, weight }) => {
        const sentence = sees(close, view);
        return sentence === undefined ? [] : [{ sentence, tells, weight }];
      });
      const against = cause.against.flatMap(({ sees, weight }) => {
        const sentence = sees(close, view);
        return sentence === undefined ? [] : [{ sentence, weight }];
      });
      const sum =
        clues.reduce((total, clue, index) => total + clue.nats * (repeated[index] ?? 0), 0) +
        [...seen, ...against].reduce((total, { weight }) => total + weight, 0);
      return {
        cause,
        nats: Math.log(cause.prior) + sum,
        clues,
        seen: seen.map(({ sentence, tells }) => ({ sentence, tells })),
        against: against.map(({ sentence }) => sentence),
      };
    });
  }

  return {
    originOf: (fact) => origins.get(fact.id),
    weigh(close) {
      const cases = casesFor(close);
      const total = cases.reduce((sum, each) => sum + Math.exp(each.nats), somethingElse);
      return cases
        .map((each) => ({ ...each, posterior: Math.exp(each.nats) / total }))
        .sort((a, b) => b.nats - a.nats || (a.cause.id < b.cause.id ? -1 : 1));
    },
  };
}

/** Clues within reach of a close, and those without a time. `clues` are in canonical order: the untimed first, then by time. */
function around(clues: readonly Fact[], close: Close, reach: Millis): readonly Fact[] {
  const { at } = close;
  if (at === null) return clues;
  const untimed = firstAtOrAfter(clues, Number.NEGATIVE_INFINITY);
  return [
    ...clues.slice(0, untimed),
    ...clues.slice(Math.max(untimed, firstAtOrAfter(clues, at - reach)), firstAtOrAfter(clues, at + reach + 1)),
  ];
}

function firstAtOrAfter(clues: readonly Fact[], at: number): number {
  let low = 0;
  let high = clues.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const time = clues[middle]?.at ?? null;
    if (time === null || time < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A line that follows from another that shares its pid, worker or unit speaks for that one's cause, not for its own. */
function originsOf(clues: readonly Fact[], signatures: ReadonlyMap<string, Signature>): ReadonlyMap<string, Fact> {
  const bySignature = grouped(clues, ({ signature }) => signature);
  const origins = new Map<string, Fact>();
  for (const fact of clues) {
    const signature = signatures.get(fact.signature);
    if (signature?.role !== 'clue') continue;
    const origin = signature.consequences
      .map((consequence) => bySignature.get(consequence.of)?.find((other) => isOrigin(other, fact, consequence)))
      .find((found) => found !== undefined);
    if (origin) origins.set(fact.id, origin);
  }
  return origins;
}

function isOrigin(other: Fact, fact: Fact, { sharing, within }: Consequence): boolean {
  if (other === fact) return false;
  if (sharing === undefined) {
    if (other.source !== fact.source) return false;
  } else if (fact.says[sharing] === undefined || other.says[sharing] !== fact.says[sharing]) return false;
  if (other.at === null || fact.at === null) return other.at === fact.at && sharing !== undefined;
  const offset = other.at - fact.at;
  const tolerance = other.resolution + fact.resolution;
  return offset >= within.from - tolerance && offset <= within.to + tolerance;
}

/** Pids that two sources print within a few seconds: both speak of one process. */
function sharedPids(clues: readonly Fact[]): ReadonlySet<number> {
  const byPid = grouped(
    clues.filter(({ says }) => says.pid !== undefined),
    ({ says }) => says.pid ?? 0,
  );
  const meet = (a: Fact, b: Fact) =>
    a.source !== b.source && (a.at === null || b.at === null || Math.abs(a.at - b.at) <= samePid);
  return new Set(
    [...byPid].flatMap(([pid, facts]) => (facts.some((a) => facts.some((b) => meet(a, b))) ? [pid] : [])),
  );
}

/** Whether a process name in a kernel or supervisor line is one of the backends in view; undefined when none is in view. */
function backendProcesses(view: View, catalogue: Catalogue): { readonly match: (name: string) => boolean | undefined } {
  const names = catalogue.programs
    .filter(({ program, role }) => role === 'backend' && view.programs.includes(program))
    .flatMap(({ processes }) => processes);
  return {
    match: (name) =>
      names.length === 0
        ? undefined
        : names.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known)),
  };
}
