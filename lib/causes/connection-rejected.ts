import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  capital,
  elapsedOf,
  onRoutes,
  routesOf,
  silentBackend,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { atOnce, isUnrepeatable, shapeOf } from '#lib/figures/shape.ts';
import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { second } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';

const isFast = ({ elapsed }: Close): boolean => elapsed !== undefined && elapsed <= atOnce;

/** A gate decides by what is asked for: one route, each time, at once. */
function sameRouteAtOnce(close: Close, view: View): string | undefined {
  const main = shapeOf(view).mainRoute;
  return main && main.route === close.route && isFast(close)
    ? `${main.closes} of ${main.of} closes came on ${view.routeName(main.route) ?? 'one route'}, within ${duration(atOnce)} of the request`
    : undefined;
}

/** What drops connections on purpose, by the title of the program. */
const droppers: Readonly<Record<string, string>> = {
  'Node.js': 'socket.destroy, abort handlers, ',
  gunicorn: '--forwarded-allow-ips, ',
  'PHP-FPM': 'listen.allowed_clients, ',
};

export const connectionRejected = defineCause({
  id: 'connection-rejected',
  family: 'rejected',
  means:
    'The backend dropped the connection on purpose: an allow-list, a filter, a limit per client, a handler that destroys the socket.',
  prior: 0.04,
  expects: unlessOtherNamed('connection-rejected', [
    { id: 'same-route-at-once', weight: 2.2, tells: 'this', sees: sameRouteAtOnce },
    {
      id: 'same-route',
      weight: 0.5,
      tells: 'this',
      sees: (close, view) => {
        const main = shapeOf(view).mainRoute;
        return main && main.route === close.route && close.elapsed === undefined
          ? `${main.closes} of ${main.of} closes came on ${view.routeName(main.route) ?? 'one route'}`
          : undefined;
      },
    },
    {
      id: 'one-client',
      weight: 0.7,
      tells: 'any',
      sees: (_close, view) =>
        shapeOf(view).oneClient ? `all ${view.incident.closes.length} closes hit one client` : undefined,
    },
    silentBackend(0.6),
    {
      id: 'at-once',
      weight: 0.4,
      tells: 'any',
      sees: (close) =>
        isFast(close) ? `the close came within ${duration(atOnce)} of the request` : undefined,
    },
  ]),
  against: unlessNamed('connection-rejected', [
    {
      id: 'worked-on-it',
      weight: -2.5,
      tells: 'this',
      sees: ({ elapsed, phase }) =>
        elapsed !== undefined && elapsed > second && phase !== 'connect'
          ? `the backend worked on the request for ${duration(elapsed)} before it closed`
          : undefined,
    },
    {
      id: 'answer-had-begun',
      weight: -3,
      tells: 'this',
      sees: ({ phase }) =>
        phase === 'body' ? 'the backend had accepted the request and begun to answer' : undefined,
    },
    {
      id: 'let-in-before',
      weight: -1.2,
      tells: 'this',
      sees: ({ reused }) => (reused ? 'the connection had been let in for a request before' : undefined),
    },
    {
      id: 'any-route',
      weight: -0.8,
      tells: 'any',
      sees: (close, view) => {
        const { routes, oneClient } = shapeOf(view);
        return routes >= 3 && !oneClient && isUnrepeatable(close)
          ? `the closes came on ${routes} routes and for several clients`
          : undefined;
      },
    },
  ]),
  settledBy: [
    backendLog(
      'whether the backend refused the client, the host or the request',
      'the backend’s log refuses nothing near the closes',
    ),
  ],
  why(found) {
    const { closes, view } = found;
    const after = elapsedOf(closes);
    return `${capital(backendName(found))} ${found.clues.length > 0 ? 'dropped' : 'seems to have dropped'} ${count(closes.length, 'connection')}${onRoutes(found)} on purpose${after ? `, ${after} after the request` : ''}${shapeOf(view).oneClient ? ', all of one client' : ''}.`;
  },
  steps: (found) => ({
    4: {
      state: 'answered',
      text: 'No timeout is involved: the backend closed as soon as it had read the request.',
    },
    5: {
      state: 'todo',
      text: `Look in the code and the filters before ${routesOf(found.closes, found.view) ?? 'the failing route'} for what drops a connection without an answer: ${droppers[backendName(found)] ?? ''}allow-lists, rate limits, a WAF.`,
    },
    7: {
      state: 'todo',
      text: 'Let the rule answer 403 or 429 instead of closing, or admit the proxy’s address and the host name it sends, then reload the backend.',
    },
  }),
  fixes: () => [],
});
