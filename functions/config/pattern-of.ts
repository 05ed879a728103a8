import { type FilterPattern, filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { needlesOf } from '#lib/engine/match.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Source } from '#lib/model/record.ts';

const made = new WeakMap<Catalogue, Map<string, FilterPattern>>();

/** The filter pattern of formats. Worked out once: that takes up to a quarter of a second, and most groups are alike. */
export function patternOf(formats: Source['formats'], catalogue: Catalogue): FilterPattern {
  const known = made.get(catalogue) ?? new Map<string, FilterPattern>();
  made.set(catalogue, known);
  const key = formats.join(' ');
  const pattern = known.get(key) ?? filterPattern(needlesOf(catalogue, formats));
  known.set(key, pattern);
  return pattern;
}
