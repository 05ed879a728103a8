import { defineCause } from '#lib/catalogue/define.ts';
import {
  accessLog,
  backendName,
  capital,
  elapsedOf,
  limitWords,
  onRoutes,
  silentBackend,
  thenRefused,
  unlessOtherNamed,
  uploadRoute,
} from '#lib/catalogue/define-cause.ts';
import { changed, isFixed } from '#lib/catalogue/define-fix.ts';
import { idleLimits } from '#lib/figures/idle.ts';
import { namedOtherwise } from '#lib/figures/named.ts';
import { failedAnew, freshlyFailed, ranFresh, signsOf } from '#lib/figures/reuse.ts';
import { schemeConflict } from '#lib/figures/scheme.ts';
import { atOnce, burstOf, endedTogether, isUnrepeatable, largeBody, shapeOf } from '#lib/figures/shape.ts';
import { nothingGetsThrough } from '#lib/figures/steady.ts';
import type { Fix, View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { second } from '#lib/model/time.ts';
import { count, duration, size } from '#lib/model/words.ts';

/** `gunicorn --keep-alive of 2 s is not longer than nginx keepalive_timeout of 60 s`, where the limits in view say so. */
const compared = (close: Close, view: View, lead: string): string => {
  const { backend, proxy, first } = idleLimits(view, close);
  return first === 'backend' && backend && proxy
    ? `${lead}${limitWords(backend)} is not longer than ${limitWords(proxy)}`
    : '';
};

/** HAProxy doc/configuration.txt, "retry-on": since 2.0. */
const repeatedByHaproxy: Fix = {
  where: 'HAProxy, the backend section',
  diff: '+    retry-on conn-failure empty-response\n+    http-request disable-l7-retry if METH_POST',
  because:
    'It has no limit for idle server connections that could be made the shorter one; so it sends again what met a closed one, but for POST, which may do harm twice.',
};

export const keepaliveRace = defineCause({
  id: 'keepalive-race',
  family: 'timed out',
  means: 'The backend closed an idle kept-alive connection just as the proxy sent the next request on it.',
  prior: 0.12,
  limitedBy: [{ kind: 'keep-alive' }, { kind: 'capacity', role: 'proxy' }],
  expects: unlessOtherNamed('keepalive-race', [
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
    silentBackend(0.4),
    {
      id: 'backend-lets-go-first',
      weight: 0.8,
      tells: 'any',
      sees: (close, view) => compared(close, view, '') || undefined,
    },
  ]),
  against: [
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
      id: 'still-sending',
      weight: -2,
      tells: 'this',
      sees: ({ phase }) =>
        phase === 'request' ? 'the connection took part of the request before it closed' : undefined,
    },
    {
      id: 'others-still-sending',
      weight: -1.5,
      tells: 'this',
      sees: (close, view) => {
        const { whileSending } = shapeOf(view);
        return close.phase === 'header' && close.by === 'reset' && isUnrepeatable(close) && whileSending > 0
          ? `${count(whileSending, 'other request')} broke off while being sent`
          : undefined;
      },
    },
    {
      id: 'large-body',
      weight: -2.5,
      tells: 'this',
      sees: ({ sent }) =>
        sent !== undefined && sent >= largeBody
          ? `the request had ${size(sent)}; idle connections close under small ones as well`
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
      weight: -3,
      tells: 'this',
      sees: (close, view) => {
        const { first, told, backend, proxy } = idleLimits(view, close);
        return first === 'proxy' && told && backend && proxy
          ? `${limitWords(proxy)} is shorter than ${limitWords(backend)}: the proxy lets go of idle connections first`
          : undefined;
      },
    },
    {
      id: 'proxy-may-let-go-first',
      weight: -1.5,
      tells: 'any',
      sees: (close, view) => {
        const { first, told, backend, proxy } = idleLimits(view, close);
        return first === 'proxy' && !told && backend && proxy
          ? `${limitWords(proxy)} is shorter than ${limitWords(backend)}`
          : undefined;
      },
    },
    {
      id: 'other-protocol',
      weight: -2.5,
      tells: 'this',
      sees: (close) => (schemeConflict(close)?.how === 'sure' ? schemeConflict(close)?.sentence : undefined),
    },
    {
      id: 'perhaps-other-protocol',
      weight: -0.8,
      tells: 'any',
      sees: (close) => (schemeConflict(close)?.how === 'maybe' ? schemeConflict(close)?.sentence : undefined),
    },
    {
      id: 'reuse-off',
      weight: -3,
      tells: 'this',
      sees: (_close, view) => {
        const off = view
          .limits('capacity', 'proxy')
          .find(
            ({ limit, how, value }) => how === 'configured' && value === 0 && /keepalive/.test(limit.setting),
          );
        return off ? `${off.title} ${off.limit.written} is 0: no connection is used twice` : undefined;
      },
    },
    {
      id: 'never-kept-alive',
      weight: -5,
      tells: 'this',
      sees: ({ scheme }) =>
        scheme === 'uwsgi' || scheme === 'scgi' ? `a connection by ${scheme} serves one request` : undefined,
    },
    {
      id: 'seldom-kept-alive',
      weight: -2.5,
      tells: 'this',
      sees: ({ scheme }) =>
        scheme === 'fastcgi'
          ? 'connections by fastcgi are not kept alive unless somebody asked for it'
          : undefined,
    },
    {
      id: 'not-repeated',
      weight: -3.5,
      tells: 'this',
      sees: (close, view) =>
        ranFresh(close, view)
          ? `nginx repeats a ${close.method} that fails on a reused connection; nothing shows that it repeated this one`
          : undefined,
    },
    {
      id: 'others-not-repeated',
      weight: -3,
      tells: 'this',
      sees: ({ reused }, view) => {
        const fresh = reused ? 0 : freshlyFailed(view);
        return fresh >= 3 && fresh * 2 >= view.incident.closes.length
          ? `${fresh} of ${view.incident.closes.length} failed requests would have been repeated, had their connections been reused`
          : undefined;
      },
    },
    {
      id: 'nothing-gets-through',
      weight: -2.5,
      tells: 'this',
      sees: (_close, view) => {
        const steady = nothingGetsThrough(view, 20);
        return steady && `${steady}; an idle connection is lost once, and then there is a new one`;
      },
    },
    {
      id: 'failed-anew',
      weight: -3.5,
      tells: 'this',
      sees: ({ reused, request }, view) =>
        reused && failedAnew(view).has(request)
          ? 'the same request failed on a new connection as well, which nothing had left idle'
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
      id: 'takes-uploads',
      weight: -1.5,
      tells: 'any',
      sees: (close, view) => {
        const name = close.sent === undefined ? uploadRoute(close, view) : undefined;
        return name === undefined
          ? undefined
          : `${name} takes uploads: a body that was refused ends as quickly`;
      },
    },
    {
      id: 'ended-together',
      weight: -2,
      tells: 'this',
      sees: (close, view) => {
        const run = endedTogether(close, view);
        return run
          ? `${run.requests} requests that had begun up to ${duration(run.spread)} apart ended at one moment`
          : undefined;
      },
    },
    thenRefused(-2.5),
    {
      id: 'others-named',
      weight: -2,
      tells: 'this',
      sees: (_close, view) => {
        const others = namedOtherwise(view, 'keepalive-race');
        return others >= 2 && 5 * others >= 3 * view.incident.closes.length
          ? `lines name another cause beside ${others} of the ${view.incident.closes.length} closes`
          : undefined;
      },
    },
    {
      id: 'many-at-once',
      weight: -1.5,
      tells: 'this',
      sees: (close, view) => {
        const run = burstOf(close, view);
        return run && (run.closes >= 8 || run.refused > 0)
          ? `${run.closes} connections on ${run.routes.size} routes ended within ${duration(Math.max(second, run.to - run.from))}${run.refused > 0 ? ' and connects were refused next' : ''}`
          : undefined;
      },
    },
  ],
  settledBy: [
    accessLog(
      'whether the closes came within milliseconds on connections that had been used before',
      'the closes do not look like requests on connections that were closed while idle',
    ),
  ],
  why(found) {
    const { closes, view } = found;
    const after = elapsedOf(closes);
    return `${capital(backendName(found))} closed idle connections as the proxy sent the next request on them; ${count(closes.length, 'request')}${onRoutes(found)} failed${after ? ` ${after} after being sent` : ''}${compared(closes[0], view, ': ')}.`;
  },
  steps: (found) => {
    const { backend, proxy, first, told } = idleLimits(found.view, found.closes[0]);
    const sentence = compared(found.closes[0], found.view, '');
    return {
      ...(found.clues.length > 0
        ? {}
        : {
            3: {
              state: 'answered' as const,
              text: 'Nothing points to memory, restarts or worker counts: no line near the closes speaks of them.',
            },
          }),
      4:
        sentence !== ''
          ? {
              state: 'answered',
              text: `${capital(sentence)}: the backend closes idle connections that the proxy still uses.`,
            }
          : first === 'proxy' && told && backend && proxy
            ? {
                state: 'todo',
                text: `${limitWords(proxy)} is shorter than ${limitWords(backend)}, so it is not the idle time: look for a limit on requests per connection (Apache and Tomcat 100, Puma 10 before 7.0) and for workers that are replaced.`,
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
  fixes: ({ view, closes }) => {
    const { backend, proxy, first } = idleLimits(view, closes[0]);
    if (first === 'proxy' && backend && proxy) return [];
    const kept = proxy?.value ?? 60 * second;
    const keeps = backend?.value ?? 5 * second;
    const raise =
      backend && backend.value !== null && proxy?.value !== null
        ? changed(
            backend,
            kept + 5 * second,
            `Longer than ${proxy ? limitWords(proxy) : 'the 60 s for which most proxies keep an idle connection'}, so that the proxy closes first.`,
          )
        : undefined;
    const lower =
      proxy && !isFixed(proxy) && keeps > second
        ? changed(
            proxy,
            keeps - second,
            backend
              ? `Shorter than ${limitWords(backend)}: enough where the backend’s own timeout cannot be raised.`
              : 'Shorter than the 5 s for which Node.js, uvicorn and Apache keep an idle connection; take your backend’s own value less one second.',
          )
        : undefined;
    const repeat = proxy?.program === 'haproxy' ? repeatedByHaproxy : undefined;
    return [raise, lower, repeat].filter((fix) => fix !== undefined);
  },
});
