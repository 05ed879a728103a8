import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause, View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Point, Strength } from '#lib/model/signature.ts';
import { cluesNear, type Near, type Tie } from './nearby.ts';

/** Log-odds (nats) that one line adds. From them and the priors: one decisive line is enough for 0.99, one strong for 0.8. */
const nats: Readonly<Record<Strength, number>> = { decisive: 8, strong: 4.6, supporting: 2.2, context: 0.6 };
/** Further lines for the same cause are not independent of the first. */
const repeated = [1, 0.4, 0.2];
/** A line without a time may stand hours from a close that has one: only one that names its cause alone is worth much. */
const untimed: Readonly<Record<Strength, number>> = {
  decisive: 0.7,
  strong: 0.3,
  supporting: 0.2,
  context: 0,
};
/** Two sources agree on the process. */
const corroborated = 1.5;

export interface Weighed {
  readonly fact: Fact;
  readonly point: Point;
  readonly tie: Tie;
  readonly timed: boolean;
  readonly nats: number;
}

/** One cause's case for one close. */
export interface Case {
  readonly cause: Cause;
  readonly nats: number;
  /** Strongest first. */
  readonly clues: readonly Weighed[];
  readonly seen: readonly { readonly sentence: string; readonly tells: 'this' | 'any' }[];
  readonly against: readonly string[];
  readonly posterior: number;
}

/** The cases of all causes for a close, most probable first. Called for every close of an incident: it allocates little. */
export function weigher(view: View, catalogue: Catalogue): (close: Close) => readonly Case[] {
  const near = cluesNear(view, catalogue);
  const somethingElse = 1 - catalogue.causes.reduce((sum, cause) => sum + cause.prior, 0);
  const candidates = catalogue.causes.map((cause) => ({ cause, prior: Math.log(cause.prior) }));
  const named = new Map(
    catalogue.signatures.flatMap((signature) =>
      signature.role === 'symptom' && signature.points.length > 0
        ? [[signature.id, signature.points] as const]
        : [],
    ),
  );
  return (close) => {
    const around = near(close);
    const cases = candidates.map(({ cause, prior }) => caseFor(cause, prior, close, around));
    let total = somethingElse;
    for (const each of cases) total += Math.exp(each.nats);
    for (const each of cases) each.posterior = Math.exp(each.nats) / total;
    return cases.sort((a, b) => b.nats - a.nats || (a.cause.id < b.cause.id ? -1 : 1));
  };

  function caseFor(cause: Cause, prior: number, close: Close, around: readonly Near[]): Open<Case> {
    const clues = cluesFor(cause, close, around);
    let sum = prior;
    for (let index = 0; index < clues.length; index++)
      sum += (clues[index]?.nats ?? 0) * (repeated[index] ?? 0);
    const seen: Case['seen'][number][] = [];
    for (const { sees, tells, weight } of cause.expects) {
      const sentence = sees(close, view);
      if (sentence === undefined) continue;
      sum += weight;
      seen.push({ sentence, tells });
    }
    const against: string[] = [];
    for (const { sees, weight } of cause.against) {
      const sentence = sees(close, view);
      if (sentence === undefined) continue;
      sum += weight;
      against.push(sentence);
    }
    return { cause, nats: sum, clues, seen, against, posterior: 0 };
  }

  function cluesFor(cause: Cause, close: Close, around: readonly Near[]): readonly Weighed[] {
    const best = new Map<string, Weighed>();
    for (const { fact, clue, tie, timed, share } of around) {
      const point = clue.points.find((each) => each.cause === cause.id);
      if (!point) continue;
      const kept = timed || close.at === null ? share : share * untimed[point.strength];
      const worth = nats[point.strength] * kept + (tie === 'pid' ? corroborated : 0);
      const held = best.get(clue.id);
      if (!held || worth > held.nats) best.set(clue.id, { fact, point, tie, timed, nats: worth });
    }
    for (const fact of close.lines) {
      const point = named.get(fact.signature)?.find((each) => each.cause === cause.id);
      if (point)
        best.set(fact.signature, { fact, point, tie: 'line', timed: true, nats: nats[point.strength] });
    }
    return best.size === 0
      ? noClues
      : [...best.values()].sort((a, b) => b.nats - a.nats || (a.fact.content < b.fact.content ? -1 : 1));
  }
}

const noClues: readonly Weighed[] = [];
/** A case whose posterior waits for those of the others. */
type Open<C> = { -readonly [Key in keyof C]: C[Key] };
