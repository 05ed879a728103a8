import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteSubscriptionFilterCommand,
  DescribeSubscriptionFiltersCommand,
  PutLogEventsCommand,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { account, type Emulator, region } from './emulator.ts';
import type { Line } from './incident.ts';
import { until } from './until.ts';

export type Account = ReturnType<typeof accountOf>;

/** What the test does in the account that the stack is deployed to, as its owner would. */
export function accountOf({ endpoint, logs: front }: Emulator) {
  const settings = { endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  const logs = new CloudWatchLogsClient({ ...settings, endpoint: front.endpoint });
  const lambda = new LambdaClient(settings);
  const sqs = new SQSClient(settings);
  const sns = new SNSClient(settings);
  const ssm = new SSMClient(settings);
  const stacks = new CloudFormationClient(settings);

  return {
    lambda,

    async keepSecret(name: string, value: string): Promise<void> {
      await ssm.send(new PutParameterCommand({ Name: name, Value: value, Type: 'SecureString' }));
    },

    /** The outputs of a deployed stack by their names; undefined where there is no such stack. */
    async outputs(stack: string): Promise<Readonly<Record<string, string>> | undefined> {
      const described = await stacks
        .send(new DescribeStacksCommand({ StackName: stack }))
        .catch((error: Error) => {
          if (/does not exist/.test(error.message)) return undefined;
          throw error;
        });
      const [found] = described?.Stacks ?? [];
      if (!found || found.StackStatus === 'DELETE_COMPLETE') return undefined;
      return Object.fromEntries(
        (found.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
      );
    },

    /** As `cdk destroy` does, which asks for the state of a stack before this emulator has changed it, and gives up. */
    async destroy(stack: string): Promise<void> {
      await stacks.send(new DeleteStackCommand({ StackName: stack }));
      await until(`the end of ${stack}`, async () => ((await this.outputs(stack)) ? undefined : true));
    },

    async makeGroup(name: string, streams: readonly string[]): Promise<void> {
      await logs.send(new CreateLogGroupCommand({ logGroupName: name }));
      for (const stream of streams)
        await logs.send(new CreateLogStreamCommand({ logGroupName: name, logStreamName: stream }));
    },

    /** One call for each stream, in the order of the lines. */
    async putLines(lines: readonly Line[]): Promise<void> {
      const streams = new Map(lines.map(({ group, stream }) => [`${group} ${stream}`, { group, stream }]));
      for (const { group, stream } of streams.values())
        await logs.send(
          new PutLogEventsCommand({
            logGroupName: group,
            logStreamName: stream,
            logEvents: lines
              .filter((line) => line.group === group && line.stream === stream)
              .map(({ timestamp, message }) => ({ timestamp: Math.floor(timestamp), message })),
          }),
        );
    },

    /** Puts lines where they can be found later, and delivers none of them: the filter of the group is gone after this. */
    async keepLines(lines: readonly Line[]): Promise<void> {
      for (const logGroupName of new Set(lines.map(({ group }) => group))) {
        const { subscriptionFilters = [] } = await logs.send(
          new DescribeSubscriptionFiltersCommand({ logGroupName }),
        );
        for (const { filterName } of subscriptionFilters)
          await logs.send(new DeleteSubscriptionFilterCommand({ logGroupName, filterName }));
      }
      await this.putLines(lines);
    },

    /** The patterns of the subscription filters of a group. */
    async patternsOf(logGroupName: string): Promise<readonly string[]> {
      const { subscriptionFilters = [] } = await logs.send(
        new DescribeSubscriptionFiltersCommand({ logGroupName }),
      );
      return subscriptionFilters.map(({ filterPattern = '' }) => filterPattern);
    },

    /** Everything that a log group holds. */
    async linesOf(group: string): Promise<readonly string[]> {
      const messages: string[] = [];
      for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, { logGroupName: group }))
        messages.push(...events.map(({ message = '' }) => message));
      return messages;
    },

    /** What the function answers. Throws what it throws. */
    async invoke(name: string, payload: object): Promise<unknown> {
      const { Payload, FunctionError } = await lambda.send(
        new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) }),
      );
      const text = Payload ? Buffer.from(Payload).toString('utf8') : '';
      if (FunctionError) throw new Error(`${name} failed: ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },

    /** A queue of the test's own; everybody in this account may send to it. */
    async makeQueue(name: string): Promise<{ readonly url: string; readonly arn: string }> {
      const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
      return { url: QueueUrl, arn: `arn:aws:sqs:${region}:${account}:${name}` };
    },

    async sendTo(url: string, body: object): Promise<void> {
      await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(body) }));
    },

    /** The bodies that wait in a queue, which are taken out. */
    async take(url: string): Promise<readonly string[]> {
      const bodies: string[] = [];
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
        );
        if (Messages.length === 0) return bodies;
        for (const { Body = '', ReceiptHandle } of Messages) {
          bodies.push(Body);
          await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
        }
      }
    },

    async subscribe(topicArn: string, queueArn: string): Promise<void> {
      await sns.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: 'sqs', Endpoint: queueArn }));
    },
  };
}
