import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { oncePer } from '#lib/model/once.ts';
import { duration } from '#lib/model/words.ts';
import { atOnce, isUnrepeatable, shapeOf } from './shape.ts';

/** What only an idle connection that was closed under the request shows, the plainest first. */
export function signsOf(close: Close, view: View): readonly string[] {
  const { elapsed, reused, phase } = close;
  if (phase === 'body' || phase === 'tunnel' || phase === 'connect') return [];
  const signs: string[] = [];
  if (reused) signs.push('the connection had carried another request before');
  // Without a phase it may be a connect that failed as fast.
  if (phase !== undefined && elapsed !== undefined && elapsed <= atOnce)
    signs.push(
      `the close came within ${duration(atOnce)} of the request, before a handler could have worked on it`,
    );
  const { unrepeated, routes } = shapeOf(view);
  const { closes } = view.incident;
  if (
    (reused || isUnrepeatable(close)) &&
    closes.length >= 3 &&
    (routes >= 2 || signs.length > 0) &&
    unrepeated >= closes.length * 0.8
  )
    signs.push(
      `${unrepeated} of ${closes.length} failed requests were such as a proxy does not repeat by itself (POST, PUT, PATCH, DELETE)`,
    );
  return signs;
}

/** nginx sends a GET once more when a cached connection fails (ngx_http_upstream_next), and its access log shows that. */
export const ranFresh = ({ method, reused, elapsed }: Close, view: View): boolean =>
  !reused &&
  view.upstreams.length <= 1 &&
  elapsed !== undefined &&
  (method === 'GET' || method === 'HEAD') &&
  view.programs.includes('nginx');

/** How many requests failed on a new connection. */
export const freshlyFailed = oncePer(
  (view: View): number => view.incident.closes.filter((close) => ranFresh(close, view)).length,
);

/** Requests of which an attempt on a new connection failed as well. */
export const failedAnew = oncePer(
  (view: View): ReadonlySet<string> =>
    new Set(view.incident.closes.filter((close) => ranFresh(close, view)).map(({ request }) => request)),
);
