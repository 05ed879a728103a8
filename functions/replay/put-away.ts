import type { ReportStore } from '#functions/ports.ts';
import type { Page } from '#lib/model/page.ts';
import type { Millis } from '#lib/model/time.ts';
import type { Tally } from './past.ts';
import type { Published } from './publish.ts';
import { nothingYet, type Recalled } from './recall.ts';
import type { Question } from './request.ts';
import type { Slice } from './slices.ts';

/** What a replay has read when its time is over, and when it was begun. */
export interface PutAway {
  readonly question: Question;
  readonly begun: Millis;
  readonly done: readonly Slice[];
  readonly recalled: Recalled;
}

/** Written last: until then what lay there before still holds. */
interface Index {
  readonly question: Question;
  readonly begun: Millis;
  readonly done: readonly Slice[];
  readonly tallies: readonly (readonly [string, Tally])[];
  /** Keys of the pages that were read. */
  readonly portions: readonly string[];
}

/** Facts that are written at once: all of them can be more than a text, or the memory beside them, holds. */
const mostFacts = 10_000;

const indexOf = (token: string): string => `replays/${token}.json`;
const saidOf = (token: string): string => `replays/${token}/published.json`;

export async function putAway(
  reports: ReportStore,
  token: string,
  { question, begun, done, recalled }: PutAway,
): Promise<void> {
  const before = await indexIn(reports, token);
  if (before?.begun === begun && before.done.length === done.length) return;
  const portions: string[] = [];
  for (const pages of portionsOf(recalled.pool.pages())) {
    const key = `replays/${token}/${begun}-${done.length}-${portions.length}.json.gz`;
    await reports.put(key, JSON.stringify(pages));
    portions.push(key);
  }
  const index: Index = { question, begun, done, tallies: [...recalled.tallies], portions };
  await reports.put(indexOf(token), JSON.stringify(index));
  for (const key of before?.portions ?? []) await reports.remove(key);
}

/** Undefined where nothing, or not all of it, is kept any more. */
export async function takeOut(reports: ReportStore, token: string): Promise<PutAway | undefined> {
  const index = await indexIn(reports, token);
  if (!index) return undefined;
  const recalled = nothingYet();
  for (const key of index.portions) {
    const text = await reports.get(key);
    if (text === undefined) return undefined;
    const pages = JSON.parse(text) as readonly Page[];
    recalled.pool.add(pages);
    recalled.signals += pages.reduce((sum, { facts }) => sum + facts.length, 0);
  }
  for (const [group, tally] of index.tallies) recalled.tallies.set(group, tally);
  const { question, begun, done } = index;
  return { question, begun, done, recalled };
}

/** What has been sent already, whatever became of the call that sent it. */
export async function saidBefore(reports: ReportStore, token: string): Promise<readonly Published[]> {
  const text = await reports.get(saidOf(token));
  return text === undefined ? [] : (JSON.parse(text) as Published[]);
}

export const noteSaid = (reports: ReportStore, token: string, said: readonly Published[]): Promise<void> =>
  reports.put(saidOf(token), JSON.stringify(said));

/** Once it is answered: asked again, it begins anew and says it again. */
export async function clear(reports: ReportStore, token: string): Promise<void> {
  const index = await indexIn(reports, token);
  const keys = [indexOf(token), saidOf(token), ...(index?.portions ?? [])];
  for (const key of keys) await reports.remove(key);
}

async function indexIn(reports: ReportStore, token: string): Promise<Index | undefined> {
  const text = await reports.get(indexOf(token));
  return text === undefined ? undefined : (JSON.parse(text) as Index);
}

/** A page of more facts than a portion has becomes several, which are one again when they are read. */
function* portionsOf(pages: readonly Page[]): Generator<readonly Page[]> {
  let portion: Page[] = [];
  let facts = 0;
  for (const part of pages.flatMap(parted)) {
    if (portion.length > 0 && facts + part.facts.length > mostFacts) {
      yield portion;
      [portion, facts] = [[], 0];
    }
    portion.push(part);
    facts += part.facts.length;
  }
  if (portion.length > 0) yield portion;
}

function parted(page: Page): readonly Page[] {
  if (page.facts.length <= mostFacts) return [page];
  return Array.from({ length: Math.ceil(page.facts.length / mostFacts) }, (_, index) => {
    const facts = page.facts.slice(index * mostFacts, (index + 1) * mostFacts);
    // An excerpt goes where a fact is that it shows, or it would be taken for one of nobody.
    const shown = new Set(facts.map(({ content }) => content));
    return { ...page, facts, excerpts: page.excerpts.filter(({ content }) => shown.has(content)) };
  });
}
