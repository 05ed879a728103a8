import type { Medium, Pace } from '#lib/model/conversation.ts';
import type { Millis } from '#lib/model/time.ts';
import type { Known } from './reading.ts';

/** What holds while a scope is looked at. */
export interface Situation {
  readonly scope: string;
  readonly now: Millis;
  /** Sources that are known to have lost lines: while there are any, silence is not health. */
  readonly blind: readonly string[];
  readonly pace: Pace;
  readonly media: readonly Medium[];
  /** How many conversations may change in one turn. */
  readonly most: number;
  /** What ended before this, in event time, is forgotten: no line that could touch it is accepted any more. */
  readonly forgetBefore: Millis;
  readonly known: Known;
}
