import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where alerts go as mail. Functions publish here, and they may use the key that AWS manages. */
export function makeAlerts(scope: Construct, addresses: readonly string[]): Topic {
  return subscribed(encrypted(scope, 'Alerts', 'closecall'), addresses);
}

/** Where notifications for Amazon Q Developer go. It shows nothing but its own kind, so nothing else may come here. */
export const makeChat = (scope: Construct): Topic => encrypted(scope, 'Chat', 'closecall chat');

function encrypted(scope: Construct, id: string, displayName: string): Topic {
  const topic = new Topic(scope, id, { displayName, enforceSSL: true });
  (topic.node.defaultChild as CfnTopic).kmsMasterKeyId = 'alias/aws/sns';
  return topic;
}

/**
 * Where alarms of closecall itself go. Unencrypted at rest: CloudWatch may not use the key that AWS manages, the
 * refusal shows in an alarm's history alone, and an alarm holds no log text.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function makeHealth(scope: Construct, addresses: readonly string[]): Topic {
  const topic = new Topic(scope, 'Health', { displayName: 'closecall health', enforceSSL: true });
  // enforceSSL gives the topic a policy, and with it goes the default one that lets the account's alarms in.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  return subscribed(topic, addresses);
}

function subscribed(topic: Topic, addresses: readonly string[]): Topic {
  for (const address of new Set(addresses)) topic.addSubscription(new EmailSubscription(address));
  return topic;
}
