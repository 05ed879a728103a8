import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Clue, Consequence, Signature } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { grouped } from './group.ts';
import { reachOf } from './join.ts';

/** Within this of the close a clue counts in full; from there it fades to `faintest` at its interval's end. */
const atOnce: Millis = 2 * second;
const faintest = 0.6;
/** What is left of a clue that names another route or a process that is no backend of ours. */
const elsewhere = 0.3;
/** Each second that a clue stands farther from the close than the nearest telling one takes this share of it. */
const fartherPerSecond = 0.2;
const farthest = 0.4;
/** Two sources that print one pid this close together speak of one process. */
const samePid: Millis = 10 * second;

/** How a clue is tied to a close, strongest first. `scope` alone is no tie. */
export type Tie = 'line' | 'request' | 'upstream' | 'pid' | 'process' | 'route' | 'only-upstream' | 'scope';

/** A clue beside a close: how it is tied to it, and what share of its weight is left at its distance. */
export interface Near {
  readonly fact: Fact;
  readonly clue: Clue;
  readonly tie: Tie;
  /** Both have a time; without, the clue stands in the same run and that is all. */
  readonly timed: boolean;
  readonly share: number;
}

interface Placed extends Near {
  readonly distance: Millis;
}

const laidOut = new WeakMap<View, (close: Close) => readonly Near[]>();

/** The clues of an incident that may explain a close. Laid out once for all its closes; each is asked about in turn. */
export function cluesNear(view: View, catalogue: Catalogue): (close: Close) => readonly Near[] {
  const held = laidOut.get(view);
  if (held) return held;
  const find = layOut(view, catalogue);
  let last: { readonly close: Close; readonly near: readonly Near[] } | undefined;
  const remembered = (close: Close): readonly Near[] => {
    if (last?.close !== close) last = { close, near: find(close) };
    return last.near;
  };
  laidOut.set(view, remembered);
  return remembered;
}

function layOut(view: View, catalogue: Catalogue): (close: Close) => readonly Near[] {
  const signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
  const { clues } = view.incident;
  const echoes = echoesIn(clues, signatures);
  const speaking = clues.flatMap((fact) => {
    const clue = signatures.get(fact.signature);
    return clue?.role === 'clue' && clue.points.length > 0 && !echoes.has(fact) ? [{ fact, clue }] : [];
  });
  const untimed = speaking.filter(({ fact }) => fact.at === null);
  const timed = speaking.filter(({ fact }) => fact.at !== null);
  const reach = reachOf(catalogue, view.sources);
  const pids = sharedPids(clues);
  const sourceOf = new Map(view.sources.map((source) => [source.name, source]));
  const ours = backendProcesses(view, catalogue);

  function placed(
    { fact, clue }: { readonly fact: Fact; readonly clue: Clue },
    close: Close,
  ): Placed | undefined {
    let share = 1;
    let distance = 0;
    if (fact.at !== null && close.at !== null) {
      const skews = (sourceOf.get(fact.source)?.skew ?? 0) + (sourceOf.get(close.lines[0].source)?.skew ?? 0);
      const tolerance = fact.resolution + close.resolution + skews;
      const offset = fact.at - close.at;
      if (offset < clue.within.from - tolerance || offset > clue.within.to + tolerance) return undefined;
      const beyond = Math.max(0, Math.abs(offset) - atOnce - tolerance);
      const span = Math.max(1, (offset < 0 ? -clue.within.from : clue.within.to) - atOnce);
      share = 1 - (1 - faintest) * Math.min(1, beyond / span);
      distance = Math.max(0, Math.abs(offset) - Math.max(fact.resolution, close.resolution));
    }
    const known = sourceOf.get(fact.source)?.addresses;
    if (close.upstream !== undefined && known !== undefined && !known.includes(close.upstream))
      return undefined;
    const sameRoute = fact.keys.route !== undefined && fact.keys.route === close.route;
    if (fact.keys.route !== undefined && close.route !== undefined && !sameRoute) share *= elsewhere;
    const isOurs = fact.says.process === undefined ? undefined : ours(fact.says.process);
    if (isOurs === false) share *= elsewhere;
    return { fact, clue, timed: fact.at !== null && close.at !== null, share, distance, tie: tieOf() };

    function tieOf(): Tie {
      const { requestId } = fact.keys;
      if (requestId !== undefined && close.lines.some(({ keys }) => keys.requestId === requestId))
        return 'request';
      if (close.upstream !== undefined && (known !== undefined || fact.says.upstream === close.upstream))
        return 'upstream';
      if (fact.says.pid !== undefined && pids.has(fact.says.pid)) return 'pid';
      if (sameRoute) return 'route';
      if (isOurs === true) return 'process';
      return view.upstreams.length <= 1 && fact.says.process === undefined ? 'only-upstream' : 'scope';
    }
  }

  return (close) => {
    const { at } = close;
    const window =
      at === null ? timed : timed.slice(firstFrom(timed, at - reach), firstFrom(timed, at + reach + 1));
    const found = [...untimed, ...window].flatMap((each) => placed(each, close) ?? []);
    const telling = found.filter(({ timed: dated, clue }) => dated && clue.points.some(isTelling));
    const nearest = Math.min(...telling.map(({ distance }) => distance));
    return found.map(({ distance, ...near }) => {
      if (!near.timed || telling.length === 0) return near;
      const farther = Math.max(0, distance - nearest) / second;
      return { ...near, share: near.share * Math.max(farthest, 1 - fartherPerSecond * farther) };
    });
  };
}

const isTelling = ({ strength }: Clue['points'][number]): boolean =>
  strength === 'decisive' || strength === 'strong';

/** Index of the first at or after a moment; the list is in canonical order and each has a time. */
function firstFrom(clues: readonly { readonly fact: Fact }[], at: number): number {
  let low = 0;
  let high = clues.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((clues[middle]?.fact.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines that follow from another that shares their pid, worker or unit: that one speaks for both. */
function echoesIn(clues: readonly Fact[], signatures: ReadonlyMap<string, Signature>): ReadonlySet<Fact> {
  const bySignature = grouped(clues, ({ signature }) => signature);
  return new Set(
    clues.filter((fact) => {
      const signature = signatures.get(fact.signature);
      return (
        signature?.role === 'clue' &&
        signature.consequences.some((each) =>
          bySignature.get(each.of)?.some((other) => isOrigin(other, fact, each)),
        )
      );
    }),
  );
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
function backendProcesses(view: View, catalogue: Catalogue): (name: string) => boolean | undefined {
  const names = catalogue.programs
    .filter(({ program, role }) => role === 'backend' && view.programs.includes(program))
    .flatMap(({ processes }) => processes);
  return (name) =>
    names.length === 0
      ? undefined
      : names.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known));
}
