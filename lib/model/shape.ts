import type { View } from './cause.ts';
import { type Cluster, clustersOf } from './cluster.ts';
import type { Close } from './incident.ts';
import { type Millis, minute, second } from './time.ts';

/** What the closes of one incident have in common: measured once per view, since a view may hold a million of them. */
export interface Shape {
  /** The route of at least three closes and four in five. */
  readonly mainRoute: { readonly route: string; readonly closes: number; readonly of: number } | undefined;
  readonly routes: number;
  /** Five closes or more, all for one client. */
  readonly oneClient: boolean;
  /** Closes of requests that a proxy does not repeat by itself, or that it was seen to repeat. */
  readonly unrepeated: number;
  /** Closes while the request was still being sent. */
  readonly whileSending: number;
  readonly runs: readonly Run[];
  /** The same for each upstream by itself: what one process had to do with. */
  readonly runsBy: ReadonlyMap<string | undefined, readonly Run[]>;
  readonly clusters: readonly Cluster[];
  /** Three closes or more whose times are known and 0.3 s or longer, in no cluster. */
  readonly scattered: boolean;
  /** Times that a whole process went: several routes ended together, or connects failed next. */
  readonly deaths: number;
  /** Of two such times or more among several routes, the only route that was under way in every one. */
  readonly deadlyRoute: string | undefined;
  /** Upstreams that failed one after the other, each for itself. */
  readonly rolling: number;
  /** The distance of closes that come at even intervals. */
  readonly period: Millis | undefined;
}

/** Closes with no more than a breath between one and the next. */
export interface Run {
  readonly from: Millis;
  readonly to: Millis;
  readonly closes: number;
  readonly requests: number;
  readonly routes: ReadonlySet<string>;
  readonly upstreams: number;
  /** How far apart its requests had begun, though they ended together. */
  readonly spread: Millis;
  /** Connects that failed from its first close until half a minute after its last. */
  readonly refused: number;
}

/** A close as soon as this leaves no time for a handler that does any work. */
export const atOnce: Millis = 50;
/** More than a form or a JSON document usually has, and more than one socket buffer takes at once. */
export const largeBody = 64 * 1024;
/** A run this short, of several requests on several routes, is one event and not a rate. */
const burstSpan: Millis = 5 * second;
const breath: Millis = 2 * second;
const aftermath: Millis = 30 * second;
/** Below this, times say nothing about a timer. */
const slow: Millis = 300;

const measured = new WeakMap<View, Shape>();

export function shapeOf(view: View): Shape {
  const held = measured.get(view);
  if (held) return held;
  const shape = measure(view);
  measured.set(view, shape);
  return shape;
}

/** The run of a close among those of its upstream. */
export const runOf = ({ at, upstream }: Close, view: View): Run | undefined =>
  at === null ? undefined : lastBefore(shapeOf(view).runsBy.get(upstream) ?? [], at);

/** The run of a close among all of the incident. */
export const momentOf = ({ at }: Close, view: View): Run | undefined =>
  at === null ? undefined : lastBefore(shapeOf(view).runs, at);

/** The run of a close, where it is one event that took several requests on several routes. */
export const burstOf = (close: Close, view: View): Run | undefined => {
  const run = runOf(close, view);
  return run && isBurst(run) ? run : undefined;
};

export const isDeath = (run: Run): boolean => isBurst(run) || run.refused > 0;

const isBurst = ({ requests, routes, from, to }: Run): boolean =>
  requests >= 3 && routes.size >= 2 && to - from <= burstSpan;

export const clusterOf = ({ elapsed }: Close, view: View): Cluster | undefined =>
  elapsed === undefined
    ? undefined
    : shapeOf(view).clusters.find(({ least, most }) => elapsed >= least && elapsed <= most);

/** Asides of these kinds within `reach` of a close, as far as they may concern its upstream. */
export function asidesNear(close: Close, view: View, causes: readonly string[], reach: Millis): number {
  const { at, upstream } = close;
  if (at === null) return 0;
  const upstreams = new Set(upstream === undefined ? [] : [upstream]);
  return causes.reduce(
    (sum, cause) => sum + asidesBetween(view, cause, upstreams, at - reach, at + reach),
    0,
  );
}

const unrepeatable: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
export const isUnrepeatable = ({ method }: Close): boolean =>
  method !== undefined && unrepeatable.has(method);

function measure(view: View): Shape {
  const { closes } = view.incident;
  const routes = new Map<string, number>();
  const clients = new Set<string>();
  let nameless = 0;
  let unrepeated = 0;
  let whileSending = 0;
  for (const close of closes) {
    if (close.route !== undefined) routes.set(close.route, (routes.get(close.route) ?? 0) + 1);
    const client = close.lines[0].keys.client;
    if (client === undefined) nameless++;
    else if (clients.size < 2) clients.add(client);
    if (close.reused || isUnrepeatable(close)) unrepeated++;
    if (close.phase === 'request') whileSending++;
  }
  const [top] = [...routes].sort(([, a], [, b]) => b - a);
  const runs = runsOf(closes, view);
  const byUpstream = new Map<string | undefined, Close[]>();
  for (const close of closes) {
    const held = byUpstream.get(close.upstream);
    if (held) held.push(close);
    else byUpstream.set(close.upstream, [close]);
  }
  const runsBy = new Map([...byUpstream].map(([upstream, own]) => [upstream, runsOf(own, view)] as const));
  const times = closes.flatMap(({ elapsed }) => (elapsed !== undefined && elapsed >= slow ? [elapsed] : []));
  const clusters = clustersOf(times.sort((a, b) => a - b));
  const clustered = clusters.reduce((sum, each) => sum + each.closes, 0);
  return {
    mainRoute:
      top && top[1] >= 3 && top[1] >= closes.length * 0.8
        ? { route: top[0], closes: top[1], of: closes.length }
        : undefined,
    routes: routes.size,
    oneClient: closes.length >= 5 && clients.size === 1 && nameless === 0,
    unrepeated,
    whileSending,
    runs,
    runsBy,
    clusters,
    scattered: times.length >= 3 && clustered * 2 < times.length,
    ...deathsOf([...runsBy.values()].flat(), routes.size),
    rolling: rollingOf(closes),
    period: periodOf(runs),
  };
}

function runsOf(closes: readonly Close[], view: View): readonly Run[] {
  const runs: Run[] = [];
  let run: Close[] = [];
  const end = () => {
    const from = run[0]?.at;
    const to = run[run.length - 1]?.at;
    if (from === undefined || from === null || to === undefined || to === null) return;
    const upstreams = new Set(run.flatMap(({ upstream }) => (upstream === undefined ? [] : [upstream])));
    runs.push({
      from,
      to,
      closes: run.length,
      requests: new Set(run.map(({ request }) => request)).size,
      routes: new Set(run.flatMap(({ route }) => (route === undefined ? [] : [route]))),
      upstreams: upstreams.size,
      spread: spreadOf(run),
      refused: asidesBetween(view, 'connect-failed', upstreams, from, to + aftermath),
    });
  };
  for (const close of closes) {
    if (close.at === null) continue;
    const last = run[run.length - 1]?.at;
    if (last !== undefined && last !== null && close.at - last > breath) {
      end();
      run = [];
    }
    run.push(close);
  }
  end();
  return runs;
}

function spreadOf(run: readonly Close[]): Millis {
  const times = run.flatMap(({ elapsed }) => elapsed ?? []);
  return times.length < 2 ? 0 : Math.max(...times) - Math.min(...times);
}

/** Requests that had begun at different times ended at one moment: what ended was not theirs alone. */
export const endedTogether = (close: Close, view: View): Run | undefined => {
  const run = runOf(close, view);
  return run && run.requests >= 2 && run.to - run.from <= second && run.spread >= second / 2
    ? run
    : undefined;
};

function deathsOf(runs: readonly Run[], routes: number): Pick<Shape, 'deaths' | 'deadlyRoute'> {
  const deaths = runs.filter(isDeath);
  const common = deaths.reduce<readonly string[]>(
    (kept, run) => kept.filter((route) => run.routes.has(route)),
    [...(deaths[0]?.routes ?? [])],
  );
  const deadly = deaths.length >= 2 && routes >= 2 && common.length === 1;
  return { deaths: deaths.length, deadlyRoute: deadly ? common[0] : undefined };
}

/** A deploy takes one upstream after the other; a fault comes back to the same ones. */
function rollingOf(closes: readonly Close[]): number {
  const spans = new Map<string, { from: number; to: number; closes: number }>();
  for (const { at, upstream } of closes) {
    if (at === null || upstream === undefined) return 0;
    const span = spans.get(upstream) ?? { from: at, to: at, closes: 0 };
    spans.set(upstream, {
      from: Math.min(span.from, at),
      to: Math.max(span.to, at),
      closes: span.closes + 1,
    });
  }
  const turns = [...spans.values()].sort((a, b) => a.from - b.from);
  const inTurn = turns.every(
    ({ from, to, closes: hit }, index) =>
      hit >= 2 &&
      to - from <= aftermath &&
      from > (turns[index - 1]?.to ?? Number.NEGATIVE_INFINITY) + breath,
  );
  const whole = (turns[turns.length - 1]?.to ?? 0) - (turns[0]?.from ?? 0);
  return inTurn && turns.length >= 2 && whole <= 30 * minute ? turns.length : 0;
}

function periodOf(runs: readonly Run[]): Millis | undefined {
  if (runs.length < 5) return undefined;
  const gaps = runs.slice(1).map(({ from }, index) => from - (runs[index]?.from ?? from));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  return spread <= mean * 0.2 ? mean : undefined;
}

/** Times of asides by cause, and in that by the address that they name. */
type AsideTimes = ReadonlyMap<string, ReadonlyMap<string, readonly Millis[]>>;
const asides = new WeakMap<View, AsideTimes>();

/** Groups of upstreams have names; what stands with one may concern any address. */
const isAddress = (upstream: string | undefined): upstream is string =>
  upstream !== undefined && /:\d+$|^unix:/.test(upstream);

function asidesOf(view: View): AsideTimes {
  const held = asides.get(view);
  if (held) return held;
  const byCause = new Map<string, Map<string, Millis[]>>();
  for (const { cause, fact } of view.incident.asides) {
    if (fact.at === null) continue;
    const { upstream } = fact.says;
    const address = isAddress(upstream) ? upstream : '';
    const times = byCause.get(cause) ?? new Map<string, Millis[]>();
    const list = times.get(address) ?? [];
    list.push(fact.at);
    byCause.set(cause, times.set(address, list));
  }
  for (const times of byCause.values()) for (const list of times.values()) list.sort((a, b) => a - b);
  asides.set(view, byCause);
  return byCause;
}

/** How many asides of a kind there were from one moment to another, but for those that name another address. */
function asidesBetween(
  view: View,
  cause: string,
  upstreams: ReadonlySet<string>,
  from: Millis,
  to: Millis,
): number {
  let sum = 0;
  for (const [address, times] of asidesOf(view).get(cause) ?? [])
    if (address === '' || upstreams.size === 0 || upstreams.has(address))
      sum += indexFrom(times, to + 1) - indexFrom(times, from);
  return sum;
}

/** Index of the first time that is not before `at`. */
function indexFrom(times: readonly Millis[], at: Millis): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastBefore(runs: readonly Run[], at: Millis): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && at <= run.to ? run : undefined;
}
