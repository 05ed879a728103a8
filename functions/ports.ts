import type { Alert, Delivery, Digest, Outbound } from '#lib/model/alert.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import type { Change, Conversation, Past } from '#lib/model/conversation.ts';
import type { Page } from '#lib/model/page.ts';
import type { Millis } from '#lib/model/time.ts';

/** What the handlers need from outside, and nothing of how it is done. One adapter each. */
export interface Ports {
  readonly table: Table;
  readonly evaluations: Hints<EvaluateHint>;
  readonly deliveries: Hints<DeliverHint>;
  readonly senders: ReadonlyMap<string, Sender>;
  /** The past of the log groups. */
  readonly logs: Pick<LogStore, 'page'>;
  /** The subscription filters of a log group. Throws `LogsRefused` (functions/refusal.ts). */
  readonly filters: (group: string) => Promise<readonly Filter[]>;
  readonly clock: Clock;
  readonly log: Log;
  /** A text that nobody made before. */
  readonly newToken: () => string;
}

// ── the table

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
}

/** Closes that one conversation adds to one day: an absolute number, so that writing it again changes nothing. */
export interface HistoryItem extends Stored, Past {
  readonly kind: 'history';
  readonly withheld: boolean;
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

/** Lines of the backend nearest to the closes, raw: what is shown of them is redacted when it is composed. */
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

/** Reads are strongly consistent. Sizes, batches and pages of answers are the adapter's matter, up to 25 puts a batch. */
export interface Table {
  readonly get: (key: Key) => Promise<Item | undefined>;
  /** Items of one partition whose sort key lies within, both ends included, ascending. */
  readonly query: (pk: string, from: string, to: string) => Promise<readonly Item[]>;
  /** Answers with what was there before. */
  readonly put: (item: Item) => Promise<Item | undefined>;
  /** False when the condition does not hold, and then nothing was written. */
  readonly write: (write: Write & { readonly when: Condition }) => Promise<boolean>;
  /** Answers with the items that were not written. */
  readonly batchPut: (items: readonly Item[]) => Promise<readonly Item[]>;
  /** All of up to 100 writes or none. */
  readonly transact: (writes: readonly Write[]) => Promise<'committed' | 'conflict'>;
}

// ── the rest

export type EvaluateHint = { readonly scope: string } | { readonly digest: string };
export interface DeliverHint {
  readonly cid: string;
  readonly medium: string;
}

/** Wake-ups. They may be lost, late, repeated or out of order: nothing but speed depends on them. */
export interface Hints<Hint> {
  readonly send: (hint: Hint, delay: Millis) => Promise<void>;
}

/** One medium. */
export interface Sender {
  /** Media that tell of what was withheld. */
  readonly digest?: (digest: Digest) => Outbound;
  /** `earlier` is the address of what this medium said of the same trouble before. */
  readonly render: (alert: Alert, earlier?: string) => Outbound;
  /**
   * `ref` names the living message to be edited, where the medium has one. `failed` means that nothing arrived, or only
   * the part that its `ref` names; throws where nobody knows.
   */
  readonly send: (outbound: Outbound, cid: string, ref: string | undefined) => Promise<Delivery>;
  /** Media with a history only: the message of a conversation that was posted since, if there is one. */
  readonly find?: (cid: string, since: Millis) => Promise<string | undefined>;
  /** Media whose messages have addresses: that of a message. Best effort. */
  readonly address?: (ref: string) => Promise<string | undefined>;
}

/** An event as CloudWatch Logs keeps it. `id` is unique within its account, group and stream. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly timestamp: Millis;
  readonly message: string;
}

export interface LogAsk {
  readonly group: string;
  /** In the grammar of subscription filters; '' fits everything. */
  readonly pattern: string;
  /** Both ends included. */
  readonly from: Millis;
  readonly to: Millis;
  readonly next?: string;
  readonly limit?: number;
}

/** What a log group says of itself. `retention` is undefined where events never expire. */
export interface GroupFacts {
  readonly class: string;
  readonly created: Millis;
  readonly retention: Millis | undefined;
}

/** A subscription filter of a log group. */
export interface Filter {
  readonly name: string;
  readonly pattern: string;
  /** ARN of the function, stream or logical destination. */
  readonly destination: string;
}

/** The past of the log groups. */
export interface LogStore {
  /** One page; an empty page with a `next` is no end. Throws `LogsRefused` (functions/refusal.ts). */
  readonly page: (
    ask: LogAsk,
  ) => Promise<{ readonly events: readonly StoredEvent[]; readonly next?: string }>;
  /** Undefined for a group that does not exist; throws as `page` does. */
  readonly describe: (group: string) => Promise<GroupFacts | undefined>;
  /** Where it is: how often it may be asked depends on it. */
  readonly region: () => Promise<string>;
}

/** Where answers go that are too large to be answered with. Keys have no leading slash; what ends in `.gz` is kept compressed. */
export interface ReportStore {
  readonly bucket: string;
  readonly get: (key: string) => Promise<string | undefined>;
  readonly put: (key: string, text: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

export interface Clock {
  readonly now: () => Millis;
  readonly sleep: (ms: Millis) => Promise<void>;
}

/** The stack's own figures, without any dimension. More than ten cost more than they tell. */
export type Metric =
  | 'Lines'
  | 'Signals'
  | 'Problems'
  | 'TooLate'
  | 'PossibleDuplicates'
  | 'Conflicts'
  | 'Undiagnosed'
  | 'Delivered'
  | 'DeliveryFailures'
  | 'OldestTodoSeconds';

export interface Log {
  /** One sentence that says what is wrong and what follows from it. */
  readonly warn: (sentence: string, fields?: Readonly<Record<string, string | number>>) => void;
  readonly count: (metric: Metric, value: number) => void;
}
