import type { Fact } from '#lib/model/signal.ts';
import type { Clue, Signature } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { echoesIn } from './echoes.ts';
import { grouped } from './group.ts';

/** Two sources that print one pid this close together speak of one process. */
const samePid: Millis = 10 * second;

/** A line that speaks: with its own voice, or for one that follows from it, at that one's time. */
export interface Speaking {
  readonly fact: Fact;
  readonly clue: Clue;
  /** The line at whose time it speaks: itself, one that follows from it, or one of another source that gives it its time. */
  readonly heard: Fact;
}

/** The lines that may explain something, in order of the times at which they speak; those without one come first. */
export function speakingIn(
  clues: readonly Fact[],
  signatures: ReadonlyMap<string, Signature>,
  endOf: ReadonlyMap<Fact, Millis>,
): readonly Speaking[] {
  const echoes = echoesIn(clues, signatures, endOf);
  const dated = datedBy(clues, signatures);
  const voices = new Map<string, Clue>();
  const voiceOf = (origin: Clue, echo: Clue): Clue => {
    const key = `${origin.id} ${echo.id}`;
    const voice = voices.get(key) ?? { ...origin, within: echo.within };
    voices.set(key, voice);
    return voice;
  };
  return clues
    .flatMap((fact): readonly Speaking[] => {
      const clue = signatures.get(fact.signature);
      if (clue?.role !== 'clue') return [];
      const origin = echoes.get(fact);
      if (!origin) return clue.points.length > 0 ? [{ fact, clue, heard: dated.get(fact) ?? fact }] : [];
      const first = signatures.get(origin.fact.signature);
      if (!origin.shared || echoes.has(origin.fact) || first?.role !== 'clue' || first.points.length === 0)
        return [];
      return [{ fact: origin.fact, clue: voiceOf(first, clue), heard: dated.get(fact) ?? fact }];
    })
    .sort((a, b) => timeOf(a) - timeOf(b) || 0); // NaN, where neither has one
}

export const timeOf = ({ heard }: Speaking): number => heard.at ?? Number.NEGATIVE_INFINITY;

/**
 * A line without a time happened when another source says the same of its process. Not where that happened to the pid
 * more than once: pids come back.
 */
function datedBy(
  clues: readonly Fact[],
  signatures: ReadonlyMap<string, Signature>,
): ReadonlyMap<Fact, Fact> {
  const causesOf = ({ signature }: Fact): readonly string[] => {
    const clue = signatures.get(signature);
    return clue?.role === 'clue' ? clue.points.map(({ cause }) => cause) : [];
  };
  const dated = new Map<Fact, Fact>();
  for (const [, facts] of byPid(clues)) {
    const timed = facts.filter(({ at }) => at !== null);
    for (const fact of facts) {
      if (fact.at !== null) continue;
      const causes = causesOf(fact);
      const [first, ...more] = timed.filter(
        (other) => other.source !== fact.source && causesOf(other).some((cause) => causes.includes(cause)),
      );
      const last = more[more.length - 1] ?? first;
      // A process may have been heard of before: what is said of its end comes last.
      if (first && last && (last.at ?? 0) - (first.at ?? 0) <= samePid) dated.set(fact, last);
    }
  }
  return dated;
}

/** Pids that two sources print within a few seconds: both speak of one process. */
export function sharedPids(clues: readonly Fact[]): ReadonlySet<number> {
  // In order of time: two sources that meet at all meet somewhere side by side.
  const meet = (a: Fact, b: Fact | undefined) =>
    b !== undefined &&
    a.source !== b.source &&
    (a.at === null || b.at === null || Math.abs(a.at - b.at) <= samePid);
  return new Set(
    [...byPid(clues)].flatMap(([pid, facts]) => {
      const undated =
        facts.some(({ at }) => at === null) && facts.some(({ source }) => source !== facts[0].source);
      return undated || facts.some((fact, index) => meet(fact, facts[index + 1])) ? [pid] : [];
    }),
  );
}

const byPid = (clues: readonly Fact[]) =>
  grouped(
    clues.filter(({ says }) => says.pid !== undefined),
    ({ says }) => says.pid ?? 0,
  );
