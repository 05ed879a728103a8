import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { needlesOf } from '#lib/engine/match.ts';
import type { Lexicon } from '#lib/model/catalogue.ts';
import type { Source } from '#lib/model/record.ts';
import type { Millis } from '#lib/model/time.ts';
import type { Run } from '#lib/pipeline.ts';
import { type Chapter, noLines, signalsOf, sum, type Tally } from './past.ts';
import { type Pool, pagePool } from './pool.ts';

/** What is asked of the past. Both ends are inside, in milliseconds since the epoch, by the time that CloudWatch gave an event. */
export interface Stretch {
  readonly from: Millis;
  readonly to: Millis;
}

/** What has been read of the past so far. */
export interface Recalled {
  readonly pool: Pool;
  readonly tallies: Map<string, Tally>;
  signals: number;
}

export const nothingYet = (): Recalled => ({ pool: pagePool(), tallies: new Map(), signals: 0 });

export function remember(recalled: Recalled, { slice: { group }, pages, tally }: Chapter): void {
  recalled.pool.add(pages);
  recalled.tallies.set(group, sum(recalled.tallies.get(group) ?? noLines, tally));
  recalled.signals += signalsOf(pages);
}

/** ECS events have a source and no log group: nobody keeps them. */
export const isEvents = ({ name }: Pick<Source, 'name'>): boolean => name.startsWith('ecs:');

/** The log groups among the sources. */
export const groupsOf = ({ sources }: Run): readonly string[] =>
  sources.filter((source) => !isEvents(source)).map(({ name }) => name);

/** What the subscription filter of each group would let through; everything where a lost line is looked for. */
export function patternsOf({ sources }: Run, catalogue: Lexicon, unfiltered: boolean) {
  const patterns = new Map(
    sources.map(({ name, formats }) => [name, filterPattern(needlesOf(catalogue, formats)).pattern]),
  );
  return (group: string): string => (unfiltered ? '' : (patterns.get(group) ?? ''));
}
