import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface Pair {
  readonly queue: Queue;
  /** Holds what was tried too often; an alarm tells, `closecall redrive` puts it back. */
  readonly dead: Queue;
}

/** A queue and its dead-letter queue. The visibility is six times what the function may take, as Lambda asks for. */
export function makePair(scope: Construct, id: string, deadId: string, timeout: number, tries: number): Pair {
  const dead = new Queue(scope, deadId, { ...safe, retentionPeriod: Duration.days(14) });
  const queue = new Queue(scope, id, {
    ...safe,
    visibilityTimeout: Duration.seconds(6 * timeout),
    deadLetterQueue: { queue: dead, maxReceiveCount: tries },
  });
  return { queue, dead };
}

const safe = { enforceSSL: true, encryption: QueueEncryption.SQS_MANAGED } as const;
