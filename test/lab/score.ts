import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '#functions/cli/explain.ts';
import { Problem } from '#functions/cli/problem.ts';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Confidence, Verdict } from '#lib/model/verdict.ts';
import type { Truth } from './play.ts';

/** What closecall said of a run, against what was done. */
export interface Score {
  readonly truth: Truth;
  /** Of each incident the strongest finding. */
  readonly incidents: readonly { readonly said: string; readonly confidence: Confidence | 'none' }[];
  readonly closes: number;
  /** Closes that are put down to what was done. */
  readonly right: number;
  readonly lookalikes: readonly string[];
  readonly ok: boolean;
}

/** The verdict over the logs of a run, as anybody would ask for it. */
export const verdictOn = (folder: string): Promise<Verdict> =>
  explain({
    files: readdirSync(join(folder, 'logs')).sort(),
    cwd: join(folder, 'logs'),
    wishes: { zone: undefined, since: undefined, until: undefined, asDelivered: false, entries: new Map() },
    settings: {},
    timing: defaultTiming,
  });

export async function score(folder: string, truth: Truth): Promise<Score> {
  const verdict = await verdictOn(folder).catch((error: unknown) => {
    if (error instanceof Problem) throw new Error(`${truth.id}: ${error.message}`);
    throw error;
  });
  const incidents = verdict.incidents.map(({ findings: [first] }) => ({
    said: first?.cause ?? 'unexplained',
    confidence: first?.confidence ?? ('none' as const),
  }));
  const right = verdict.incidents
    .flatMap(({ findings }) => findings)
    .reduce((sum, { cause, closes }) => sum + (cause === truth.is ? closes : 0), 0);
  const lookalikes = verdict.lookalikes.map(({ cause }) => cause);
  const { closes } = verdict.summary;
  return { truth, incidents, closes, right, lookalikes, ok: isRight(truth.is, incidents, lookalikes) };
}

function isRight(is: string | null, incidents: Score['incidents'], lookalikes: readonly string[]): boolean {
  if (is === null) return incidents.length === 0;
  if (lookalikes.includes(is)) return incidents.length === 0;
  return incidents.length > 0 && incidents.every(({ said }) => said === is);
}
