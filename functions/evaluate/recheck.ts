import type { Table } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { checkDue, checkedFrom, measured, united } from '#lib/engine/recheck.ts';
import { isReadBy } from '#lib/engine/scope.ts';
import type { Change, Check, Conversation } from '#lib/model/conversation.ts';
import type { Page } from '#lib/model/page.ts';
import type { Millis } from '#lib/model/time.ts';
import { timesOf } from '#lib/pipeline.ts';
import { pagesAround } from './sight.ts';

/** Each reads a day of pages. */
const mostChecks = 2;

/** The changes that were known with those that these pages show, without those that can end nothing any more. */
export function changesSeen(
  known: readonly Change[],
  pages: readonly Page[],
  scope: string,
  { catalogue, run }: Setup,
  from: Millis,
): readonly Change[] {
  const sources = new Map(run.sources.map((source) => [source.name, source]));
  const kinds = new Map(
    catalogue.signatures.flatMap((each) =>
      each.role === 'clue' && each.change ? [[each.id, each.change] as const] : [],
    ),
  );
  const lines = pages
    .flatMap(({ facts }) => facts)
    .flatMap((fact) => {
      const [what, source] = [kinds.get(fact.signature), sources.get(fact.source)];
      const isSeen = what && source && fact.at !== null && isReadBy(scope, fact, source);
      return isSeen ? [{ what, from: fact.at, to: fact.at }] : [];
    });
  return united([...known, ...lines]).filter(({ to }) => to >= from);
}

/** Counts, for the checks that are due, the closes before and after the change: over all that is in the table. */
export async function checksDue(
  table: Table,
  scope: string,
  conversations: readonly Conversation[],
  changes: readonly Change[],
  setup: Setup,
  now: Millis,
): Promise<readonly Check[]> {
  const due = conversations.flatMap((conversation) => {
    const check = checkDue(conversation, changes, setup.pace);
    return check && check.at <= now ? [{ ...check, conversation }] : [];
  });
  const checks: Check[] = [];
  for (const { conversation, change } of due.slice(0, mostChecks)) {
    const pages = await pagesAround(table, scope, { from: checkedFrom(change), to: now }, setup);
    const times = timesOf(pages, scope, setup.run, setup.catalogue).get(conversation.leading ?? '') ?? [];
    checks.push(measured(conversation.cid, change, times, now));
  }
  return checks;
}
