import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause, Settler, View } from '#lib/model/cause.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import type { Classified } from './classify.ts';
import { mostSaid } from './standing.ts';

/** More than this for any close, and a cause is not called ruled out. */
const stillOpen = 0.1;

const inView = (settler: Settler, view: View): boolean =>
  view.sources.some(({ formats }) => formats.some((format) => settler.formats.includes(format))) ||
  (settler.role !== undefined && view.hears(settler.role)) ||
  settler.programs.some((program) => view.programs.includes(program));

/** Sources that would settle a cause and are not in view. */
export const absent = (cause: Cause, view: View): readonly Settler[] =>
  cause.settledBy.filter((settler) => !inView(settler, view));

/** A cause that was not found is ruled out by what every close says against it, or by a source that would have shown it. */
export function ruledOut(
  { found, standings }: Classified,
  view: View,
  catalogue: Catalogue,
): IncidentVerdict['ruledOut'] {
  const named = new Set(found.map(({ cause }) => cause));
  const spoken = new Set(view.incident.clues.map(({ signature }) => signature));
  const clued = new Set(
    catalogue.signatures.flatMap((signature) =>
      'points' in signature && spoken.has(signature.id) ? signature.points.map(({ cause }) => cause) : [],
    ),
  );
  return standings.flatMap(({ cause, highest, closes, opposed, against }) => {
    if (named.has(cause) || highest > stillOpen) return [];
    const [because] = mostSaid(against, 1);
    if (closes > 0 && opposed === closes && because !== undefined) return [{ cause: cause.id, because }];
    const settler = cause.settledBy.find((each) => inView(each, view));
    return settler && !clued.has(cause.id) ? [{ cause: cause.id, because: settler.silence }] : [];
  });
}

/** Sources that are not in view and could still change what was found. */
export function blindSpots(
  { found, unexplained }: Classified,
  view: View,
  catalogue: Catalogue,
): IncidentVerdict['blindSpots'] {
  if (unexplained.length === 0 && found.every(({ confidence }) => confidence === 'confirmed')) return [];
  const open = new Map<string, string>();
  for (const cause of catalogue.causes)
    for (const { source, because } of absent(cause, view)) if (!open.has(source)) open.set(source, because);
  return [...open].map(([source, wouldSettle]) => ({ source, wouldSettle }));
}
