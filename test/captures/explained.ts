import { join } from 'node:path';
import { explain } from '#functions/cli/explain.ts';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Verdict } from '#lib/model/verdict.ts';

/** What `closecall explain` makes of files of one capture. */
export const explained = (capture: string, files: readonly string[]): Promise<Verdict> =>
  explain({
    files,
    cwd: join(import.meta.dirname, capture),
    wishes: { zone: undefined, since: undefined, until: undefined, asDelivered: false, entries: new Map() },
    settings: {},
    timing: defaultTiming,
  });

/** Closes by phase and by how they ended: `header fin` → 13. */
export const howOf = ({ incidents }: Verdict): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { how } of incidents)
    for (const { phase, by, closes } of how) sums[`${phase} ${by}`] = (sums[`${phase} ${by}`] ?? 0) + closes;
  return sums;
};

export const alikesOf = ({ lookalikes }: Verdict): Readonly<Record<string, number>> =>
  Object.fromEntries(lookalikes.map(({ cause, count }) => [cause, count]));
