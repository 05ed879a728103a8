import type { Alert, Digest } from '#lib/model/alert.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import type { Change, Checked, Conversation, Past } from '#lib/model/conversation.ts';
import type { Page } from '#lib/model/page.ts';
import type { Millis } from '#lib/model/time.ts';

// What the table holds. Partition and sort keys are those of keys.ts.

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

interface Stored extends Key {
  /** Seconds since the epoch from which on the item may vanish. */
  readonly expires?: number;
}

export interface PageItem extends Stored {
  readonly kind: 'page';
  readonly page: Page;
}

interface Todo extends Stored {
  /** Changes whenever there is something new to do: only what was read may be ticked off. */
  readonly token: string;
  /** When it became something to do; what is added to it later does not make it younger. */
  readonly since: Millis;
  /** When tick hints it next, and how often it has. */
  readonly hintAt: Millis;
  readonly hinted: number;
}

/** A minute of a scope holds signals that no verdict has seen. */
export interface EvalTodo extends Todo {
  readonly kind: 'eval';
  readonly scope: string;
  readonly minute: number;
}

/** A scope must be looked at again at a time. Written by evaluate's transaction alone. */
export interface TimeTodo extends Todo {
  readonly kind: 'time';
  readonly scope: string;
  readonly due: Millis;
}

/** A medium has not heard the latest revision; the token is that revision. */
export interface SendTodo extends Todo {
  readonly kind: 'send';
  readonly cid: string;
  readonly medium: string;
}

/** Something was withheld as accepted in a week, which is named by its Monday: it is told of once the week is over. */
export interface DigestTodo extends Todo {
  readonly kind: 'digest';
  readonly week: string;
  readonly due: Millis;
}

export type TodoItem = EvalTodo | TimeTodo | SendTodo | DigestTodo;

export interface StateItem extends Stored {
  readonly kind: 'state';
  readonly version: number;
  readonly conversations: readonly Conversation[];
  /** Changes of what runs that may still be measured, oldest first; lines of one roll-out are one. */
  readonly changes: readonly Change[];
  /** What was counted of them, oldest first; an older release kept none. */
  readonly checked?: readonly Checked[];
}

/** Closes that one conversation adds to one day: an absolute number, so that writing it again changes nothing. */
export interface HistoryItem extends Stored, Past {
  readonly kind: 'history';
  readonly withheld: boolean;
  /** Why they were told though they stood in the configuration as accepted. */
  readonly told?: 'doubled' | 'expired';
}

/** The digest of a week, which is sent as an alert is. */
export interface DigestItem extends Stored {
  readonly kind: 'digest-doc';
  readonly digest: Digest;
}

export interface AlertItem extends Stored {
  readonly kind: 'alert';
  readonly alert: Alert;
}

/** What a medium has been sent of a conversation. `intent` without a `ref` after its lease: nobody knows whether it arrived. */
export interface SentItem extends Stored {
  readonly kind: 'sent';
  readonly version: number;
  /** 0 before the first. */
  readonly revision: number;
  readonly ref?: string;
  readonly intent?: { readonly at: Millis; readonly leaseUntil: Millis };
  /** The medium asked not to be called before this. */
  readonly pausedUntil?: Millis;
}

/** Lines of the backend nearest to the closes, redacted; an older release kept them raw, so they are again when shown. */
export interface ContextItem extends Stored {
  readonly kind: 'context';
  readonly lines: readonly NearbyLine[];
}

/**
 * Why lines of a group do not arrive: its subscription filter could not deliver (`errors`, `throttling`), is not there
 * (`unsubscribed`), or the group is polled and was not read far enough (`polling`).
 */
export type BlindReason = 'errors' | 'throttling' | 'unsubscribed' | 'polling';

/** A log group whose lines did not all arrive. Once it sees again it keeps the time for which it did not. */
export interface BlindItem extends Stored {
  readonly kind: 'blind';
  readonly reason: BlindReason;
  /** When the word was given that this rests on: an older one, that comes late or again, changes nothing. */
  readonly version: Millis;
  readonly group: string;
  readonly since: Millis;
  readonly until?: Millis;
}

/** How far a log group has been read that is polled. */
export interface CursorItem extends Stored {
  readonly kind: 'cursor';
  readonly version: number;
  readonly group: string;
  readonly from: Millis;
  /** Read whole up to here; with `next`, this is the end of a window that is read up to that token. */
  readonly to: Millis;
  readonly next?: string;
}

export type Item =
  | PageItem
  | TodoItem
  | StateItem
  | HistoryItem
  | AlertItem
  | DigestItem
  | SentItem
  | ContextItem
  | BlindItem
  | CursorItem;

export type Condition =
  | { readonly is: 'absent' }
  | { readonly is: 'token'; readonly token: string }
  | { readonly is: 'version'; readonly version: number };

export type Write =
  | { readonly do: 'put'; readonly item: Item; readonly when?: Condition }
  | { readonly do: 'delete'; readonly key: Key; readonly when?: Condition };
