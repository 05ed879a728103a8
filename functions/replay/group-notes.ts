import type { LogStore } from '#functions/ports.ts';
import { day, type Millis } from '#lib/model/time.ts';
import { LogsRefused, passes, refusalOf } from './refusal.ts';

/**
 * What log groups say of a window, as sentences. Throws `LogsRefused` for a group that cannot answer at all; says
 * nothing where groups may not be described: that right is not needed to read them.
 */
export async function notesOn(
  logs: LogStore,
  groups: readonly string[],
  window: { readonly from: Millis; readonly to: Millis },
  now: Millis,
): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const group of groups) {
    const facts = await logs.describe(group).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal && (refusal.kind === 'denied' || passes(refusal))) return 'untold' as const;
      throw error;
    });
    if (facts === 'untold') continue;
    if (!facts) throw new LogsRefused({ kind: 'missing', group });
    if (facts.class !== 'STANDARD') throw new LogsRefused({ kind: 'class', group, class: facts.class });
    const oldest = facts.retention === undefined ? Number.NEGATIVE_INFINITY : now - facts.retention;
    const days = (facts.retention ?? 0) / day;
    if (window.to < oldest) throw new LogsRefused({ kind: 'beyond-retention', group, days });
    if (window.from < oldest)
      notes.push(
        `${group} keeps its events for ${days} days: what it held before ${new Date(oldest).toISOString()} is gone.`,
      );
    else if (window.from < facts.created)
      notes.push(
        `${group} was created at ${new Date(facts.created).toISOString()}: before that it holds only events that were imported later.`,
      );
  }
  return notes;
}
