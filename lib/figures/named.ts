import type { View } from '#lib/model/cause.ts';
import { oncePer } from '#lib/model/once.ts';

/** How many closes have lines that name causes, by the causes that they name, spelled as one. */
const namings = oncePer((view: View): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const close of view.incident.closes) {
    const key = [...view.named(close)].sort().join(' ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
});

const closesWith = (view: View, is: (named: readonly string[]) => boolean): number =>
  [...namings(view)].reduce((sum, [key, closes]) => (is(key.split(' ')) ? sum + closes : sum), 0);

/** Closes beside which a line names this cause. */
export const namedIn = (view: View, cause: string): number =>
  closesWith(view, (named) => named.includes(cause));

/** Closes beside which lines name other causes, and not this one. */
export const namedOtherwise = (view: View, own: string): number =>
  closesWith(view, (named) => !named.includes(own));

const firsts = oncePer((view: View): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const [index, close] of view.incident.closes.entries())
    for (const cause of view.named(close)) if (!places.has(cause)) places.set(cause, index);
  return places;
});

/** Closes that came before the first one beside which a line names this cause: none where it names it from the first on. */
export const closesBefore = (view: View, cause: string): number =>
  firsts(view).get(cause) ?? view.incident.closes.length;
