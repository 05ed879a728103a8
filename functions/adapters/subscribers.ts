import {
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicCommandOutput,
  SNSClient,
} from '@aws-sdk/client-sns';
import type { Account, Subscriber } from '#functions/account.ts';
import { asked } from './unanswered.ts';

/** Who gets what is published to a topic. */
export function subscribers(): Pick<Account, 'subscribers'> {
  const client = new SNSClient({});
  return { subscribers: (topic) => asked('sns:ListSubscriptionsByTopic', subscribersOf(client, topic)) };
}

async function subscribersOf(client: SNSClient, TopicArn: string): Promise<readonly Subscriber[]> {
  const all: Subscriber[] = [];
  let NextToken: string | undefined;
  do {
    const page: ListSubscriptionsByTopicCommandOutput = await client.send(
      new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }),
    );
    // Instead of an ARN: PendingConfirmation, or Deleted once somebody unsubscribed.
    for (const { Protocol = '', Endpoint = '', SubscriptionArn = '' } of page.Subscriptions ?? [])
      all.push({ protocol: Protocol, endpoint: Endpoint, confirmed: SubscriptionArn.startsWith('arn:') });
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return all;
}
