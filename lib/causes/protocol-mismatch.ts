import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  capital,
  onRoutes,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { namedOtherwise } from '#lib/figures/named.ts';
import { schemeConflict } from '#lib/figures/scheme.ts';
import { atOnce } from '#lib/figures/shape.ts';
import { failsWithout, nothingGetsThrough, onlyHandshakes } from '#lib/figures/steady.ts';
import type { Fix, View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { second } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';

/**
 * Nothing gets through. Lines that name another cause beside some of the closes do not explain the others; where they
 * name it beside most, the closes between are of the same story.
 */
function goesOn(close: Close, view: View, least: number): string | undefined {
  const named = view.named(close);
  const isItsOwn =
    named.size === 0
      ? 2 * namedOtherwise(view, 'protocol-mismatch') < view.incident.closes.length
      : [...named].every((cause) => failsWithout(view, cause));
  return isItsOwn ? nothingGetsThrough(view, named.size === 0 ? least : Math.max(least, 20)) : undefined;
}

export const protocolMismatch = defineCause({
  id: 'protocol-mismatch',
  family: 'rejected',
  means:
    'Proxy and backend speak different protocols: TLS to a plain port or the reverse, HTTP to FastCGI, HTTP/2 to HTTP/1.',
  prior: 0.04,
  expects: [
    {
      id: 'nothing-gets-through',
      weight: 2.4,
      tells: 'this',
      sees: (close, view) => goesOn(close, view, 8),
    },
    {
      id: 'nothing-at-all',
      weight: 1.4,
      tells: 'this',
      sees: (close, view) => goesOn(close, view, 20) && 'no other fault is so steady',
    },
    {
      id: 'only-handshakes',
      weight: 4,
      tells: 'this',
      sees: (close, view) =>
        onlyHandshakes(
          view,
          [...view.named(close)].filter((cause) => cause !== 'protocol-mismatch'),
        ),
    },
    ...unlessOtherNamed('protocol-mismatch', [
      {
        id: 'scheme-against-port',
        weight: 4.6,
        tells: 'this',
        sees: (close) => {
          const conflict = schemeConflict(close);
          return conflict?.how === 'sure' ? conflict.sentence : undefined;
        },
      },
      {
        id: 'scheme-beside-custom',
        weight: 2.2,
        tells: 'this',
        sees: (close) => {
          const conflict = schemeConflict(close);
          return conflict?.how === 'maybe' ? conflict.sentence : undefined;
        },
      },
      {
        id: 'in-the-handshake',
        weight: 3,
        tells: 'this',
        sees: ({ phase }) =>
          phase === 'connect' ? 'the backend closed during the TLS handshake' : undefined,
      },
      {
        id: 'at-once',
        weight: 0.6,
        tells: 'any',
        sees: ({ elapsed }) =>
          elapsed !== undefined && elapsed <= atOnce
            ? `the close came within ${duration(atOnce)} of the request`
            : undefined,
      },
    ]),
  ],
  against: unlessNamed('protocol-mismatch', [
    {
      id: 'understood-before',
      weight: -3,
      tells: 'this',
      sees: ({ phase, reused }) =>
        phase === 'body' || phase === 'tunnel'
          ? 'the backend had understood the request and begun to answer'
          : reused
            ? 'the connection had carried a request that was answered'
            : undefined,
    },
    {
      id: 'worked-on-it',
      weight: -2.5,
      tells: 'this',
      sees: (close) =>
        close.elapsed !== undefined &&
        close.elapsed > second &&
        close.phase !== 'connect' &&
        schemeConflict(close)?.how !== 'sure'
          ? `the backend worked on the request for ${duration(close.elapsed)}`
          : undefined,
    },
  ]),
  settledBy: [
    backendLog(
      'whether the backend received something it could not read as its protocol',
      'the backend’s log shows no unreadable request near the closes',
    ),
  ],
  why(found) {
    const { closes } = found;
    const conflict = schemeConflict(closes[0]);
    return conflict
      ? `${capital(conflict.sentence)}; ${count(closes.length, 'request')}${onRoutes(found)} failed.`
      : `The proxy and ${backendName(found)}${closes[0].upstream ? ` at ${closes[0].upstream}` : ''} do not speak the same protocol; ${count(closes.length, 'request')}${onRoutes(found)} failed.`;
  },
  steps: ({ closes }) => {
    const upstream = closes[0].upstream;
    const safe = upstream && /^[\w.:[\]-]+$/.test(upstream) ? upstream : undefined;
    return {
      4: {
        state: 'answered',
        text: 'No timeout is involved: the backend closes as soon as it has seen the first bytes.',
      },
      5: {
        state: 'todo',
        text: `Ask ${upstream ?? 'the backend'} directly, once with TLS and once without, and see which of the two answers.`,
        ...(safe
          ? {
              command: `curl -sSkI 'https://${safe}/'; curl -sSI 'http://${safe}/'; curl -sSI --http2-prior-knowledge 'http://${safe}/'`,
            }
          : {}),
      },
      7: {
        state: 'todo',
        text: 'Make scheme, port and HTTP version of the proxy’s upstream match what the backend’s port speaks, then reload the proxy.',
      },
    };
  },
  fixes: ({ closes, view }): readonly Fix[] => {
    const { scheme, upstream } = closes[0];
    const conflict = schemeConflict(closes[0]);
    if (!conflict || scheme === undefined || upstream === undefined || !view.programs.includes('nginx'))
      return [];
    return [
      {
        where: 'nginx, the location block',
        diff: `-    ${passLine(scheme, upstream)}\n+    ${passLine(conflict.should, upstream)}`,
        because: `${capital(conflict.sentence)}.`,
      },
    ];
  },
});

const passLine = (scheme: string, upstream: string): string =>
  scheme === 'http' || scheme === 'https'
    ? `proxy_pass ${scheme}://${upstream};`
    : scheme.startsWith('grpc')
      ? `grpc_pass ${scheme}://${upstream};`
      : `${scheme}_pass ${upstream};`;
