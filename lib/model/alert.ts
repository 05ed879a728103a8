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
  /** The conversation that this one became part of: its own is over. */
  readonly partOf?: string;
  readonly incident: IncidentVerdict;
  /** Sources that lost lines in the time of the incident, or still do. */
  readonly blind?: readonly string[];
  /** What the backend printed nearest to the closes, redacted: read when the alert first fired. No verdict rests on it. */
  readonly context?: readonly ContextLine[];
}

/** A message to be sent, described and not done. */
export type Outbound =
  | { readonly kind: 'print'; readonly text: string }
  /** A subject of ASCII, at most 99 characters, the same for a conversation's life. */
  | { readonly kind: 'email'; readonly subject: string; readonly text: string }
  /** Block Kit as JSON; `text` is what notifications and screen readers get. */
  | {
      readonly kind: 'slack';
      readonly text: string;
      readonly blocks: readonly { readonly type: string }[];
    };

export type Delivery =
  | { readonly outcome: 'delivered'; readonly ref?: string }
  | {
      readonly outcome: 'failed';
      readonly retryable: boolean;
      readonly why: string;
      /** How long the medium asked us to wait. */
      readonly retryAfter?: Millis;
    };
