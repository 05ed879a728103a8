import type { Wishes } from '#functions/cli/draft.ts';
import { explain } from '#functions/cli/explain.ts';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Verdict } from '#lib/model/verdict.ts';

/** None. */
export const wishes: Wishes = {
  zone: undefined,
  since: undefined,
  until: undefined,
  asDelivered: false,
  entries: new Map(),
};

/** What `closecall explain` makes of files in a folder, with nothing said about them. */
export const explained = (cwd: string, files: readonly string[]): Promise<Verdict> =>
  explain({
    files,
    cwd,
    wishes,
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
