import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Account, Letters } from '#functions/account.ts';
import { second } from '#lib/model/time.ts';
import { asked } from './unanswered.ts';

/** Queues as a person who moves messages sees them. What SQS calls a move task keeps neither order nor an account of what it moved. */
export function letters(): Letters & Pick<Account, 'depth'> {
  // It would warn at every call of a queue whose URL names another host than the endpoint, and print what was asked
  // beside each error, bodies and all.
  const silent = () => undefined;
  const client = new SQSClient({ logger: { debug: silent, info: silent, warn: silent, error: silent } });
  return {
    depth: async (QueueUrl) => {
      const { Attributes = {} } = await asked(
        'sqs:GetQueueAttributes',
        client.send(
          new GetQueueAttributesCommand({
            QueueUrl,
            AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
          }),
        ),
      );
      return {
        waiting: Number(Attributes['ApproximateNumberOfMessages'] ?? 0),
        inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
      };
    },
    receive: async (QueueUrl, hidden) => {
      const { Messages = [] } = await asked(
        'sqs:ReceiveMessage',
        client.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: 10,
            VisibilityTimeout: hidden / second,
            // Above 0 every server of the queue is asked: an empty answer then means more.
            WaitTimeSeconds: 1,
            MessageSystemAttributeNames: ['SentTimestamp'],
            MessageAttributeNames: ['All'],
          }),
        ),
      );
      return Messages.map(
        ({ MessageId = '', ReceiptHandle = '', Body = '', Attributes, MessageAttributes }) => ({
          id: MessageId,
          handle: ReceiptHandle,
          body: Body,
          sentAt: Number(Attributes?.SentTimestamp ?? 0),
          attributes: MessageAttributes ?? {},
        }),
      );
    },
    send: async (QueueUrl, { body, attributes }) => {
      const { MessageId = '' } = await asked(
        'sqs:SendMessage',
        client.send(
          new SendMessageCommand({
            QueueUrl,
            MessageBody: body,
            MessageAttributes: attributes as Record<string, MessageAttributeValue>,
          }),
        ),
      );
      return MessageId;
    },
    remove: async (QueueUrl, { handle }) => {
      await asked(
        'sqs:DeleteMessage',
        client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle })),
      );
    },
    release: async (QueueUrl, { handle }) => {
      await asked(
        'sqs:ChangeMessageVisibility',
        client.send(
          new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: handle, VisibilityTimeout: 0 }),
        ),
      );
    },
  };
}
