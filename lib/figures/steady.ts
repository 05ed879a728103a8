import type { View } from '#lib/model/cause.ts';
import { oncePer } from '#lib/model/once.ts';
import { second } from '#lib/model/time.ts';
import { duration } from '#lib/model/words.ts';
import { closesBefore, namedIn } from './named.ts';
import { atOnce, shapeOf } from './shape.ts';

/** Many closes without a pause, on several routes, by every method, and every one at once: nothing gets through. */
export function nothingGetsThrough(view: View, least: number): string | undefined {
  const { closes, from, to } = view.incident;
  const { routes, unrepeated, clusters } = shapeOf(view);
  if (closes.length < least || routes < 3 || clusters.length > 0 || unrepeated > closes.length / 2)
    return undefined;
  if (from === null || to === null || !isSteady(view) || !everyFast(view)) return undefined;
  return `${closes.length} closes within ${duration(to - from)}, on ${routes} routes and by every method, each within ${duration(atOnce)}`;
}

const isSteady = ({ incident: { closes, from, to } }: View): boolean =>
  from !== null && to !== null && (to - from) / closes.length <= 5 * second;

const everyFast = oncePer((view: View): boolean =>
  view.incident.closes.every(({ elapsed, reused }) => elapsed !== undefined && elapsed <= atOnce && !reused),
);

/** Nothing gets through, whether a line names this cause beside a close or not: what the line tells of is not why. */
export const failsWithout = (view: View, cause: string): string | undefined =>
  2 * namedIn(view, cause) < view.incident.closes.length ? nothingGetsThrough(view, 20) : undefined;

/**
 * Closes without a pause of which none came later than the TLS handshake. They are not for a cause that lines begin to
 * name when several had come: it had failed in the same way before.
 */
export function onlyHandshakes(view: View, named: Iterable<string>): string | undefined {
  for (const cause of named) if (closesBefore(view, cause) < 3) return undefined;
  return handshakes(view);
}

const handshakes = oncePer((view: View): string | undefined => {
  const { closes, from, to } = view.incident;
  if (closes.length < 8 || from === null || to === null) return undefined;
  return isSteady(view) && closes.every(({ phase }) => phase === 'connect')
    ? `${closes.length} closes within ${duration(to - from)}, every one during the TLS handshake`
    : undefined;
});
