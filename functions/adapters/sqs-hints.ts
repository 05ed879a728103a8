import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Hints } from '#functions/ports.ts';
import { second } from '#lib/model/time.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const longestDelay = 900;

/** A standard queue. A longer delay than SQS knows comes early, which costs one evaluation that finds nothing due. */
export function sqsHints<Hint>(queue: string): Hints<Hint> {
  const client = new SQSClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
  return {
    async send(hint, delay) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queue,
          MessageBody: JSON.stringify(hint),
          DelaySeconds: Math.min(longestDelay, Math.max(0, Math.ceil(delay / second))),
        }),
      );
    },
  };
}
