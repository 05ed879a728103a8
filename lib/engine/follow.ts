import type { Incident } from '#lib/model/incident.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import type { Attributed } from './classify.ts';
import { compare } from './order.ts';

/**
 * What the end of a process left behind: attempts that nobody closed because there was nobody to connect to, from its
 * first close to the end of the incident's reach. They are no closes, so the incident that stands for them counts them.
 */
export function followedIn(
  { asides }: Incident,
  found: readonly Attributed[],
): Pick<IncidentVerdict, 'followed'> {
  const ends = found
    .filter(({ cause }) => cause.family === 'exited')
    .flatMap(({ attributions }) => attributions.map(({ close }) => close))
    .filter(({ at }) => at !== null)
    .map(({ at, resolution }) => (at ?? 0) - resolution);
  if (ends.length === 0) return {};
  const first = ends.reduce((least, at) => Math.min(least, at));
  const counts = new Map<string, number>();
  for (const { cause, closedBy, fact } of asides)
    if (closedBy === 'nobody' && fact.at !== null && fact.at >= first)
      counts.set(cause, (counts.get(cause) ?? 0) + 1);
  if (counts.size === 0) return {};
  return {
    followed: [...counts]
      .map(([cause, count]) => ({ cause, count }))
      .sort((a, b) => b.count - a.count || compare(a.cause, b.cause)),
  };
}
