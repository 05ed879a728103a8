import type { Table } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { united } from '#lib/engine/changes.ts';
import { checksWanted, countedIn, measured } from '#lib/engine/recheck.ts';
import { isReadBy, scopeOf } from '#lib/engine/scope.ts';
import type { Change, Check, Checked, Conversation } from '#lib/model/conversation.ts';
import type { Page } from '#lib/model/page.ts';
import type { Source } from '#lib/model/record.ts';
import type { Fact } from '#lib/model/signal.ts';
import { type Clue, programOf } from '#lib/model/signature.ts';
import type { Millis } from '#lib/model/time.ts';
import { timesOf } from '#lib/pipeline.ts';
import type { Blindness } from './blind.ts';
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
      each.role === 'clue' && each.change ? [[each.id, each] as const] : [],
    ),
  );
  const lines = pages
    .flatMap(({ facts }) => facts)
    .flatMap((fact) => {
      const [kind, source] = [kinds.get(fact.signature), sources.get(fact.source)];
      return kind && source && concerns(scope, fact, source) ? changeOf(fact, kind) : [];
    });
  return united([...known, ...lines]).filter(({ to }) => to >= from);
}

/** A cluster has services of many scopes: where any is mapped, a deploy is a matter of the scope that its service is mapped to. */
function concerns(scope: string, fact: Fact, source: Source): boolean {
  const isMapped = source.services?.some(({ ecsServices }) => ecsServices !== undefined);
  return fact.says.service !== undefined && isMapped
    ? scopeOf(fact, source) === scope
    : isReadBy(scope, fact, source);
}

const stageOf = { begins: { stage: 'begun' }, ends: {}, fails: { stage: 'failed' } } as const;

/** What one line says of a change; none where it has no time. */
function changeOf({ at, says, signature }: Fact, { change: what, stage, points }: Clue): readonly Change[] {
  if (what === undefined || at === null) return [];
  const { service, deployment } = says;
  const causes = [...new Set(points.map(({ cause }) => cause))].sort();
  return [
    {
      what,
      from: at,
      to: at,
      ...(stage ? stageOf[stage] : {}),
      ...(service === undefined ? {} : { service }),
      ...(deployment === undefined ? {} : { deployment }),
      ...(what === 'reload' ? { program: programOf(signature) } : {}),
      ...(causes.length === 0 ? {} : { causes }),
    },
  ];
}

export interface Remembered {
  readonly conversations: readonly Conversation[];
  readonly changes: readonly Change[];
  readonly checked: readonly Checked[];
}

/** Counts, for the checks that are due, the closes before and after the change: over all that is in the table. */
export async function checksDue(
  table: Table,
  scope: string,
  { conversations, changes, checked }: Remembered,
  blindness: Blindness,
  setup: Setup,
  now: Millis,
): Promise<readonly Check[]> {
  if (blindness.now.length > 0) return [];
  const due = checksWanted(conversations, changes, checked, setup.pace).filter(({ at }) => at <= now);
  const accepted = new Set(
    setup.accepted.flatMap(({ fingerprint, until }) => (now < until ? [fingerprint] : [])),
  );
  const checks: Check[] = [];
  for (const each of due.slice(0, mostChecks)) {
    const stretch = countedIn(each.change, now);
    const pages = await pagesAround(table, scope, stretch, setup);
    const times = [...timesOf(pages, scope, setup.run, setup.catalogue)];
    // What is accepted is told of in the digest alone, unless the check is about it.
    const told = times.filter(([name]) => name === each.fingerprint || !accepted.has(name));
    checks.push(measured(each, new Map(told), blindness.lost(stretch), now, setup.pace));
  }
  return checks;
}
