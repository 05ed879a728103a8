import { pageRanges } from '#functions/keys.ts';
import type { Table } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { reachOf } from '#lib/engine/join.ts';
import { pagesReadBy, scopeOf } from '#lib/engine/scope.ts';
import { merge } from '#lib/engine/summarise.ts';
import { type Chain, chainsOf, type Stretch, touches, united } from '#lib/engine/windows.ts';
import type { Conversation } from '#lib/model/conversation.ts';
import type { Page } from '#lib/model/page.ts';
import type { Fact } from '#lib/model/signal.ts';
import { type Millis, minute } from '#lib/model/time.ts';

/** What an evaluation looks at: whole chains of symptoms with everything within reach of them. */
export interface Sight {
  readonly pages: readonly Page[];
  readonly chains: readonly Chain[];
}

/** How far from a line something new may change what is said about it. */
export const widthOf = ({ catalogue, run }: Setup): Millis =>
  Math.max(run.timing.gap, reachOf(catalogue, run.sources));

/** Where new lines of these minutes may change something: neighbouring minutes share a stretch. */
export const seedsOf = (minutes: readonly number[], width: Millis): readonly Stretch[] =>
  united(minutes.map((each) => ({ from: each * minute - width, to: (each + 1) * minute - 1 + width })));

/**
 * Reads the pages around the seeds, and on until every chain of symptoms that they touch is in view from end to end.
 * Conversations only make this faster, but for cuts: a chain that never ends is read from its last settled cut.
 */
export async function sightOf(
  table: Table,
  scope: string,
  seeds: readonly Stretch[],
  conversations: readonly Conversation[],
  setup: Setup,
): Promise<Sight> {
  const { catalogue, run } = setup;
  const { gap } = run.timing;
  const width = widthOf(setup);
  const sources = new Map(run.sources.map((source) => [source.name, source]));
  const symptoms = new Set(catalogue.signatures.filter(({ role }) => role === 'symptom').map(({ id }) => id));
  const isOwnSymptom = (fact: Fact) => {
    const source = sources.get(fact.source);
    return source !== undefined && scopeOf(fact, source) === scope && symptoms.has(fact.signature);
  };
  const alive = conversations.filter(({ phase }) => phase.is !== 'merged');
  const known = alive.flatMap(({ spans }) =>
    spans.filter((span) => seeds.some((seed) => touches(seed, span))),
  );
  const cuts = alive.flatMap((each) => cutsOf(each, gap));
  const reader = pageReader(table, pagesReadBy(scope, run.sources));

  for (let view = united([...seeds, ...known]); ; ) {
    const pages = await reader(united(view.map(({ from, to }) => ({ from: from - width, to: to + width }))));
    const times = merge(pages).facts.flatMap((fact) =>
      fact.at !== null && isOwnSymptom(fact) ? [fact.at] : [],
    );
    const chains = chainsOf(times, gap, seeds, cuts);
    const wider = united([...view, ...chains]);
    if (JSON.stringify(wider) === JSON.stringify(view)) {
      const settled = chains.flatMap((chain) => chain.settled ?? []);
      const isSettled = (fact: Fact) =>
        isOwnSymptom(fact) && settled.some((stretch) => isWithin(fact, stretch));
      return { pages: settled.length > 0 ? without(pages, isSettled) : pages, chains };
    }
    view = wider;
  }
}

const isWithin = ({ at }: Fact, { from, to }: Stretch): boolean => at !== null && at >= from && at <= to;

const without = (pages: readonly Page[], isLeftOut: (fact: Fact) => boolean): readonly Page[] =>
  pages.map((page) => ({ ...page, facts: page.facts.filter((fact) => !isLeftOut(fact)) }));

/** Starts of sessions that were cut at the longest span: only there are two sessions within a gap of each other. */
const cutsOf = ({ spans }: Conversation, gap: Millis): readonly Millis[] =>
  spans.flatMap(({ from }, index) => {
    const before = spans[index - 1];
    return before && from - before.to <= gap ? [from] : [];
  });

/** The pages of a stretch with all that bears on it, whether or not chains of symptoms end in it. */
export const pagesAround = (
  table: Table,
  scope: string,
  { from, to }: Stretch,
  setup: Setup,
): Promise<readonly Page[]> => {
  const width = widthOf(setup);
  return pageReader(table, pagesReadBy(scope, setup.run.sources))([{ from: from - width, to: to + width }]);
};

/** Reads the pages of stretches of time; what was read before is not read again. */
function pageReader(table: Table, scopes: readonly string[]) {
  const read = new Set<number>();
  const pages: Page[] = [];
  return async (stretches: readonly Stretch[]): Promise<readonly Page[]> => {
    for (const { from, to } of stretches)
      for (const [first, last] of unread(Math.floor(from / minute), Math.floor(to / minute), read)) {
        const ranges = scopes.flatMap((scope) => pageRanges(scope, first, last));
        const answers = await Promise.all(ranges.map((range) => table.query(range.pk, range.from, range.to)));
        pages.push(...answers.flat().flatMap((item) => (item.kind === 'page' ? [item.page] : [])));
      }
    return pages;
  };
}

/** Runs of consecutive minutes that are not in the set yet; they are put into it. */
function unread(first: number, last: number, read: Set<number>): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (let each = first; each <= last; each++) {
    if (read.has(each)) continue;
    read.add(each);
    const run = runs[runs.length - 1];
    if (run && run[1] === each - 1) run[1] = each;
    else runs.push([each, each]);
  }
  return runs;
}
