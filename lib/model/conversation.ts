import type { EventTime, Millis } from './time.ts';

/** One incident of a conversation. A close that never ends makes several: sessions are cut at their longest span. */
export interface Span {
  readonly from: EventTime;
  readonly to: EventTime;
  readonly closes: number;
}

/** Times here are when we learnt it, not when it happened. */
export type Phase =
  | { readonly is: 'provisional' }
  | { readonly is: 'firing'; readonly since: Millis }
  | { readonly is: 'resolved'; readonly at: Millis }
  | { readonly is: 'merged'; readonly into: string };

/** Why the latest revision was written, where it was more than a count. */
export type News =
  | { readonly kind: 'opened' }
  | { readonly kind: 'learnt-late'; readonly at: Millis }
  | { readonly kind: 'firing'; readonly because: 'evidence' | 'time' }
  | { readonly kind: 'amended'; readonly was: string; readonly is: string }
  | { readonly kind: 'joined'; readonly cids: readonly string[] }
  | { readonly kind: 'still'; readonly closes: number; readonly since: Millis }
  | { readonly kind: 'resolved'; readonly quietSince: EventTime }
  /** Quiet for long enough, and yet not over: these sources have lost lines. */
  | { readonly kind: 'blind'; readonly sources: readonly string[] }
  | { readonly kind: 'again' }
  | { readonly kind: 'part-of'; readonly cid: string }
  | { readonly kind: 'not-one' };

/** What was last handed to the outbox for one medium. */
export interface Told {
  readonly at: Millis;
  readonly revision: number;
  readonly phase: Phase['is'];
  readonly judgement: string;
  readonly closes: number;
}

/** What people see of an incident, with its dedup key, for life. */
export interface Conversation {
  readonly cid: string;
  readonly openedAt: Millis;
  readonly phase: Phase;
  /** Ascending. Those that can no longer change are dropped and their closes counted in `earlier`. */
  readonly spans: readonly Span[];
  readonly earlier: number;
  /** Counts the alert documents written. */
  readonly revision: number;
  /** Hash of the verdict in the latest document. */
  readonly verdict: string;
  /** The set of (cause, confidence) as text: `crash likely, oom-kill confirmed`, or `unexplained`. */
  readonly judgement: string;
  /** A cause is confirmed by which the backend's process ended: enough for every medium, however few the closes. */
  readonly confirmedExit: boolean;
  /** A cause was found that is more than possible. */
  readonly evident: boolean;
  readonly news: News;
  /** By medium. */
  readonly told: Readonly<Record<string, Told>>;
  /** When it must be looked at again though nothing came. */
  readonly due?: Millis;
}

/**
 * A medium as far as telling is concerned. `living`: one message that is edited, so it hears of everything; `letters`:
 * each word is a message of its own, so it hears of changes of verdict and phase.
 */
export interface Medium {
  readonly id: string;
  readonly manner: 'living' | 'letters';
  readonly minCloses: number;
}

export interface Pace {
  /** Silence that ends a session. */
  readonly gap: Millis;
  /** How late a line may come before it counts as late; times the resolve only. */
  readonly lateness: Millis;
  /** How long an alert may wait for evidence before letters are sent. */
  readonly provisional: Millis;
  /** A living message whose count alone changed is edited this often. */
  readonly recount: Millis;
  /** A letter says "still" after this. */
  readonly repeat: Millis;
  /** Letters tell of a changed verdict this long after the end. */
  readonly amend: Millis;
}
