import { readdirSync } from 'node:fs';
import { Problem } from '#functions/cli/problem.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Confidence, Verdict } from '#lib/model/verdict.ts';
import { explained } from '#test/explained.ts';
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

/** The verdict over a folder of logs, as anybody would ask for it. */
export const verdictOn = (logs: string): Promise<Verdict> =>
  explained(logs, readdirSync(logs).sort()).catch((error: unknown) => {
    throw error instanceof Problem ? new Error(`${logs}: ${error.message}`) : error;
  });

export function score(truth: Truth, verdict: Verdict): Score {
  const incidents = verdict.incidents.map(({ findings: [first] }) => ({
    said: first?.cause ?? 'unexplained',
    confidence: first?.confidence ?? ('none' as const),
  }));
  const isTrue = (said: string): boolean => said === truth.is || truth.also.includes(said);
  const right = verdict.incidents
    .flatMap(({ findings }) => findings)
    .reduce((sum, { cause, closes }) => sum + (isTrue(cause) ? closes : 0), 0);
  const lookalikes = verdict.lookalikes.map(({ cause }) => cause);
  const { closes } = verdict.summary;
  return { truth, incidents, closes, right, lookalikes, ok: isRight(truth, incidents) };
}

const lookalikeCauses = new Set<string>(catalogue.lookalikes.map(({ id }) => id));

function isRight({ is, also, told }: Truth, incidents: Score['incidents']): boolean {
  // Where the backend closed nothing, no close may be claimed; not every proxy says what it was instead.
  const isQuiet = is === null || lookalikeCauses.has(is) || also.some((other) => lookalikeCauses.has(other));
  if (incidents.length === 0) return isQuiet;
  return incidents.every(
    ({ said, confidence }) =>
      said === is || also.includes(said) || (!told && (confidence === 'possible' || confidence === 'none')),
  );
}
