import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Clue } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { echoesIn, endings } from './echoes.ts';
import { grouped } from './group.ts';
import { byTime } from './order.ts';
import { ownerOf } from './owner.ts';
import { placesOf } from './places.ts';
import { hostIn, seatOf } from './seat.ts';

/** Within this of the close a clue counts in full; from there it fades to `faintest` at its interval's end. */
const atOnce: Millis = 2 * second;
const faintest = 0.6;
/** What is left of a clue whose log may be another upstream's. */
const doubtful = 0.5;
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
/** Two sources that print one pid this close together speak of one process. */
const samePid: Millis = 10 * second;

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

/** Of so many lines that say the same this near to a close, farther ones add nothing. */
const mostBeside = 32;

/** A line that speaks: with its own voice, or for one that follows from it, at that one's time. */
interface Speaking {
  readonly fact: Fact;
  readonly clue: Clue;
  readonly heard: Fact;
}

/** The lines of one signature, in order of time, and those among them that some tie picks out. */
interface Choir {
  readonly clue: Clue;
  readonly all: readonly Speaking[];
  readonly byTie: ReadonlyMap<string, readonly Speaking[]>;
}

function layOut(view: View, catalogue: Catalogue): (close: Close) => readonly Near[] {
  const signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
  const { clues } = view.incident;
  const endOf = endings(clues, signatures);
  const echoes = echoesIn(clues, signatures, endOf);
  const voices = new Map<string, Clue>();
  const voiceOf = (origin: Clue, echo: Clue): Clue => {
    const key = `${origin.id} ${echo.id}`;
    const voice = voices.get(key) ?? { ...origin, within: echo.within };
    voices.set(key, voice);
    return voice;
  };
  const speaking = clues.flatMap((fact): readonly Speaking[] => {
    const clue = signatures.get(fact.signature);
    if (clue?.role !== 'clue') return [];
    const origin = echoes.get(fact);
    if (!origin) return clue.points.length > 0 ? [{ fact, clue, heard: fact }] : [];
    const first = signatures.get(origin.fact.signature);
    if (!origin.shared || echoes.has(origin.fact) || first?.role !== 'clue' || first.points.length === 0)
      return [];
    return [{ fact: origin.fact, clue: voiceOf(first, clue), heard: fact }];
  });
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
  const coarsest = clues.reduce((most, { resolution }) => Math.max(most, resolution), 0);
  const untimed = choirs(speaking.filter(({ heard }) => heard.at === null));
  const timed = choirs(speaking.filter(({ heard }) => heard.at !== null));

  /** What a line may be tied to a close by, so that a crowd of others cannot hide it. */
  function handlesOf(fact: Fact): readonly string[] {
    const { keys, says, source } = fact;
    const addresses = sourceOf.get(source)?.addresses ?? (says.upstream === undefined ? [] : [says.upstream]);
    return [
      ...(keys.requestId === undefined ? [] : [`request ${keys.requestId}`]),
      ...(keys.route === undefined ? [] : [`route ${keys.route}`]),
      ...addresses.map((address) => `upstream ${address}`),
      ...(says.addresses ?? []).map((address) => `host ${address}`),
      ...(says.pid !== undefined && pids.has(says.pid) ? ['pid'] : []),
      ...(says.process !== undefined && isTied(fact) ? ['process'] : []),
    ];
  }
  function choirs(lines: readonly Speaking[]): readonly Choir[] {
    // One source at a time: where a line stands decides whose it may be, and a busy log must not hide another.
    const groups = [...grouped(lines, ({ clue }) => clue)].flatMap(([clue, own]) =>
      [...grouped(own, ({ heard }) => heard.source).values()].map((all) => [clue, all] as const),
    );
    return groups.map(([clue, all]) => {
      const byTie = new Map<string, Speaking[]>();
      for (const each of all)
        for (const handle of handlesOf(each.fact)) {
          const held = byTie.get(handle);
          if (held) held.push(each);
          else byTie.set(handle, [each]);
        }
      return { clue, all, byTie };
    });
  }
  /** Of one signature the lines nearest to a close, and the nearest of each tie: a million lines cost no more than a few. */
  function heardOf({ clue, all, byTie }: Choir, close: Close): Iterable<Speaking> {
    const handles = [
      ...close.lines.flatMap(({ keys }) => keys.requestId ?? []).map((id) => `request ${id}`),
      `route ${close.route}`,
      `upstream ${close.upstream}`,
      `host ${hostIn(close.upstream ?? '')}`,
      'pid',
      'process',
    ];
    const lists = [all, ...handles.flatMap((handle) => [byTie.get(handle) ?? []])];
    const { at } = close;
    const heard = new Set<Speaking>();
    for (const list of lists) {
      if (list.length === 0) continue;
      let [from, to] = [0, Math.min(list.length, 2 * mostBeside)];
      if (at !== null && all[0]?.heard.at !== null) {
        const tolerance = close.resolution + coarsest + skews;
        const first = firstFrom(list, at + clue.within.from - tolerance, timeOf);
        const end = firstFrom(list, at + clue.within.to + tolerance + 1, timeOf);
        const middle = Math.min(end, Math.max(first, firstFrom(list, at, timeOf)));
        [from, to] = [Math.max(first, middle - mostBeside), Math.min(end, middle + mostBeside)];
      }
      for (const each of list.slice(from, to)) heard.add(each);
    }
    return heard;
  }

  function placed({ fact, clue, heard }: Speaking, close: Close): Placed | undefined {
    const owner = ownedBy(fact);
    if (owner.is === 'other' || !places.possible(fact, close)) return undefined;
    const seat = seated(fact, close);
    if (seat === 'elsewhere') return undefined;
    // Its address is stronger than any name.
    let share = owner.is === 'named' && seat !== 'here' ? owner.share : 1;
    if (places.doubtful(fact, close)) share *= doubtful;
    if (seat === 'perhaps' && !(owner.is === 'named' && owner.tied)) share *= unplaced;
    let distance = 0;
    if (heard.at !== null && close.at !== null) {
      const skews = (sourceOf.get(fact.source)?.skew ?? 0) + (sourceOf.get(close.lines[0].source)?.skew ?? 0);
      const tolerance = heard.resolution + close.resolution + skews;
      const offset = heard.at - close.at;
      if (offset < clue.within.from - tolerance || offset > clue.within.to + tolerance) return undefined;
      const end = endOf.get(fact);
      if (end !== undefined && close.at > end + tolerance) return undefined;
      const beyond = Math.max(0, Math.abs(offset) - atOnce - tolerance);
      const span = Math.max(1, (offset < 0 ? -clue.within.from : clue.within.to) - atOnce);
      share *= 1 - (1 - faintest) * Math.min(1, beyond / span);
      distance = Math.max(0, Math.abs(offset) - Math.max(heard.resolution, close.resolution));
      // A process dies once, a request fails once: of closes far apart the line explains those that it stands next to.
      if (fact.says.pid !== undefined || fact.says.process !== undefined || fact.keys.route !== undefined)
        share *= onlyFor(Math.abs(offset) - nearestTo(heard.at) - close.resolution);
    }
    const known = sourceOf.get(fact.source)?.addresses;
    if (close.upstream !== undefined && known !== undefined && !known.includes(close.upstream))
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
      if (upstream !== undefined && (known !== undefined || fact.says.upstream === upstream))
        return 'upstream';
      if (seat === 'here') return 'upstream';
      if (fact.says.pid !== undefined && pids.has(fact.says.pid)) return 'pid';
      if (sameRoute) return 'route';
      if (owner.is === 'named') return owner.tied ? 'process' : 'scope';
      if (upstream !== undefined && listensAt(upstream)) return 'listener';
      return seat !== 'perhaps' && view.upstreams.length <= 1 ? 'only-upstream' : 'scope';
    }
  }

  return (close) => {
    const found = [...untimed, ...timed]
      .flatMap((choir) => [...heardOf(choir, close)])
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

const timeOf = ({ heard }: Speaking): number => heard.at ?? 0;

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

/** Index of the first at or after a moment, of a list in order of time. */
function firstFrom<T>(list: readonly T[], at: number, timeOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && timeOf(item) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pids that two sources print within a few seconds: both speak of one process. */
function sharedPids(clues: readonly Fact[]): ReadonlySet<number> {
  const byPid = grouped(
    clues.filter(({ says }) => says.pid !== undefined),
    ({ says }) => says.pid ?? 0,
  );
  // In order of time: two sources that meet at all meet somewhere side by side.
  const meet = (a: Fact, b: Fact | undefined) =>
    b !== undefined &&
    a.source !== b.source &&
    (a.at === null || b.at === null || Math.abs(a.at - b.at) <= samePid);
  return new Set(
    [...byPid].flatMap(([pid, facts]) => {
      const undated =
        facts.some(({ at }) => at === null) && facts.some(({ source }) => source !== facts[0].source);
      return undated || facts.some((fact, index) => meet(fact, facts[index + 1])) ? [pid] : [];
    }),
  );
}
