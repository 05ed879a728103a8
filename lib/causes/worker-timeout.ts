import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  capital,
  commonRoute,
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
import { clusterOf } from '#lib/figures/shape.ts';
import type { Found, View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { programOf } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';

/** A worker dies between its limit and this much later: supervisors look about once a second, then wait a second more. */
const late: Millis = 2_200;
/** Some count from the worker's last sign of life, which may be a second before the request. */
const early: Millis = 1_200;
/** Beside a limit this long, the window above is narrow enough to mean something by itself. */
const long: Millis = 10 * second;

const limitsOf = (close: Close, view: View): readonly KnownLimit[] =>
  view.limits('execution', 'backend', close).filter(({ value }) => value !== null && value > 0);

const reached = (close: Close, view: View): KnownLimit | undefined => {
  const { elapsed } = close;
  return elapsed === undefined
    ? undefined
    : limitsOf(close, view).find(
        ({ value }) => value !== null && elapsed >= value - early && elapsed <= value + late,
      );
};

const atLimit = (close: Close, view: View, fits: (limit: Millis) => boolean): string | undefined => {
  const limit = reached(close, view);
  return limit?.value && close.elapsed !== undefined && fits(limit.value)
    ? `the close came after ${duration(close.elapsed)}, at ${limitWords(limit)}`
    : undefined;
};

export const workerTimeout = defineCause({
  id: 'worker-timeout',
  family: 'timed out',
  means: 'The application server killed a worker that had been busy with one request for too long.',
  prior: 0.07,
  limitedBy: [{ kind: 'execution' }],
  expects: unlessOtherNamed('worker-timeout', [
    {
      id: 'at-limit',
      weight: 3,
      tells: 'this',
      sees: (close, view) => atLimit(close, view, (limit) => limit >= long),
    },
    {
      id: 'at-short-limit',
      weight: 1.6,
      tells: 'this',
      sees: (close, view) => atLimit(close, view, (limit) => limit < long),
    },
    {
      id: 'all-at-limit',
      weight: 1,
      tells: 'this',
      sees: (close, view) => {
        const limit = reached(close, view);
        const cluster = clusterOf(close, view);
        return limit?.value && cluster && cluster.most <= limit.value + late
          ? `${cluster.closes} closes came after ${duration(cluster.least)} to ${duration(cluster.most)}`
          : undefined;
      },
    },
    {
      // A supervisor that looks once a second kills a little late and never exactly on time.
      id: 'alike-and-late',
      weight: 2.4,
      tells: 'this',
      sees: (close, view) => {
        const cluster = clusterOf(close, view);
        return cluster?.lateFor !== undefined && cluster.closes >= 3 && !reached(close, view)
          ? `${cluster.closes} closes came after ${duration(cluster.least)} to ${duration(cluster.most)}: a limit of ${duration(cluster.lateFor)} that is checked now and then`
          : undefined;
      },
    },
  ]),
  against: [
    silentBackend(-0.8),
    {
      // A worker that waits for the rest of what is no request is killed for it, and that is not why nothing works.
      id: 'no-request-yet',
      weight: -5,
      tells: 'this',
      sees: ({ phase }) =>
        phase === 'connect' ? 'no request had reached the backend: the handshake was not over' : undefined,
    },
    ...unlessNamed('worker-timeout', [
      {
        id: 'too-soon',
        weight: -3,
        tells: 'this',
        sees: (close) =>
          close.elapsed !== undefined && close.elapsed < 700
            ? `the close came after ${duration(close.elapsed)}; no worker limit is that short`
            : undefined,
      },
      {
        id: 'far-from-told-limit',
        weight: -2.5,
        tells: 'this',
        sees: (close, view) => belowLimit(close, view, true),
      },
      {
        id: 'far-from-default-limit',
        weight: -0.8,
        tells: 'this',
        sees: (close, view) => belowLimit(close, view, false),
      },
    ]),
  ],
  settledBy: [
    backendLog(
      'whether the application server killed a worker for being busy too long',
      'the application server’s log shows no worker time-out near the closes',
    ),
  ],
  why(found) {
    const limit = limitFor(found);
    const workers = new Set(found.clues.flatMap(({ says }) => says.pid ?? [])).size;
    const after = elapsedOf(found.closes);
    const [told] = found.clues.flatMap(({ says }) => says.limit ?? []);
    const own =
      limit?.how === 'configured'
        ? `, ${limitWords(limit)},`
        : told !== undefined
          ? ` of ${duration(told)}`
          : '';
    const common = commonRoute(found.closes, found.view);
    const others = common ? `, each time with a request for ${common} under way` : '';
    return `${capital(backendName(found))} killed ${workers > 1 ? `${workers} workers` : 'a worker'} for being busy longer than its limit${own}${common ? '' : onRoutes(found)}${after ? ` after ${after}` : ''}${others}; ${count(found.closes.length, 'connection')}${common ? onRoutes(found) : ''} ended with ${workers > 1 ? 'them' : 'it'}.`;
  },
  steps: (found) => {
    const { view, closes } = found;
    const limit = limitFor(found);
    const proxy = responseLimit(view, closes[0]);
    const held = limit && (setLower(limit, closes) ? longestOf(closes) : limit.value);
    const order =
      limit && held && proxy?.value && held >= proxy.value
        ? `${limitWords(proxy)} is not longer than ${limitWords(limit)}: raise it too, or the proxy gives up first`
        : proxy
          ? `${limitWords(proxy)} is longer: the worker dies before the proxy gives up`
          : undefined;
    return {
      ...(limit && order && isKnown(limit, closes)
        ? {
            4: {
              state: 'answered' as const,
              text: setLower(limit, closes)
                ? `The workers were killed after ${elapsedOf(closes)}, so ${limit.title} ${limit.limit.written} is set${limit.value === null ? '' : ` lower than its default of ${duration(limit.value)}`}; ${order}.`
                : `${limitWords(limit)} ended the workers; ${order}.`,
            },
          }
        : {}),
      5: {
        state: 'todo',
        text: `Find what requests on ${commonRoute(closes, view) ?? routesOf(closes, view) ?? 'the slow route'} wait for (a query, a lock, another service): the worker was alive and busy when ${backendName(found)} killed it.`,
      },
      7: {
        state: 'todo',
        text: 'Make the route faster or move its work to a queue; only if it must take that long, raise the worker’s limit and keep the proxy’s response timeout above it.',
      },
    };
  },
  fixes: (found) => {
    const { view, closes } = found;
    const limit = limitFor(found);
    if (!limit || !isKnown(limit, closes)) return [];
    const lower = setLower(limit, closes);
    const raised = 2 * (lower ? Math.ceil(longestOf(closes) / second) * second : (limit.value ?? 0));
    if (raised === 0) return [];
    const proxy = responseLimit(view, closes[0]);
    return [
      changed(
        lower ? { ...limit, value: null } : limit,
        raised,
        'Only if the route must take this long; every worker it holds is one fewer for the others.',
      ),
      ...(proxy?.value && proxy.value <= raised
        ? [changed(proxy, raised + 5 * second, 'The proxy has to wait longer than the worker may take.')]
        : []),
    ];
  },
});

const longestOf = (closes: readonly Close[]): Millis =>
  closes.reduce((most, { elapsed }) => Math.max(most, elapsed ?? 0), 0);

/** Somebody told the limit, or the closes show whether the default is in force. */
const isKnown = ({ how }: KnownLimit, closes: readonly Close[]): boolean =>
  how === 'configured' || longestOf(closes) > 0;

/** A default that the closes undercut is not what is in force. */
const setLower = ({ how, value }: KnownLimit, closes: readonly Close[]): boolean =>
  how !== 'configured' && longestOf(closes) > 0 && (value === null || longestOf(closes) < value - early);

function belowLimit(close: Close, view: View, told: boolean): string | undefined {
  const { elapsed } = close;
  const limits = limitsOf(close, view).filter(({ how }) => (how === 'configured') === told);
  const [shortest] = [...limits].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return shortest?.value && elapsed !== undefined && elapsed < shortest.value / 2
    ? `the close came after ${duration(elapsed)}, long before ${limitWords(shortest)}`
    : undefined;
}

/** The limit that the closes reached, else one that somebody told us, else that of the program which spoke. */
function limitFor({ closes, view, clues }: Pick<Found, 'closes' | 'view' | 'clues'>): KnownLimit | undefined {
  const hit = closes.find((close) => reached(close, view) !== undefined);
  const all = view.limits('execution', 'backend', closes[0]);
  const spoke = new Set(clues.map(({ signature }) => programOf(signature)));
  return (
    (hit && reached(hit, view)) ??
    all.find(({ how, value }) => how === 'configured' && value !== null) ??
    all.find(({ program }) => spoke.has(program)) ??
    limitsOf(closes[0], view)[0]
  );
}
