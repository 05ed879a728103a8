import type { Cause } from '#lib/model/cause.ts';
import type { Case } from './weigh.ts';

/** Sentences with how often each was true. */
export type Said = ReadonlyMap<string, number>;

/** How one cause stood over all closes of an incident: kept as sums, since an incident may have a million closes. */
export interface Standing {
  readonly cause: Cause;
  readonly closes: number;
  /** The largest posterior that any close gave it. */
  readonly highest: number;
  /** Closes of which something speaks against it, and what. */
  readonly opposed: number;
  readonly against: Said;
  /** Its posterior summed over the closes that stay unexplained, and what speaks for it there. */
  readonly open: number;
  readonly seen: Said;
}

interface Sums {
  closes: number;
  highest: number;
  opposed: number;
  open: number;
  readonly against: Map<string, number>;
  readonly seen: Map<string, number>;
}

export interface Standings {
  /** Takes in the cases of all causes for one close. */
  readonly add: (cases: readonly Case[], isExplained: boolean) => void;
  readonly all: () => readonly Standing[];
}

export function standings(causes: readonly Cause[]): Standings {
  const sums = new Map<Cause, Sums>(
    causes.map((cause) => [
      cause,
      { closes: 0, highest: 0, opposed: 0, open: 0, against: new Map(), seen: new Map() },
    ]),
  );
  return {
    add(cases, isExplained) {
      for (const { cause, posterior, against, seen } of cases) {
        const sum = sums.get(cause);
        if (!sum) continue;
        sum.closes++;
        sum.highest = Math.max(sum.highest, posterior);
        if (against.length > 0) sum.opposed++;
        for (const sentence of against) count(sum.against, sentence);
        if (isExplained) continue;
        sum.open += posterior;
        for (const { sentence } of seen) count(sum.seen, sentence);
      }
    },
    all: () => [...sums].map(([cause, sum]) => ({ cause, ...sum })),
  };
}

/** Beyond this many different sentences, a new one is not counted: figures differ from close to close. */
const mostSentences = 2_000;

function count(said: Map<string, number>, sentence: string): void {
  const held = said.get(sentence);
  if (held !== undefined || said.size < mostSentences) said.set(sentence, (held ?? 0) + 1);
}

/** The sentences that were true most often, most frequent first. */
export const mostSaid = (said: Said, most: number): readonly string[] =>
  [...said]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([sentence]) => sentence);

export function counted(sentences: Iterable<string>): Said {
  const said = new Map<string, number>();
  for (const sentence of sentences) count(said, sentence);
  return said;
}
