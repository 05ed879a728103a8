import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  elapsedOf,
  limitWords,
  onRoutes,
  responseLimit,
  routesOf,
  silentBackend,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { changed } from '#lib/catalogue/define-fix.ts';
import { type Cluster, roundOf } from '#lib/figures/cluster.ts';
import { clusterOf, shapeOf } from '#lib/figures/shape.ts';
import type { View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { second } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';

/** The backend's own request or answer limit that a close came at: timers fire on time or a little late, never early. */
function reached(close: Close, view: View): KnownLimit | undefined {
  const { elapsed } = close;
  if (elapsed === undefined) return undefined;
  return [...view.limits('request', 'backend', close), ...view.limits('response', 'backend', close)].find(
    ({ value }) =>
      value !== null &&
      value >= second &&
      elapsed >= value - 30 &&
      elapsed <= value + 50 + Math.min(1.1 * second, value * 0.05),
  );
}

const inCluster = (close: Close, view: View, fits: (cluster: Cluster) => boolean): string | undefined => {
  const cluster = clusterOf(close, view);
  if (!cluster || cluster.least < second || !fits(cluster)) return undefined;
  const span =
    duration(cluster.least) === duration(cluster.most)
      ? duration(cluster.least)
      : `${duration(cluster.least)} to ${duration(cluster.most)}`;
  return `${cluster.closes} closes came ${span} after the request${cluster.round === undefined ? '' : `: a timer of ${duration(cluster.round)}`}`;
};

export const backendTimeout = defineCause({
  id: 'backend-timeout',
  family: 'timed out',
  means:
    'A request, read or idle timeout of the backend, or of a hop between, closed a request that was under way.',
  prior: 0.07,
  limitedBy: [{ kind: 'request', role: 'backend' }],
  expects: unlessOtherNamed('backend-timeout', [
    {
      id: 'on-the-dot',
      weight: 4,
      tells: 'this',
      sees: (close, view) => inCluster(close, view, ({ exact, round }) => exact && round !== undefined),
    },
    {
      id: 'alike-and-round',
      weight: 3,
      tells: 'this',
      sees: (close, view) => inCluster(close, view, ({ exact, round }) => !exact && round !== undefined),
    },
    {
      id: 'alike-to-a-hair',
      weight: 2,
      tells: 'this',
      sees: (close, view) => inCluster(close, view, ({ exact, round }) => exact && round === undefined),
    },
    {
      id: 'alike',
      weight: 1.3,
      tells: 'this',
      sees: (close, view) => inCluster(close, view, ({ exact, round }) => !exact && round === undefined),
    },
    {
      id: 'many-alike',
      weight: 1,
      tells: 'this',
      sees: (close, view) => {
        const cluster = clusterOf(close, view);
        return cluster &&
          cluster.closes >= 5 &&
          cluster.least >= second &&
          (cluster.exact || cluster.round !== undefined)
          ? `the same time ${cluster.closes} times over`
          : undefined;
      },
    },
    {
      id: 'round',
      weight: 2.4,
      tells: 'this',
      sees: (close, view) => {
        const { elapsed } = close;
        const round = elapsed !== undefined && elapsed >= 4.9 * second ? roundOf(elapsed) : undefined;
        return round !== undefined &&
          elapsed !== undefined &&
          elapsed <= round * 1.002 + 40 &&
          !clusterOf(close, view)
          ? `the close came ${duration(elapsed)} after the request: a timer of ${duration(round)}`
          : undefined;
      },
    },
    silentBackend(0.3),
    {
      id: 'at-own-limit',
      weight: 1.8,
      tells: 'this',
      sees: (close, view) => {
        const limit = reached(close, view);
        return limit && close.phase !== 'body'
          ? `the close came after ${duration(close.elapsed ?? 0)}, at ${limitWords(limit)}`
          : undefined;
      },
    },
  ]),
  against: unlessNamed('backend-timeout', [
    {
      id: 'at-once',
      weight: -4,
      tells: 'this',
      sees: ({ elapsed }) =>
        elapsed !== undefined && elapsed < second / 2
          ? `the close came after ${duration(elapsed)}; no request timeout is that short`
          : undefined,
    },
    {
      id: 'scattered',
      weight: -2,
      tells: 'this',
      sees: (close, view) =>
        close.elapsed !== undefined && shapeOf(view).scattered && !clusterOf(close, view)
          ? 'the closes came after very different times; a timer fires at the same one'
          : undefined,
    },
  ]),
  settledBy: [
    backendLog(
      'whether the backend says that it gave up on a request',
      'the backend’s log has no timeout of its own near the closes (several servers close without a word)',
    ),
  ],
  why(found) {
    const { closes, view } = found;
    const limit = limitOf(closes, view);
    const round = clusterOf(closes[0], view)?.round ?? (closes[0].elapsed && roundOf(closes[0].elapsed));
    const after = elapsedOf(closes);
    const timer = limit
      ? limitWords(limit)
      : round
        ? `a timeout of ${duration(round)} in ${backendName(found)} or a hop before it`
        : `a timeout of ${backendName(found)} or a hop before it`;
    const requests = new Set(closes.map(({ request }) => request)).size;
    return `${count(requests, 'request')}${onRoutes(found)} ${requests === 1 ? 'was' : 'were'} cut${requests < closes.length ? ` ${closes.length} times in all, at each try,` : ''} by ${timer}${after && !timer.includes(` ${after}`) ? `, ${after} after being sent` : ''}.`;
  },
  steps: ({ view, closes, clues }) => {
    const limit = limitOf(closes, view);
    const after = elapsedOf(closes) ?? 'that time';
    const proxy = responseLimit(view, closes[0]);
    return {
      4: limit
        ? {
            state: 'answered',
            text: `${limitWords(limit)} is where the closes came${proxy ? `; ${limitWords(proxy)} has nothing to do with it` : ''}.`,
          }
        : {
            state: 'todo',
            text: `Look for a timeout of ${after} in ${backendName({ clues, closes, view })}, its framework, its sidecar and every load balancer behind the proxy (Node.js server.setTimeout and requestTimeout, Go WriteTimeout, Bun idleTimeout, uWSGI http-timeout, Cowboy idle_timeout).`,
          },
      5: {
        state: 'todo',
        text: `Find what requests on ${routesOf(closes, view) ?? 'the slow route'} wait for so long; many servers close at their timeout without a line in the log.`,
      },
      7: {
        state: 'todo',
        text: `Make the route answer sooner, or raise the timeout of ${after} above what it needs and keep the proxy’s response timeout above that.`,
      },
    };
  },
  fixes: ({ view, closes }) => {
    const limit = limitOf(closes, view);
    return limit?.value
      ? [
          changed(
            limit,
            limit.value * 2,
            'Only if the route must take this long; the proxy’s response timeout has to stay above it.',
          ),
        ]
      : [];
  },
});

function limitOf(closes: readonly Close[], view: View): KnownLimit | undefined {
  const hit = closes.find((close) => reached(close, view) !== undefined);
  return hit && reached(hit, view);
}
