import { defineCause } from '#lib/catalogue/define.ts';
import {
  anotherNamed,
  backendName,
  capital,
  elapsedOf,
  limitWords,
  onRoutes,
} from '#lib/catalogue/define-cause.ts';
import type { Fix, View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { atOnce, isBurst, isUnrepeatable, runOf, shapeOf } from '#lib/model/shape.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';

interface Idle {
  readonly proxy: KnownLimit | undefined;
  readonly backend: KnownLimit | undefined;
  /** Who lets go of an idle connection first, as far as the limits in view tell. */
  readonly first: 'backend' | 'proxy' | 'unknown';
  /** Both figures were told, none is a default. */
  readonly told: boolean;
}

const sorted = new WeakMap<View, Idle>();

/** The pair of keep-alive limits that explains most: the backend's shortest beside the proxy's longest, told ones first. */
function idleLimits(view: View): Idle {
  const held = sorted.get(view);
  if (held) return held;
  const time = ({ value }: KnownLimit) => value ?? Number.POSITIVE_INFINITY;
  const pick = (limits: readonly KnownLimit[], order: (a: KnownLimit, b: KnownLimit) => number) => {
    const told = limits.filter(({ how }) => how === 'configured');
    return [...(told.length > 0 ? told : limits)].sort(order)[0];
  };
  const backend = pick(view.limits('keep-alive', 'backend'), (a, b) => time(a) - time(b));
  const proxy = pick(view.limits('keep-alive', 'proxy'), (a, b) => time(b) - time(a));
  const idle: Idle = {
    backend,
    proxy,
    first:
      !backend || !proxy
        ? 'unknown'
        : time(backend) <= time(proxy) && time(backend) > 0
          ? 'backend'
          : 'proxy',
    told: backend?.how === 'configured' && proxy?.how === 'configured',
  };
  sorted.set(view, idle);
  return idle;
}

/** What only an idle connection that was closed under the request shows, the plainest first. */
function signsOf(close: Close, view: View): readonly string[] {
  const { elapsed, reused, phase } = close;
  if (phase === 'body' || phase === 'tunnel' || phase === 'connect') return [];
  const signs: string[] = [];
  if (reused) signs.push('the connection had carried another request before');
  if (elapsed !== undefined && elapsed <= atOnce)
    signs.push(
      `the close came ${duration(elapsed)} after the request was sent, before a handler could have worked on it`,
    );
  const { unrepeated, routes } = shapeOf(view);
  const { closes } = view.incident;
  if (
    (reused || isUnrepeatable(close)) &&
    closes.length >= 3 &&
    routes >= 2 &&
    unrepeated >= closes.length * 0.8
  )
    signs.push(
      `${unrepeated} of ${closes.length} failed requests were such as a proxy does not repeat by itself (POST, PUT, PATCH, DELETE), on ${routes} routes`,
    );
  return signs;
}

const speaksHttp = (scheme: string | undefined) =>
  scheme === undefined || !/^(?:fastcgi|uwsgi|scgi|ajp)$/.test(scheme);
const seconds = (ms: Millis) => Math.max(1, Math.floor(ms / second));

/** How each backend writes a keep-alive of so many seconds. */
const backendLines: Readonly<Record<string, (s: number) => string>> = {
  node: (s) => `server.keepAliveTimeout = ${s}_000;`,
  gunicorn: (s) => `--keep-alive ${s}`,
  uvicorn: (s) => `--timeout-keep-alive ${s}`,
  hypercorn: (s) => `--keep-alive ${s}`,
  puma: (s) => `persistent_timeout ${s}`,
  apache: (s) => `KeepAliveTimeout ${s}`,
  tomcat: (s) => `keepAliveTimeout="${s}000"`,
  jetty: (s) => `jetty.http.idleTimeout=${s}000`,
};
/** How each proxy writes that it keeps an idle connection to the backend for so many seconds. */
const proxyLines: Readonly<Record<string, { readonly where: string; readonly line: (s: number) => string }>> =
  {
    nginx: { where: 'nginx, the upstream block', line: (s) => `    keepalive_timeout ${s}s;` },
    envoy: { where: 'Envoy, the cluster’s common_http_protocol_options', line: (s) => `idle_timeout: ${s}s` },
    apache: { where: 'Apache httpd, the ProxyPass line', line: (s) => `ttl=${s}` },
    traefik: { where: 'Traefik, serversTransport forwardingTimeouts', line: (s) => `idleConnTimeout: ${s}s` },
    caddy: { where: 'Caddy, reverse_proxy transport http', line: (s) => `keepalive ${s}s` },
    varnish: { where: 'Varnish, varnishd parameter', line: (s) => `-p backend_idle_timeout=${s}` },
  };

export const keepaliveRace = defineCause({
  id: 'keepalive-race',
  family: 'timed out',
  means: 'The backend closed an idle kept-alive connection just as the proxy sent the next request on it.',
  prior: 0.12,
  expects: [
    {
      id: 'before-any-answer',
      weight: 0.6,
      tells: 'any',
      sees: ({ phase }) =>
        phase === 'header' ? 'the connection closed before the first byte of an answer' : undefined,
    },
    { id: 'first-sign', weight: 2.6, tells: 'this', sees: (close, view) => signsOf(close, view)[0] },
    { id: 'second-sign', weight: 1, tells: 'this', sees: (close, view) => signsOf(close, view)[1] },
    { id: 'third-sign', weight: 0.5, tells: 'this', sees: (close, view) => signsOf(close, view)[2] },
    {
      id: 'unrepeatable',
      weight: 0.4,
      tells: 'any',
      sees: (close) =>
        isUnrepeatable(close)
          ? `a ${close.method} is not sent again after a failure on a reused connection`
          : undefined,
    },
    {
      id: 'one-route-unrepeatable',
      weight: 1,
      tells: 'this',
      sees: (close, view) => {
        const { unrepeated, routes } = shapeOf(view);
        const { closes } = view.incident;
        const all = unrepeated === closes.length && closes.length >= 3 && routes === 1;
        return all && isUnrepeatable(close) && signsOf(close, view).length === 0
          ? `all ${closes.length} failed requests were ${close.method}, which a proxy does not repeat by itself`
          : undefined;
      },
    },
    {
      id: 'backend-lets-go-first',
      weight: 0.8,
      tells: 'any',
      sees: (_close, view) => {
        const { first, backend, proxy } = idleLimits(view);
        return first === 'backend' && backend && proxy
          ? `${limitWords(backend)} is not longer than ${limitWords(proxy)}`
          : undefined;
      },
    },
  ],
  against: [
    anotherNamed('keepalive-race', -3.5),
    {
      id: 'answer-had-begun',
      weight: -5,
      tells: 'this',
      sees: ({ phase }) =>
        phase === 'body' || phase === 'tunnel'
          ? 'the answer had begun, so the connection was not idle when it closed'
          : phase === 'connect'
            ? 'the connection was new: it closed during the handshake'
            : undefined,
    },
    {
      id: 'too-late',
      weight: -4,
      tells: 'this',
      sees: ({ elapsed }) =>
        elapsed !== undefined && elapsed > second
          ? `the close came ${duration(elapsed)} after the request was sent; on a connection closed while idle it comes at once`
          : undefined,
    },
    {
      id: 'late',
      weight: -1.5,
      tells: 'this',
      sees: ({ elapsed }) =>
        elapsed !== undefined && elapsed > 4 * atOnce && elapsed <= second
          ? `the close came ${duration(elapsed)} after the request was sent, late for a connection closed while idle`
          : undefined,
    },
    {
      id: 'proxy-lets-go-first',
      weight: -2.5,
      tells: 'this',
      sees: (_close, view) => {
        const { first, told, backend, proxy } = idleLimits(view);
        return first === 'proxy' && told && backend && proxy
          ? `${limitWords(proxy)} is shorter than ${limitWords(backend)}: the proxy lets go of idle connections first`
          : undefined;
      },
    },
    {
      id: 'never-kept-alive',
      weight: -2.5,
      tells: 'this',
      sees: ({ scheme }) =>
        speaksHttp(scheme)
          ? undefined
          : `connections by ${scheme} are not kept alive unless somebody asked for it`,
    },
    {
      // nginx sends GET, HEAD, PUT and DELETE once more when a cached connection fails: ngx_http_upstream_next.
      id: 'not-repeated',
      weight: -1.5,
      tells: 'this',
      sees: ({ method, reused, elapsed }, view) =>
        !reused &&
        elapsed !== undefined &&
        (method === 'GET' || method === 'HEAD') &&
        view.programs.includes('nginx')
          ? `nginx repeats a ${method} that fails on a reused connection, and did not repeat this one: its connection was new`
          : undefined,
    },
    {
      id: 'one-route',
      weight: -1.8,
      tells: 'this',
      sees: (close, view) => {
        const main = shapeOf(view).mainRoute;
        const name = view.routeName(main?.route);
        return main && main.of >= 4 && main.route === close.route && !isUnrepeatable(close) && !close.reused
          ? `${main.closes} of ${main.of} closes came on ${name ?? 'one route'}; idle connections close under any route`
          : undefined;
      },
    },
    {
      id: 'many-at-once',
      weight: -1.5,
      tells: 'this',
      sees: (close, view) => {
        const run = runOf(close, view);
        return isBurst(run) && (run.closes >= 8 || run.refused > 0)
          ? `${run.closes} connections on ${run.routes.size} routes ended within ${duration(Math.max(second, run.to - run.from))}${run.refused > 0 ? ' and connects were refused next' : ''}`
          : undefined;
      },
    },
  ],
  settledBy: [
    {
      source: 'the proxy’s access log with upstream times and addresses',
      formats: ['nginx-access', 'nginx-json', 'haproxy', 'envoy', 'alb', 'ingress-nginx'],
      programs: [],
      because: 'whether the closes came within milliseconds on connections that had been used before',
      silence: 'the closes do not look like requests on connections that were closed while idle',
    },
  ],
  why(found) {
    const { closes, view } = found;
    const { backend, proxy, first } = idleLimits(view);
    const after = elapsedOf(closes);
    const kept =
      first === 'backend' && backend && proxy
        ? `: ${limitWords(backend)} is not longer than ${limitWords(proxy)}`
        : '';
    return `${capital(backendName(found))} closed idle connections as the proxy sent the next request on them; ${count(closes.length, 'request')}${onRoutes(found)} failed${after ? ` ${after} after being sent` : ''}${kept}.`;
  },
  steps: (found) => {
    const { backend, proxy, first } = idleLimits(found.view);
    return {
      4:
        first === 'backend' && backend && proxy
          ? {
              state: 'answered',
              text: `${capital(limitWords(backend))} is not longer than ${limitWords(proxy)}: the backend closes idle connections that the proxy still uses.`,
            }
          : {
              state: 'todo',
              text: `Compare how long ${backendName(found)} keeps an idle connection (${backend ? limitWords(backend) : 'its keep-alive timeout'}) with how long the proxy does (${proxy ? limitWords(proxy) : 'nginx: keepalive_timeout in the upstream block, 60 s by default'}): the proxy’s must be the shorter one.`,
            },
      5: {
        state: 'answered',
        text: 'The request never reached the application: do not look for an error in its code.',
      },
      7: {
        state: 'todo',
        text: 'Let the proxy close idle connections first: raise the backend’s keep-alive timeout above the proxy’s, or lower the proxy’s below the backend’s, and reload.',
      },
    };
  },
  fixes: ({ view }) => {
    const { backend, proxy } = idleLimits(view);
    return [...backendFix(backend, proxy), ...proxyFix(backend, proxy, view)];
  },
});

function backendFix(backend: KnownLimit | undefined, proxy: KnownLimit | undefined): readonly Fix[] {
  const line = backendLines[backend?.program ?? ''];
  if (!backend || !line || backend.value === null || proxy?.value === null) return [];
  const above = seconds(proxy?.value ?? 60 * second) + 5;
  return [
    {
      where: `${backend.title} ${backend.limit.written}`,
      diff: `-${line(seconds(backend.value))}\n+${line(above)}`,
      because: `${proxy ? `Longer than ${limitWords(proxy)}` : 'Longer than the 60 s for which most proxies keep an idle connection'}, so that the proxy closes first.`,
    },
  ];
}

function proxyFix(
  backend: KnownLimit | undefined,
  proxy: KnownLimit | undefined,
  view: View,
): readonly Fix[] {
  const program = proxy?.program ?? (view.programs.includes('nginx') ? 'nginx' : '');
  const words = proxyLines[program];
  if (!words || !backend || backend.value === null || backend.value <= second) return [];
  const before = proxy?.value ?? (program === 'nginx' ? 60 * second : undefined);
  const below = seconds(backend.value - second);
  return [
    {
      where: words.where,
      diff: `${before === undefined || before === 0 ? '' : `-${words.line(seconds(before))}\n`}+${words.line(below)}`,
      because: `Shorter than ${limitWords(backend)}; enough where the backend’s own timeout cannot be raised.`,
    },
  ];
}
