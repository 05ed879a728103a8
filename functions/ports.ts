import type { Alert, Delivery, Digest, Outbound } from '#lib/model/alert.ts';
import type { Millis } from '#lib/model/time.ts';
import type { Condition, Item, Key, Write } from './items.ts';

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
   * the part that its `ref` names and what can be found by it; throws where nobody knows.
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
