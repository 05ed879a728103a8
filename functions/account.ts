import type { Millis } from '#lib/model/time.ts';
import type { Filter, GroupFacts } from './ports.ts';
import type { SecretRef } from './setup.ts';

/**
 * What the commands that look after a deployed stack ask of an AWS account, with the rights of whoever runs them.
 * Every question throws `Unanswered` (functions/unanswered.ts) where the answer is no.
 */
export interface Account {
  /** `eu-west-1`: where all of it is asked. */
  readonly region: () => Promise<string>;
  /** Undefined for a stack that does not exist. */
  readonly stack: (name: string) => Promise<Stack | undefined>;
  /** Undefined for a group that does not exist. */
  readonly group: (name: string) => Promise<GroupFacts | undefined>;
  readonly filters: (group: string) => Promise<readonly Filter[]>;
  /** Undefined where nothing was ever written. CloudWatch may be an hour behind with it. */
  readonly lastEvent: (group: string) => Promise<Millis | undefined>;
  readonly subscribers: (topicArn: string) => Promise<readonly Subscriber[]>;
  readonly concurrency: () => Promise<Concurrency>;
  /** What a secret is, never what it says. Undefined for one that does not exist. */
  readonly secret: (ref: SecretRef) => Promise<SecretFacts | undefined>;
  readonly depth: (queueUrl: string) => Promise<Depth>;
  /** Calls a function and waits for its answer, parsed. */
  readonly invoke: (name: string, event: unknown) => Promise<Answered>;
}

/** What there is to choose from. Throws as `Account` does. */
export interface Groups {
  readonly groups: () => Promise<readonly ListedGroup[]>;
}

export interface ListedGroup extends GroupFacts {
  readonly name: string;
  /** What it holds, as CloudWatch last counted; undefined where CloudWatch does not say. */
  readonly bytes: number | undefined;
}

export interface Stack {
  readonly arn: string;
  /** CloudFormation's word: CREATE_COMPLETE, UPDATE_ROLLBACK_FAILED … */
  readonly status: string;
  readonly outputs: ReadonlyMap<string, string>;
}

export interface Subscriber {
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
}

/** How many functions may run at once: in all, and without those that reserved some. */
export interface Concurrency {
  readonly account: number;
  readonly unreserved: number;
}

export type SecretFacts =
  | {
      readonly kind: 'parameter';
      /** String, StringList or SecureString. */
      readonly type: string;
      /** Undefined for the key that every account has. */
      readonly key: string | undefined;
    }
  | {
      readonly kind: 'secret';
      readonly key: string | undefined;
      readonly deleted: boolean;
      /** It has a version that reads get. */
      readonly current: boolean;
    };

export interface Depth {
  readonly waiting: number;
  readonly inFlight: number;
}

export type Answered =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** The function threw. */
  | { readonly kind: 'failed'; readonly why: string };

/** A message that was received and not yet deleted: nobody else gets it until its time is up. */
export interface DeadLetter {
  readonly id: string;
  readonly handle: string;
  readonly body: string;
  readonly sentAt: Millis;
  /** As SQS gives them: text or bytes by name, with their types. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The queues, for whoever moves what lies in them. */
export interface Letters {
  /** Up to 10, hidden from others for so long. Empty does not mean that the queue is. */
  readonly receive: (queueUrl: string, hidden: Millis) => Promise<readonly DeadLetter[]>;
  /** Answers with the id of the new message. */
  readonly send: (queueUrl: string, letter: DeadLetter) => Promise<string>;
  readonly remove: (queueUrl: string, letter: DeadLetter) => Promise<void>;
  /** Lets others have it at once. */
  readonly release: (queueUrl: string, letter: DeadLetter) => Promise<void>;
}
