import type { Millis } from './time.ts';
import type { ContextLine, IncidentVerdict } from './verdict.ts';

declare const redacted: unique symbol;
/** Text out of which secrets were taken. Media escape it; they never see raw lines. */
export type SafeText = string & { readonly [redacted]: true };

export type AlertStatus = 'provisional' | 'firing' | 'resolved';

/** What is said about an incident, before anyone decides how it looks. */
export interface Alert {
  /** The dedup key: one conversation for life. */
  readonly conversation: string;
  readonly status: AlertStatus;
  readonly revision: number;
  /** What changed since the last word, in one sentence; undefined for the first. */
  readonly news?: string;
  /** Whole sentences that stand as long as they are true. */
  readonly notes?: readonly string[];
  /** The conversation that had this fingerprint before, and when it ended. */
  readonly earlier?: { readonly cid: string; readonly at: Millis; readonly closes: number };
  /** The conversation that this one became part of: its own is over. */
  readonly partOf?: string;
  readonly incident: IncidentVerdict;
  /** Sources that lost lines in the time of the incident, or still do. */
  readonly blind?: readonly string[];
  /** What the backend printed nearest to the closes, redacted: read when the alert first fired. No verdict rests on it. */
  readonly context?: readonly ContextLine[];
}

/** What was withheld as accepted in one week, from Monday to Sunday in UTC. */
export interface Digest {
  /** Its dedup key. */
  readonly conversation: string;
  /** First and last day, `2026-11-16`. */
  readonly from: string;
  readonly to: string;
  /** Most that was withheld first. */
  readonly rows: readonly DigestRow[];
}

export interface DigestRow {
  readonly service: string;
  readonly fingerprint: string;
  readonly cause: string;
  /** Where it is part of what the fingerprint names. */
  readonly route?: string;
  /** All of the week, withheld or told, and those of them that were withheld. */
  readonly closes: number;
  readonly withheld: number;
  /** Told though accepted: more than twice as many as usual, or after the last day. */
  readonly doubled: number;
  readonly expired: number;
  /** The closes of the week before. */
  readonly before: number;
  /** Undefined once it does not stand in the configuration any more. `until` is the last day. */
  readonly accepted?: { readonly owner: string; readonly until: string; readonly because: string };
}

/** A message to be sent, described and not done. */
export type Outbound =
  | { readonly kind: 'print'; readonly text: string }
  /** A subject of ASCII, at most 99 characters, the same for a conversation's life; `json` is for machines. */
  | { readonly kind: 'email'; readonly subject: string; readonly text: string; readonly json?: string }
  | ({ readonly kind: 'slack'; readonly thread?: SlackText } & SlackText)
  /** The alert JSON. `key` is another for each revision, and the same when one comes again. */
  | { readonly kind: 'json'; readonly key: string; readonly text: string }
  /** A custom notification of Amazon Q Developer in chat applications, as JSON. */
  | { readonly kind: 'chat'; readonly text: string };

/** Block Kit as JSON; `text` is what notifications and screen readers get. */
export interface SlackText {
  readonly text: string;
  readonly blocks: readonly { readonly type: string }[];
}

export type Delivery =
  | { readonly outcome: 'delivered'; readonly ref?: string }
  | {
      readonly outcome: 'failed';
      readonly retryable: boolean;
      readonly why: string;
      /** How long the medium asked us to wait. */
      readonly retryAfter?: Millis;
      /** The living message, where a part of it arrived all the same. */
      readonly ref?: string;
    };
