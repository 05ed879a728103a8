import type { Fact } from '#lib/model/signal.ts';
import type { Consequence, Signature } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { grouped } from './group.ts';
import { firstFrom } from './order.ts';

/** The line that another follows from; `shared`: they name one process, worker or unit, not only one source. */
export interface Origin {
  readonly fact: Fact;
  readonly shared: boolean;
}

/** Lines that follow from another that shares their pid, worker or unit, with that one: it speaks for both. */
export function echoesIn(
  clues: readonly Fact[],
  signatures: ReadonlyMap<string, Signature>,
  endOf: ReadonlyMap<Fact, Millis>,
): ReadonlyMap<Fact, Origin> {
  const kin = kinship(clues);
  /** What comes later than the end of a thing does not follow from it, unless it is its end. */
  const isOver = (origin: Fact, fact: Fact): boolean => {
    const end = endOf.get(origin);
    const clue = signatures.get(origin.signature);
    if (end === undefined || fact.at === null || clue?.role !== 'clue') return false;
    if (clue.endedBy?.some(({ of }) => of === fact.signature)) return false;
    return fact.at > end + origin.resolution + fact.resolution + second;
  };
  const originOf = (fact: Fact, each: Consequence): Fact | undefined => {
    const { timed, untimed } = kin(each.of, fact, each.sharing);
    if (fact.at === null)
      return each.sharing === undefined ? undefined : untimed.find((other) => other !== fact);
    const slack = fact.resolution + coarsest;
    for (let i = firstFrom(timed, fact.at + each.within.from - slack, atOf); i < timed.length; i++) {
      const other = timed[i];
      if (!other || (other.at ?? 0) > fact.at + each.within.to + slack) return undefined;
      if (isOrigin(other, fact, each) && !isOver(other, fact) && isFirst(other, fact, each)) return other;
    }
    return undefined;
  };
  const isFirst = (origin: Fact, fact: Fact, { firstOf }: Consequence): boolean => {
    if (firstOf === undefined) return true;
    const isOfIts = ({ source, says }: Fact) => source === fact.source && says.master === fact.says.master;
    if (!isOfIts(origin)) return false;
    const { timed } = kin(fact.signature, fact, firstOf);
    for (let i = firstFrom(timed, (origin.at ?? 0) - origin.resolution, atOf); i < timed.length; i++) {
      const first = timed[i];
      if (first && isOfIts(first)) return first === fact;
    }
    return false;
  };
  const found = new Map<Fact, Origin>();
  for (const fact of clues) {
    const signature = signatures.get(fact.signature);
    if (signature?.role !== 'clue') continue;
    for (const each of signature.consequences) {
      const origin = originOf(fact, each);
      const held = found.get(fact);
      if (origin && (!held || (!held.shared && each.sharing !== undefined)))
        found.set(fact, { fact: origin, shared: each.sharing !== undefined });
    }
  }
  return found;
}

/** When what a line begins was over, where another line says so. */
export function endings(
  clues: readonly Fact[],
  signatures: ReadonlyMap<string, Signature>,
): ReadonlyMap<Fact, Millis> {
  const kin = kinship(clues);
  const ends = new Map<Fact, Millis>();
  for (const fact of clues) {
    const { at } = fact;
    const clue = signatures.get(fact.signature);
    if (at === null || clue?.role !== 'clue' || !clue.endedBy) continue;
    for (const { of, sharing } of clue.endedBy) {
      const { timed } = kin(of, fact, sharing);
      const end = timed[firstFrom(timed, at, atOf)]?.at;
      if (end !== undefined && end !== null) ends.set(fact, Math.min(end, ends.get(fact) ?? end));
    }
  }
  return ends;
}

/** No format stamps less often than once a second. */
const coarsest: Millis = second;

interface Kin {
  /** In order of time. */
  readonly timed: readonly Fact[];
  readonly untimed: readonly Fact[];
}
const noKin: Kin = { timed: [], untimed: [] };

/** The lines of a signature that share a value with a line, found without looking at the others. */
function kinship(clues: readonly Fact[]) {
  const bySignature = grouped(clues, ({ signature }) => signature);
  const families = new Map<string, ReadonlyMap<unknown, Kin>>();
  return (of: string, fact: Fact, sharing: Consequence['sharing']): Kin => {
    const sharedBy = ({ says, keys, source }: Fact) =>
      sharing === undefined ? source : sharing === 'connection' ? keys.connection : says[sharing];
    const value = sharedBy(fact);
    if (value === undefined) return noKin;
    const key = `${of} ${sharing}`;
    let family = families.get(key);
    if (!family) {
      family = new Map(
        [...grouped(bySignature.get(of) ?? [], sharedBy)].map(([shared, list]) => [
          shared,
          { timed: list.filter(({ at }) => at !== null), untimed: list.filter(({ at }) => at === null) },
        ]),
      );
      families.set(key, family);
    }
    return family.get(value) ?? noKin;
  };
}

const atOf = ({ at }: Fact): number => at ?? 0;

function isOrigin(other: Fact, fact: Fact, { within }: Consequence): boolean {
  if (other === fact || other.at === null || fact.at === null) return false;
  const offset = other.at - fact.at;
  const tolerance = other.resolution + fact.resolution;
  // One log has one clock, while its lines tell their times themselves: what came later does not come first.
  const isOneClock = other.source === fact.source && other.clock === undefined && fact.clock === undefined;
  const later = isOneClock && within.to <= 0 ? 0 : tolerance;
  return offset >= within.from - tolerance && offset <= within.to + later;
}
