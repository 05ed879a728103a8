import type { EventTime, Millis } from './time.ts';

/** One incident of a conversation. A close that never ends makes several: sessions are cut at their longest span. */
export interface Span {
  readonly from: EventTime;
  readonly to: EventTime;
  readonly closes: number;
  readonly counts: readonly DayCount[];
}

/** Closes of one fingerprint on one UTC day, `2026-11-22`. */
export interface DayCount {
  readonly fingerprint: string;
  readonly cause: string;
  /** Where it is part of what the fingerprint names. */
  readonly route?: string;
  readonly day: string;
  readonly closes: number;
}

/** What a conversation added to a day of the history. */
export interface Past extends DayCount {
  readonly cid: string;
  /** The end of the conversation, as far as it was known then. */
  readonly at: Millis;
}

/** Closes that people know of and live with until a day. */
export interface Accepted {
  readonly fingerprint: string;
  readonly owner: string;
  /** The first moment that is not covered any more. */
  readonly until: Millis;
  readonly because: string;
}

/** Closes of one fingerprint that stands in the configuration as accepted, and whether that holds for these closes. */
export type Acceptance = Accepted & {
  readonly cause: string;
  readonly route?: string;
  readonly closes: number;
} & (
    | { readonly is: 'withheld' }
    | { readonly is: 'expired' }
    /** More than twice the closes of a usual day. */
    | { readonly is: 'doubled'; readonly today: number; readonly usual: number }
  );

/** A change of what runs, as far as its lines show it: `from` the first of them, `to` the last. */
export interface Change {
  readonly what: 'deploy' | 'reload';
  readonly from: EventTime;
  readonly to: EventTime;
  /** Where its lines say when it is over: that this is yet to come, or that it came to nothing. */
  readonly stage?: 'begun' | 'failed';
  /** What is deployed. */
  readonly service?: string;
  /** What all lines of one deployment name. */
  readonly deployment?: string;
  /** What is reloaded. */
  readonly program?: string;
  /** Causes of closes that its lines are evidence of. */
  readonly causes?: readonly string[];
}

/** What became of the closes of one fingerprint after a change. */
export interface Check {
  /** The latest conversation about the fingerprint, which tells of it. */
  readonly cid: string;
  readonly fingerprint: string;
  readonly change: Change;
  readonly since: number;
  /** In the day before. */
  readonly before: number;
  /** The time after the change for which lines have been heard. */
  readonly over: Millis;
  /** How long they had stopped when the change began, where that is longer than within a session. */
  readonly quietFor?: Millis;
  /** Closes of other fingerprints since then, most first. */
  readonly others?: readonly { readonly cause: string; readonly closes: number }[];
  /** Sources that lost lines in the time that is counted. */
  readonly blind?: readonly string[];
}

/** A check that was counted, so that no conversation makes it again. */
export interface Checked {
  readonly cid: string;
  readonly fingerprint: string;
  readonly change: Change;
  /** People were told that there are no more: `back` is the conversation in which they came back. */
  readonly isEnd: boolean;
  readonly back?: string;
}

/** Closes that came back after a change that seemed to have ended them. */
export interface Back {
  readonly change: Change;
  readonly at: EventTime;
}

/** The conversation that had the same fingerprint before. */
export interface Earlier {
  readonly cid: string;
  readonly at: Millis;
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
  /** Stays as it was said though more closes come; an older release did not note when it was. */
  | { readonly kind: 'still'; readonly closes: number; readonly since: Millis; readonly until?: Millis }
  | { readonly kind: 'resolved'; readonly quietSince: EventTime }
  /** Quiet for long enough, and yet not over: these sources have lost lines. */
  | { readonly kind: 'blind'; readonly sources: readonly string[] }
  /** After the end, or after a silence that was not called one. */
  | { readonly kind: 'again'; readonly after?: 'silence' }
  /** Long enough after a change to tell what became of the closes. */
  | { readonly kind: 'checked'; readonly check: Omit<Check, 'cid' | 'fingerprint'> }
  /** What was told of a change is not so: late lines show closes after it. */
  | { readonly kind: 'back' }
  | { readonly kind: 'part-of'; readonly cid: string }
  | { readonly kind: 'not-one' };

/** What was last handed to the outbox for one medium. */
export interface Told {
  readonly at: Millis;
  readonly revision: number;
  readonly phase: Phase['is'];
  readonly judgement: string;
  readonly closes: number;
  /** As of the conversation; what was told by an older release has none. */
  readonly verdict?: string;
  /** As of the conversation. */
  readonly checked?: Millis;
  /** That the end is not called though it is quiet has been said, and it has not ended since. */
  readonly blind?: true;
}

/** What people see of an incident, with its dedup key, for life. */
export interface Conversation {
  readonly cid: string;
  readonly openedAt: Millis;
  readonly phase: Phase;
  /** Ascending. Those that can no longer change are dropped and their closes counted in `earlier`. */
  readonly spans: readonly Span[];
  readonly earlier: number;
  /** Of those that were dropped: the counts of days that may still grow. */
  readonly settled: readonly DayCount[];
  /** Counts the alert documents written. */
  readonly revision: number;
  /** Hash of the verdict in the latest document. */
  readonly verdict: string;
  /**
   * The set of (cause, confidence) as text: `crash likely, oom-kill confirmed`, or `unexplained`. What is accepted is
   * left out; `accepted` where nothing else is there.
   */
  readonly judgement: string;
  /** A cause is confirmed by which the backend's process ended: enough for every medium, however few the closes. */
  readonly confirmedExit: boolean;
  /** A cause was found that is more than possible. */
  readonly evident: boolean;
  /** The fingerprint of most closes of the strongest finding, or of what is unexplained; of what is told, if anything is. */
  readonly leading?: string;
  readonly accepted: readonly Acceptance[];
  readonly before?: Earlier;
  /** Another value for each word on what a change came to: the time of its last line, or of the close that came back. */
  readonly checked?: Millis;
  readonly back?: Back;
  /** Changes that are said to have set off closes of it. */
  readonly triggers?: readonly Millis[];
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
  /** A program that holds what it heard of under its key: of that it hears the end, though it is accepted by then. */
  readonly holds?: true;
  /** What looks new may turn out to be accepted: its first word waits for the clues, unless closes are more than `most`. */
  readonly waits?: { readonly most: number };
}

export interface Pace {
  /** Silence that ends a session. */
  readonly gap: Millis;
  /** How late a line may come before it counts as late; times the resolve, and a first word that may be accepted. */
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
