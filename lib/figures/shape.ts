import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { oncePer } from '#lib/model/once.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { type Cluster, clustersOf } from './cluster.ts';
import { type Deaths, deathsOf, isBurst, periodOf, type Run, rollingOf, runAt, runsOf } from './runs.ts';

/** What the closes of one incident have in common: measured once per view, since a view may hold a million of them. */
export interface Shape extends Deaths {
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
  /** Upstreams that failed one after the other, each for itself. */
  readonly rolling: number;
  /** The distance of closes that come at even intervals. */
  readonly period: Millis | undefined;
}

/** A close as soon as this leaves no time for a handler that does any work. */
export const atOnce: Millis = 50;
/** More than a form or a JSON document usually has, and more than one socket buffer takes at once. */
export const largeBody = 64 * 1024;
/** Below this, times say nothing about a timer. */
const slow: Millis = 300;

export const shapeOf = oncePer((view: View): Shape => {
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
});

/** The run of a close among those of its upstream. */
export const runOf = ({ at, upstream }: Close, view: View): Run | undefined =>
  at === null ? undefined : runAt(shapeOf(view).runsBy.get(upstream) ?? [], at);

/** The run of a close among all of the incident. */
export const momentOf = ({ at }: Close, view: View): Run | undefined =>
  at === null ? undefined : runAt(shapeOf(view).runs, at);

/** The run of a close, where it is one event that took several requests on several routes. */
export const burstOf = (close: Close, view: View): Run | undefined => {
  const run = runOf(close, view);
  return run && isBurst(run) ? run : undefined;
};

export const clusterOf = ({ elapsed }: Close, view: View): Cluster | undefined =>
  elapsed === undefined
    ? undefined
    : shapeOf(view).clusters.find(({ least, most }) => elapsed >= least && elapsed <= most);

const unrepeatable: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
export const isUnrepeatable = ({ method }: Close): boolean =>
  method !== undefined && unrepeatable.has(method);

/** Requests that had begun at different times ended at one moment: what ended was not theirs alone. */
export const endedTogether = (close: Close, view: View): Run | undefined => {
  const run = runOf(close, view);
  return run && run.requests >= 2 && run.to - run.from <= second && run.spread >= second / 2
    ? run
    : undefined;
};
