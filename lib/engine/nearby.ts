import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Clue } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { choirsOf, heardOf } from './choir.ts';
import { endings } from './echoes.ts';
import { byTime, firstFrom } from './order.ts';
import { ownerOf } from './owner.ts';
import { placesOf } from './places.ts';
import { seatOf } from './seat.ts';
import { type Speaking, sharedPids, speakingIn } from './speaking.ts';

/** Within this of the close a clue counts in full; from there it fades to `faintest` at its interval's end. */
const atOnce: Millis = 2 * second;
const faintest = 0.6;
/** What is left of a clue whose log may be another upstream's. */
const doubtful = 0.5;
/** What is left of a clue that stands where it should only if a clock is off. */
const outOfTime = 0.3;
/** The same where no clock is off, and it stands there only if both stamps were cut just so. */
const byAHair = 0.1;
/** So long may nothing have been logged before a line that has no time of its own. */
const quiet: Millis = 7 * second;
/** What is left of a clue that names another route. */
const elsewhere = 0.3;
/** What is left of a clue that names its service or its address, where nobody knows which the upstream has. */
const unplaced = 0.3;
/** Each second that a clue stands farther from the close than the nearest telling one takes this share of it. */
const fartherPerSecond = 0.2;
const farthest = 0.4;
/** What happens once is next to nothing for a close that is not the nearest. */
const once = 0.1;
const oncePerSecond = 0.3;
/** A line of which less is left is not what others are measured by. */
const plausible = 0.4;

/** How a clue is tied to a close, strongest first. `scope` alone is no tie. */
export type Tie =
  | 'line'
  | 'request'
  | 'upstream'
  | 'pid'
  | 'process'
  | 'listener'
  | 'route'
  | 'only-upstream'
  | 'scope';

/** A clue beside a close: how it is tied to it, and what share of its weight is left at its distance. */
export interface Near {
  readonly fact: Fact;
  readonly clue: Clue;
  readonly tie: Tie;
  /** Both have a time; without, the clue stands in the same run and that is all. */
  readonly timed: boolean;
  /** The line at whose time it speaks: itself, or one that follows from it. */
  readonly heard: Fact;
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
  const endOf = endings(clues, signatures);
  const speaking = speakingIn(clues, signatures, endOf);
  const pids = sharedPids(clues);
  const sourceOf = new Map(view.sources.map((source) => [source.name, source]));
  const ownedBy = ownerOf(view, catalogue);
  const places = placesOf(view, catalogue);
  const seated = seatOf(view);
  const isTied = (fact: Fact): boolean => {
    const owner = ownedBy(fact);
    return owner.is === 'named' && owner.tied;
  };
  const nearestTo = nearestClose(view.incident.closes);
  const skews = 2 * view.sources.reduce((most, { skew }) => Math.max(most, skew), 0);
  const coarsest = clues.reduce(
    (most, { resolution, clock }) => Math.max(most, resolution + (clock === 'above' ? quiet : 0)),
    0,
  );
  const choirs = [true, false].flatMap((isUntimed) =>
    choirsOf(
      speaking.filter(({ heard }) => (heard.at === null) === isUntimed),
      handlesOf,
    ),
  );

  function handlesOf(fact: Fact): readonly string[] {
    const { keys, says, source } = fact;
    const addresses = sourceOf.get(source)?.addresses ?? (says.upstream === undefined ? [] : [says.upstream]);
    return [
      ...(keys.requestId === undefined ? [] : [`request ${keys.requestId}`]),
      ...(keys.route === undefined ? [] : [`route ${keys.route}`]),
      ...addresses.map((address) => `upstream ${address}`),
      ...(says.addresses ?? []).map((address) => `host ${address}`),
      ...(says.pid !== undefined && pids.has(says.pid) ? ['pid'] : []),
      ...(isTied(fact) ? ['process'] : []),
    ];
  }

  function placed({ fact, clue, heard }: Speaking, close: Close): Placed | undefined {
    const owner = ownedBy(fact);
    if (owner.is === 'other' || !places.possible(fact, close)) return undefined;
    const seat = seated(fact, close);
    if (seat === 'elsewhere') return undefined;
    // Its address is stronger than any name.
    const known = seat === 'here' || seat === 'same-service';
    let share = owner.is === 'unnamed' || known ? 1 : owner.share;
    if (places.doubtful(fact, close)) share *= doubtful;
    if (seat === 'perhaps' && !isTied(fact)) share = Math.min(share, unplaced);
    let distance = 0;
    if (heard.at !== null && close.at !== null) {
      const skews = (sourceOf.get(fact.source)?.skew ?? 0) + (sourceOf.get(close.lines[0].source)?.skew ?? 0);
      const tolerance = heard.resolution + close.resolution + skews;
      const offset = heard.at - close.at;
      // A stamp is cut off: the line came up to its resolution later than it says, and so did the close.
      const early = clue.within.from - (offset + heard.resolution + (heard.clock === 'above' ? quiet : 0));
      const late = offset - close.resolution - clue.within.to;
      if (early > skews || late > skews) return undefined;
      // What comes after its effect does not cause it; of what comes long before, its interval and the distance tell.
      const inTime = shareUpTo(-late, heard.resolution, close.resolution);
      const least = skews > 0 ? outOfTime : byAHair;
      share *= early > 0 || late > 0 ? outOfTime : Math.max(least, Math.min(1, 2 * inTime));
      const end = endOf.get(fact);
      if (end !== undefined && close.at > end + tolerance) return undefined;
      const beyond = Math.max(0, Math.abs(offset) - atOnce - tolerance);
      const span = Math.max(1, (offset < 0 ? -clue.within.from : clue.within.to) - atOnce);
      share *= 1 - (1 - faintest) * Math.min(1, beyond / span);
      distance = Math.max(0, Math.abs(offset) - Math.max(heard.resolution, close.resolution));
      // A process dies once, a connection ends once: of closes far apart the line explains those that it stands next to.
      if (happensOnce(fact)) share *= onlyFor(Math.abs(offset) - nearestTo(heard.at) - close.resolution);
    }
    const addresses = sourceOf.get(fact.source)?.addresses;
    if (close.upstream !== undefined && addresses !== undefined && !addresses.includes(close.upstream))
      return undefined;
    const sameRoute = fact.keys.route !== undefined && fact.keys.route === close.route;
    if (fact.keys.route !== undefined && close.route !== undefined && !sameRoute) share *= elsewhere;
    return {
      fact,
      clue,
      heard,
      timed: heard.at !== null && close.at !== null,
      share,
      distance,
      tie: tieOf(),
    };

    function listensAt(upstream: string): boolean {
      const upstreams = places.upstreamsOf(fact);
      return upstreams?.size === 1 && upstreams.has(upstream);
    }

    function tieOf(): Tie {
      const { requestId } = fact.keys;
      if (requestId !== undefined && close.lines.some(({ keys }) => keys.requestId === requestId))
        return 'request';
      const { upstream } = close;
      if (upstream !== undefined && (addresses !== undefined || fact.says.upstream === upstream))
        return 'upstream';
      if (seat === 'here') return 'upstream';
      if (owner.is !== 'quoted' && fact.says.pid !== undefined && pids.has(fact.says.pid)) return 'pid';
      if (sameRoute) return 'route';
      if (owner.is === 'named' && !known) return owner.tied ? 'process' : 'scope';
      if (upstream !== undefined && listensAt(upstream)) return 'listener';
      return seat !== 'perhaps' && view.upstreams.length <= 1 ? 'only-upstream' : 'scope';
    }
  }

  return (close) => {
    const found = choirs
      .flatMap((choir) => [...heardOf(choir, close, close.resolution + coarsest + skews)])
      .flatMap((each) => placed(each, close) ?? [])
      .sort((a, b) => byTime(a.fact, b.fact));
    let nearest = Number.POSITIVE_INFINITY;
    for (const { timed: dated, share, clue, distance } of found)
      if (dated && share >= plausible && clue.points.some(isTelling)) nearest = Math.min(nearest, distance);
    return found.map(({ distance, ...near }) => {
      if (!near.timed || nearest === Number.POSITIVE_INFINITY) return near;
      return { ...near, share: near.share * nearness(distance - nearest) };
    });
  };
}

/** How often two numbers drawn evenly up to `a` and up to `b` have a sum of `sum` at most. */
export function shareUpTo(sum: number, a: number, b: number): number {
  if (sum < 0) return 0;
  if (sum >= a + b) return 1;
  const [short, long] = a < b ? [a, b] : [b, a];
  if (sum < short) return sum ** 2 / (2 * a * b);
  if (sum <= long) return (sum - short / 2) / long;
  return 1 - (a + b - sum) ** 2 / (2 * a * b);
}

/** It is about one process, one request or one connection. */
const happensOnce = ({ says, keys }: Fact): boolean =>
  says.pid !== undefined ||
  says.process !== undefined ||
  keys.client !== undefined ||
  keys.route !== undefined;

const nearness = (farther: Millis): number =>
  Math.max(farthest, 1 - (fartherPerSecond * Math.max(0, farther)) / second);

/** Both distances are from one line to closes of one clock: nothing but the closes' own resolution blurs them. */
const onlyFor = (farther: Millis): number =>
  Math.max(once, 1 - (oncePerSecond * Math.max(0, farther)) / second);

/** How far the nearest close is from a moment. */
function nearestClose(closes: readonly Close[]): (at: Millis) => Millis {
  const times = closes.flatMap(({ at }) => (at === null ? [] : [at])).sort((a, b) => a - b);
  return (at) => {
    const next = firstFrom(times, at, (time) => time);
    return Math.min(
      Math.abs((times[next - 1] ?? Number.NEGATIVE_INFINITY) - at),
      Math.abs((times[next] ?? Number.POSITIVE_INFINITY) - at),
    );
  };
}

const isTelling = ({ strength }: Clue['points'][number]): boolean =>
  strength === 'decisive' || strength === 'strong';
