import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause, Settler, View } from '#lib/model/cause.ts';
import type { Context, Stretch } from '#lib/model/context.ts';
import { programOf } from '#lib/model/signature.ts';
import { day, type Millis } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import type { Classified } from './classify.ts';
import { mostSaid } from './standing.ts';

/** More than this for any close, and a cause is not called ruled out. */
const stillOpen = 0.1;

const inView = (settler: Settler, view: View): boolean =>
  view.sources.some(({ formats }) => formats.some((format) => settler.formats.includes(format))) ||
  (settler.role !== undefined && view.hears(settler.role)) ||
  settler.programs.some((program) => view.programs.includes(program));

/** A quiet log may have its last line hours before a close; one of another day says nothing about this one. */
const quiet: Millis = day;
const wasThere = (covers: Stretch | undefined, { incident: { from, to } }: View): boolean =>
  covers === undefined ||
  from === null ||
  to === null ||
  (covers.to >= from - quiet && covers.from <= to + quiet);

/** Sources that would settle a cause and are not in view. */
export const absent = (cause: Cause, view: View): readonly Settler[] =>
  cause.settledBy.filter((settler) => !inView(settler, view));

/** A cause that was not found is ruled out by what every close says against it, or by a source that would have shown it. */
export function ruledOut(
  { found, standings }: Classified,
  view: View,
  catalogue: Catalogue,
  candidates: readonly string[],
  context: Context,
): IncidentVerdict['ruledOut'] {
  const heard: View = {
    ...view,
    sources: view.sources.filter(({ name }) => wasThere(context.covers(name), view)),
    programs: view.incident.clues.map(({ signature }) => programOf(signature)),
  };
  const named = new Set(found.map(({ cause }) => cause));
  const spoken = new Set(view.incident.clues.map(({ signature }) => signature));
  const clued = new Set(
    catalogue.signatures.flatMap((signature) =>
      'points' in signature && spoken.has(signature.id) ? signature.points.map(({ cause }) => cause) : [],
    ),
  );
  return standings.flatMap(({ cause, highest, closes, opposed, against }) => {
    if (named.has(cause) || candidates.includes(cause.id) || highest > stillOpen) return [];
    const [because] = mostSaid(against, 1);
    if (closes > 0 && opposed === closes && because !== undefined) return [{ cause: cause.id, because }];
    // Many deaths leave no line in one log and one in another: silence counts only where every log that would tell is there.
    const [settler] = cause.settledBy;
    const silent = absent(cause, heard).length === 0 && !clued.has(cause.id);
    return settler && silent ? [{ cause: cause.id, because: settler.silence }] : [];
  });
}

/** Sources that are not in view and could still change what was found. */
export function blindSpots(
  { found, unexplained }: Classified,
  view: View,
  catalogue: Catalogue,
  out: ReadonlySet<string>,
): IncidentVerdict['blindSpots'] {
  if (unexplained.length === 0 && found.every(({ confidence }) => confidence === 'confirmed')) return [];
  const open = new Map<string, string>();
  for (const cause of catalogue.causes.filter(({ id }) => !out.has(id)))
    for (const { source, because } of absent(cause, view)) if (!open.has(source)) open.set(source, because);
  return [...open].map(([source, wouldSettle]) => ({ source, wouldSettle }));
}
