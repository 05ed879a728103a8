import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from '#lib/model/verdict.ts';
import { citedAlone } from './cited.ts';
import type { Truth } from './play.ts';
import { verdictOn } from './score.ts';
import { troubles } from './trouble.ts';

/** What was said of the logs of a run, and what once something was beside them that must not matter. */
export interface Changed {
  readonly id: string;
  readonly trouble: string;
  readonly was: string;
  readonly now: string;
}

/** Every trouble, and what the verdict cites, alone. */
export async function steadfast(logs: string, truth: Truth, verdict: Verdict): Promise<readonly Changed[]> {
  const was = saidBy(verdict);
  const at = Date.parse(verdict.incidents[0]?.start ?? truth.from);
  const changed: Changed[] = [];
  for (const { name, make } of [
    ...troubles,
    ...(verdict.incidents.length > 0
      ? [
          {
            name: 'the cited lines alone',
            make: (from: string, into: string) => citedAlone(verdict, from, into),
          },
        ]
      : []),
  ]) {
    const into = mkdtempSync(join(tmpdir(), 'closecall-lab-'));
    try {
      make(logs, into, at);
      changed.push({ id: truth.id, trouble: name, was, now: saidBy(await verdictOn(into)) });
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  }
  return changed;
}

/** Causes with their closes: how sure it is may differ. */
const saidBy = ({ incidents }: Verdict): string =>
  incidents
    .flatMap(({ findings, unexplained }) => [
      ...findings.map(({ cause, closes }) => `${cause} ${closes}`),
      ...(unexplained ? [`unexplained ${unexplained.closes}`] : []),
    ])
    .join(', ') || 'nothing';
