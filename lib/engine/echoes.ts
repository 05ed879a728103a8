import type { Fact } from '#lib/model/signal.ts';
import type { Consequence, Signature } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { grouped } from './group.ts';

/** Lines that follow from another that shares their pid, worker or unit: that one speaks for both. */
export function echoesIn(
  clues: readonly Fact[],
  signatures: ReadonlyMap<string, Signature>,
  endOf: ReadonlyMap<Fact, Millis>,
): ReadonlySet<Fact> {
  const bySignature = grouped(clues, ({ signature }) => signature);
  /** What comes later than the end of a thing does not follow from it, unless it is its end. */
  const isOver = (origin: Fact, fact: Fact): boolean => {
    const end = endOf.get(origin);
    const clue = signatures.get(origin.signature);
    if (end === undefined || fact.at === null || clue?.role !== 'clue') return false;
    if (clue.endedBy?.some(({ of }) => of === fact.signature)) return false;
    return fact.at > end + origin.resolution + fact.resolution + second;
  };
  return new Set(
    clues.filter((fact) => {
      const signature = signatures.get(fact.signature);
      return (
        signature?.role === 'clue' &&
        signature.consequences.some((each) =>
          bySignature.get(each.of)?.some((other) => isOrigin(other, fact, each) && !isOver(other, fact)),
        )
      );
    }),
  );
}

/** When what a line begins was over, where another line says so. */
export function endings(
  clues: readonly Fact[],
  signatures: ReadonlyMap<string, Signature>,
): ReadonlyMap<Fact, Millis> {
  const bySignature = grouped(clues, ({ signature }) => signature);
  return new Map(
    clues.flatMap((fact) => {
      const { at } = fact;
      const clue = signatures.get(fact.signature);
      if (at === null || clue?.role !== 'clue' || !clue.endedBy) return [];
      const ends = clue.endedBy.flatMap(({ of, sharing }) =>
        (bySignature.get(of) ?? []).flatMap((other) =>
          other.at !== null && other.at >= at && areOfOne(other, fact, sharing) ? [other.at] : [],
        ),
      );
      return ends.length > 0 ? [[fact, Math.min(...ends)] as const] : [];
    }),
  );
}

/** Both speak of the same process, worker or unit; without one to share, the same source has to do. */
const areOfOne = (other: Fact, fact: Fact, sharing: Consequence['sharing']): boolean =>
  sharing === undefined
    ? other.source === fact.source
    : fact.says[sharing] !== undefined && other.says[sharing] === fact.says[sharing];

function isOrigin(other: Fact, fact: Fact, { sharing, within }: Consequence): boolean {
  if (other === fact) return false;
  if (!areOfOne(other, fact, sharing)) return false;
  if (other.at === null || fact.at === null) return other.at === fact.at && sharing !== undefined;
  const offset = other.at - fact.at;
  const tolerance = other.resolution + fact.resolution;
  return offset >= within.from - tolerance && offset <= within.to + tolerance;
}
