import { burstOf, clusterOf, isUnrepeatable, momentOf, runOf } from '#lib/figures/shape.ts';
import { failsWithout } from '#lib/figures/steady.ts';
import type { Expectation, Found, Settler, View } from '#lib/model/cause.ts';
import type { KnownLimit, LimitKind } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { programOf } from '#lib/model/signature.ts';
import { second } from '#lib/model/time.ts';
import { amount, count, duration, list } from '#lib/model/words.ts';

/*
 * What definitions of causes share: the sources that settle more than one, the objection that a line names another
 * cause, and the words for who, where and how long.
 */

/** What figures suggest, as long as no line beside the close names another cause than `own`: figures give way to lines. */
export const unlessOtherNamed = (own: string, expects: readonly Expectation[]): readonly Expectation[] =>
  expects.map((each) => ({
    ...each,
    sees: (close, view) => {
      const named = view.named(close);
      return named.size > 0 && !named.has(own) ? undefined : each.sees(close, view);
    },
  }));

/** Objections from figures, which do not stand against a line that names the cause. */
export const unlessNamed = (own: string, against: readonly Expectation[]): readonly Expectation[] =>
  against.map((each) => ({
    ...each,
    sees: (close, view) => (view.named(close).has(own) ? undefined : each.sees(close, view)),
  }));

/** A whole process went, with whatever it was doing. */
export const allAtOnce = (weight: number): Expectation => ({
  id: 'all-at-once',
  weight,
  tells: 'any',
  sees: (close, view) => {
    const run = burstOf(close, view);
    return run
      ? `${run.closes} connections on ${run.routes.size} routes ended within ${duration(Math.max(second, run.to - run.from))}`
      : undefined;
  },
});

/** It fails all the while: what a line tells of is not why. */
export const failedWithout = (cause: string): Expectation => ({
  id: 'failed-without',
  weight: -5,
  tells: 'this',
  sees: (_close, view) => {
    const steady = failsWithout(view, cause);
    return steady && `${steady}: it failed all the while, not when something ended`;
  },
});

export const thenRefused = (weight: number): Expectation => ({
  id: 'then-refused',
  weight,
  tells: 'any',
  sees: (close, view) => {
    const refused = runOf(close, view)?.refused ?? 0;
    return refused > 0
      ? `${count(refused, 'connect')} failed within 30 s after it: nothing listened`
      : undefined;
  },
});

/** Closes that all came after the same time speak for a timer; `objection` says why not for this cause. */
export const onTime = (weight: number, objection: string): Expectation => ({
  id: 'on-time',
  weight,
  tells: 'any',
  sees: (close, view) => {
    const cluster = clusterOf(close, view);
    return cluster?.exact && cluster.least >= second
      ? `${cluster.closes} closes came after ${duration(cluster.least)}${objection}`
      : undefined;
  },
});

/** One process is behind one upstream: several that lose their connections within a few seconds have something else in common. */
export const severalUpstreams = (weight: number, id = 'several-upstreams'): Expectation => ({
  id,
  weight,
  tells: 'this',
  sees: (close, view) => {
    const run = momentOf(close, view);
    return run && run.upstreams >= 3 && run.requests >= 3 && run.to - run.from <= 5 * second
      ? `connections to ${run.upstreams} upstreams ended within ${duration(Math.max(second, run.to - run.from))} of each other`
      : undefined;
  },
});

export const hasBody = (close: Close): boolean => isUnrepeatable(close) && close.method !== 'DELETE';

/** RFC 9110 and 6585. */
const refusals: ReadonlyMap<number, string> = new Map([
  [413, '413 (content too large)'],
  [414, '414 (URI too long)'],
  [431, '431 (header fields too large)'],
]);
/** The status with which the backend refused a request for its size. */
export const refusalBy = ({ status }: Pick<Close, 'status'>): string | undefined =>
  status === undefined ? undefined : refusals.get(status);

/** How people name the routes that take files. */
const uploads = /upload|import|attach|document|file|media|avatar|image|photo|video|backup/i;

/** The name of a route that takes files, where the request had a body. */
export function uploadRoute(close: Close, view: View): string | undefined {
  const name = hasBody(close) ? view.routeName(close.route) : undefined;
  return name !== undefined && uploads.test(name) ? name : undefined;
}

/** The backend's log is in view and has nothing to say: what was cut never reached its code, or its code did not notice. */
export const silentBackend = (weight: number): Expectation => ({
  id: 'silent-backend',
  weight,
  tells: 'any',
  sees: (close, view) =>
    view.named(close).size === 0 && view.hears('backend')
      ? 'the backend’s log in view has nothing that explains it'
      : undefined,
});

export const kernelLog = (because: string, silence: string): Settler => ({
  source: 'the kernel log (dmesg, journalctl -k)',
  formats: ['kernel'],
  programs: ['kernel'],
  because,
  silence,
});

export const accessLog = (because: string, silence: string): Settler => ({
  source: 'the proxy’s access log with upstream times and addresses',
  formats: [
    'nginx-access',
    'nginx-json',
    'ingress-nginx',
    'kong-access',
    'apisix-access',
    'apache-access',
    'alb-access',
    'caddy',
    'traefik-access',
    'squid-access',
    'heroku-router',
    'gclb',
    'azure-gateway',
    'azure-front-door',
    'cloudfront',
    'iis',
  ],
  programs: [],
  because,
  silence,
});

export const backendLog = (because: string, silence: string): Settler => ({
  source: 'the backend’s own log (its standard error)',
  formats: [],
  programs: [],
  role: 'backend',
  because,
  silence,
});

export const supervisorLog = (because: string, silence: string): Settler => ({
  source: 'the log of what runs the backend (systemd, Docker, Kubernetes, ECS, supervisord)',
  formats: [],
  programs: [
    'systemd',
    'ecs',
    'docker',
    'containerd',
    'kubernetes',
    'kubelet',
    'supervisord',
    'foreman',
    'runit',
  ],
  because,
  silence,
});

const kinds: readonly LimitKind[] = ['execution', 'keep-alive', 'request', 'grace', 'capacity', 'body-size'];

/** The backend by its name, where a line or a source gave it away. */
export function backendName({ clues, closes, view }: Pick<Found, 'clues' | 'closes' | 'view'>): string {
  const limits = kinds.flatMap((kind) => view.limits(kind, 'backend', closes[0]));
  const titles = new Map(limits.map(({ program, title }) => [program, title]));
  const spoke = clues.map(({ signature }) => titles.get(programOf(signature)));
  return spoke.find((title) => title !== undefined) ?? [...titles.values()][0] ?? 'the backend';
}

/** How long the proxy waits for an answer: the directive of the scheme that it speaks, else the first it has. */
export function responseLimit(view: View, { scheme }: Pick<Close, 'scheme'>): KnownLimit | undefined {
  const limits = view.limits('response', 'proxy').filter(({ value }) => value !== null && value > 0);
  return (
    limits.find(({ limit }) => scheme !== undefined && limit.written.startsWith(`${scheme}_read`)) ??
    limits[0]
  );
}

/** Program names keep their own case at the head of a sentence. */
export const capital = (text: string): string => text.replace(/^the /, 'The ');

/** ` (pid 12)`, ` (pids 12 and 14)` or nothing. */
export function pidsOf({ clues }: Pick<Found, 'clues'>): string {
  const pids = [...new Set(clues.flatMap(({ says }) => says.pid ?? []))].sort((a, b) => a - b).map(String);
  if (pids.length === 0) return '';
  return pids.length > 3 ? '' : ` (${pids.length === 1 ? 'pid' : 'pids'} ${list(pids)})`;
}

/** `/api/orders`, `/api/orders and /api/cart`, `5 routes (most on /api/orders)`; undefined where no route is known. */
export function routesOf(closes: readonly Close[], view: View): string | undefined {
  const counts = new Map<string, number>();
  for (const { route } of closes) if (route !== undefined) counts.set(route, (counts.get(route) ?? 0) + 1);
  const named = [...counts]
    .map(([route, hits]) => ({ name: view.routeName(route), hits }))
    .sort((a, b) => b.hits - a.hits || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
  const [top] = named;
  if (top?.name === undefined) return undefined;
  const names = named.flatMap(({ name }) => name ?? []);
  return names.length <= 2 && named.length <= 2
    ? list(names)
    : `${named.length} routes${top.hits > (named[1]?.hits ?? 0) ? ` (most on ${top.name})` : ''}`;
}

/** The one route that was under way each time, where several routes lost their connections. */
export function commonRoute(closes: readonly Close[], view: View): string | undefined {
  const moments = new Map<unknown, Set<string>>();
  for (const close of closes) {
    const run = runOf(close, view);
    if (run && close.route !== undefined) moments.set(run, (moments.get(run) ?? new Set()).add(close.route));
  }
  const sets = [...moments.values()];
  const common = [...(sets[0] ?? [])].filter((route) => sets.every((set) => set.has(route)));
  const several = new Set(closes.map(({ route }) => route)).size > 1;
  return several && sets.length >= 2 && common.length === 1 ? view.routeName(common[0]) : undefined;
}

/** The route to look at: the one that was under way each time, else those that failed. */
export const suspects = ({ closes, view }: Pick<Found, 'closes' | 'view'>): string =>
  commonRoute(closes, view) ?? routesOf(closes, view) ?? 'the failing route';

/** ` in the middle of a request on /api`, ` with requests on 3 routes (most on /api) under way`. */
export function midst(found: Found): string {
  const { closes, view } = found;
  const common = commonRoute(closes, view);
  if (common !== undefined) return `, each time with a request for ${common} under way`;
  const several = new Set(closes.map(({ route }) => route)).size > 1;
  return several
    ? ` with requests${onRoutes(found)} under way`
    : ` in the middle of ${closes.length > 1 ? 'requests' : 'a request'}${onRoutes(found)}`;
}

export const onRoutes = (found: Found): string => {
  const routes = routesOf(found.closes, found.view);
  return routes ? ` on ${routes}` : '';
};

/** `3 ms`, `25 ms to 44 ms`; undefined where no time is known. */
export function elapsedOf(closes: readonly Close[]): string | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { elapsed } of closes) {
    if (elapsed === undefined) continue;
    least = Math.min(least, elapsed);
    most = Math.max(most, elapsed);
  }
  if (least > most) return undefined;
  const [from, to] = [duration(least), duration(most)];
  return from === to ? from : `${from} to ${to}`;
}

const sources = { configured: '', default: ' (default)', assumed: ' (default, unless set)' } as const;

/** `gunicorn --timeout 30 s (default)`. */
export const limitWords = (known: KnownLimit): string =>
  `${known.title} ${known.limit.written} ${amount(known.value, known.limit.unit)}${sources[known.how]}`;
