import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  capital,
  limitWords,
  onRoutes,
  refusalBy,
  routesOf,
  silentBackend,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { burstOf, runOf, shapeOf } from '#lib/figures/shape.ts';
import type { View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { oncePer } from '#lib/model/once.ts';
import { second } from '#lib/model/time.ts';
import { count, duration, list, size } from '#lib/model/words.ts';

/** A body shorter than announced leaves the connection open until the backend's idle timer ends it. */
function idleTimer(close: Close, view: View): KnownLimit | undefined {
  const { elapsed } = close;
  if (elapsed === undefined) return undefined;
  return view
    .limits('keep-alive', 'backend', close)
    .find(
      ({ value }) =>
        value !== null && value >= second && elapsed >= value - 50 && elapsed <= value + 1.2 * second,
    );
}

/** Closes by how much they had received: a declared length that is wrong is wrong by the same amount. */
const sizesIn = oncePer((view: View): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { phase, received } of view.incident.closes)
    if (phase === 'body' && received !== undefined) counts.set(received, (counts.get(received) ?? 0) + 1);
  return counts;
});
const alikeIn = (view: View, received: number): number => sizesIn(view).get(received) ?? 0;

export const responseTruncated = defineCause({
  id: 'response-truncated',
  family: 'cut short',
  means:
    'The backend ended its answer before the length it had announced, or before the last chunk, and closed.',
  prior: 0.05,
  expects: unlessOtherNamed('response-truncated', [
    {
      id: 'in-the-body',
      weight: 3,
      tells: 'this',
      sees: ({ phase }) =>
        phase === 'body' ? 'part of the answer had arrived when the connection closed' : undefined,
    },
    silentBackend(0.5),
    {
      id: 'orderly',
      weight: 0.6,
      tells: 'any',
      sees: ({ phase, by }) =>
        phase === 'body' && by === 'fin'
          ? 'the backend closed in an orderly way: it thought it was done'
          : undefined,
    },
    {
      id: 'one-route',
      weight: 0.9,
      tells: 'this',
      sees: (close, view) => {
        const main = shapeOf(view).mainRoute;
        return close.phase === 'body' && main && main.route === close.route
          ? `${main.closes} of ${main.of} closes came on ${view.routeName(main.route) ?? 'one route'}`
          : undefined;
      },
    },
    {
      id: 'same-size',
      weight: 1.4,
      tells: 'this',
      sees: ({ phase, received }, view) => {
        if (phase !== 'body' || received === undefined || received === 0) return undefined;
        const alike = alikeIn(view, received);
        return alike >= 2 ? `${alike} answers broke off at the same ${size(received)}` : undefined;
      },
    },
    {
      id: 'at-idle-timer',
      weight: 1.6,
      tells: 'this',
      sees: (close, view) => {
        const timer = close.phase === 'body' ? idleTimer(close, view) : undefined;
        return timer && close.elapsed !== undefined
          ? `the close came after ${duration(close.elapsed)}, at ${limitWords(timer)}: the answer was over and its length wrong`
          : undefined;
      },
    },
  ]),
  against: [
    {
      // Whatever a line says of an answer that broke off: the proxy says that of this one it had seen nothing.
      id: 'no-answer-yet',
      weight: -4,
      tells: 'this',
      sees: ({ phase }) =>
        phase === 'header' || phase === 'request' || phase === 'connect'
          ? 'no answer had begun that could have been cut short'
          : undefined,
    },
    {
      id: 'refused',
      weight: -3,
      tells: 'this',
      sees: (close) => {
        const refusal = refusalBy(close);
        return refusal && `the answer was ${refusal}, and the close goes with it`;
      },
    },
    {
      id: 'reset',
      weight: -0.6,
      tells: 'any',
      sees: ({ phase, by }) =>
        phase === 'body' && by === 'reset' ? 'the connection was reset, as when a process dies' : undefined,
    },
    {
      id: 'process-gone',
      weight: -1.8,
      tells: 'this',
      sees: (close, view) => {
        const refused = runOf(close, view)?.refused ?? 0;
        const burst = burstOf(close, view);
        return close.phase === 'body' && (refused > 0 || burst)
          ? refused > 0
            ? `${count(refused, 'connect')} failed next: the process was gone, not only its answer`
            : `${burst?.closes} connections on ${burst?.routes.size} routes ended together`
          : undefined;
      },
    },
  ],
  settledBy: [
    backendLog(
      'whether the writer of the answer failed or announced a wrong length',
      'the backend’s log shows no failed answer near the closes',
    ),
  ],
  why(found) {
    const { closes } = found;
    const received = [...new Set(closes.flatMap(({ received: bytes }) => (bytes ? [bytes] : [])))];
    const at = received.length === 1 ? ` at ${size(received[0] ?? 0)}` : '';
    return `${capital(backendName(found))} broke off ${count(closes.length, 'answer')}${onRoutes(found)}${at} before the end it had announced${found.clues.length > 0 ? '; its log has an error that may be why' : ''}.`;
  },
  steps: ({ closes, view }) => {
    const route = routesOf(closes, view) ?? 'the failing route';
    const received = closes.flatMap(({ received: bytes }) => (bytes ? [bytes] : []));
    const arrived =
      received.length > 0 ? ` (${list([...new Set(received)].slice(0, 3).map(size))} arrived)` : '';
    return {
      5: {
        state: 'todo',
        text: `Look for an exception after the first byte on ${route}: a generator, a template or a database cursor that fails while the answer is being written.`,
      },
      6: {
        state: 'todo',
        text: `Compare the Content-Length announced on ${route} with the bytes written${arrived}; compression or a middleware that changes the body must drop the header.`,
        command: "curl -sS -D - -o /tmp/answer 'http://<backend><path>'; wc -c /tmp/answer",
      },
      7: {
        state: 'todo',
        text: 'Set Content-Length from the bytes that are written, or leave it out and send chunks; catch errors before the first byte.',
      },
    };
  },
  fixes: () => [],
});
