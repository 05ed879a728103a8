import type { Excerpt, Fact } from './signal.ts';

/** A set of signals of one scope and one minute, as stored. Merging is union, so order, batching and repetition cannot matter. */
export interface Page {
  readonly scope: string;
  /** Minutes since the epoch; null for signals without a time. */
  readonly minute: number | null;
  /** The catalogue that read them: of two facts with one id, the higher version is right. */
  readonly catalogue: string;
  /** Sorted by id, at most `maxFacts`. */
  readonly facts: readonly Fact[];
  /** At most eleven per signature, upstream and minute, chosen by content. */
  readonly excerpts: readonly Excerpt[];
}

export const maxFacts = 1_000;
