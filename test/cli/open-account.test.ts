import { createHash } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { openAccount } from '#functions/cli/open-account.ts';
import { day, minute } from '#lib/model/time.ts';
import { fakeAccount } from './account.ts';

const fake = await fakeAccount();
beforeAll(() => {
  for (const [name, value] of Object.entries(fake.environment)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const inputs = () => fake.calls.map(({ action, input }) => [action, input]);

it('finds a log group by its exact name, pages away', async () => {
  fake.answers(({ input }) =>
    input['nextToken'] === undefined
      ? {
          json: {
            logGroups: [{ logGroupName: '/app/a', logGroupClass: 'INFREQUENT_ACCESS' }],
            nextToken: 'n',
          },
        }
      : { json: { logGroups: [{ logGroupName: '/app', creationTime: 7, retentionInDays: 3 }] } },
  );
  const account = openAccount();
  expect(await account.group('/app')).toEqual({ class: 'STANDARD', created: 7, retention: 3 * day });
  expect(await account.group('/ap')).toBe(undefined);
  expect(await account.group('/app/a')).toMatchObject({ class: 'INFREQUENT_ACCESS' });
  expect(await account.region()).toBe('us-east-1');
});

it('lists the filters of a group, and asks for its latest event', async () => {
  fake.answers(({ action, input }) => {
    if (action === 'DescribeLogStreams') return { json: { logStreams: [{ lastEventTimestamp: 5 }] } };
    const filterName = input['nextToken'] === undefined ? 'a' : 'b';
    const filter = { filterName, filterPattern: '?"x"', destinationArn: 'arn:d' };
    return { json: { subscriptionFilters: [filter], ...(filterName === 'a' ? { nextToken: 'n' } : {}) } };
  });
  const account = openAccount();
  expect(await account.filters('/app')).toEqual([
    { name: 'a', pattern: '?"x"', destination: 'arn:d' },
    { name: 'b', pattern: '?"x"', destination: 'arn:d' },
  ]);
  expect(await account.lastEvent('/app')).toBe(5);
  expect(inputs().at(-1)).toEqual([
    'DescribeLogStreams',
    { logGroupName: '/app', orderBy: 'LastEventTime', descending: true, limit: 1 },
  ]);
});

it('reads the outputs of a stack, and knows one that does not exist from one that may not be seen', async () => {
  const failure = (code: string, message: string) => ({
    status: code === 'AccessDenied' ? 403 : 400,
    xml: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  });
  fake.answers(({ input }) => {
    switch (input['StackName']) {
      case 'Closecall':
        return {
          xml: '<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackId>arn:s</StackId><StackStatus>CREATE_COMPLETE</StackStatus><Outputs><member><OutputKey>TableName</OutputKey><OutputValue>t</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>',
        };
      case 'Gone':
        return failure('ValidationError', 'Stack with id Gone does not exist');
      default:
        return failure(
          'AccessDenied',
          'User: arn:aws:iam::111122223333:user/a is not authorized to perform: cloudformation:DescribeStacks',
        );
    }
  });
  const account = openAccount();
  expect(await account.stack('Closecall')).toEqual({
    arn: 'arn:s',
    status: 'CREATE_COMPLETE',
    outputs: new Map([['TableName', 't']]),
  });
  expect(await account.stack('Gone')).toBe(undefined);
  await expect(account.stack('Secret')).rejects.toMatchObject({
    kind: 'denied',
    message: 'These credentials lack the right cloudformation:DescribeStacks.',
  });
});

it('tells who has confirmed', async () => {
  const member = (endpoint: string, arn: string) =>
    `<member><Protocol>email</Protocol><Endpoint>${endpoint}</Endpoint><SubscriptionArn>${arn}</SubscriptionArn></member>`;
  fake.answers(() => ({
    xml: `<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>${member('a@example.com', 'arn:aws:sns:x')}${member('b@example.com', 'PendingConfirmation')}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
  }));
  expect(await openAccount().subscribers('arn:t')).toEqual([
    { protocol: 'email', endpoint: 'a@example.com', confirmed: true },
    { protocol: 'email', endpoint: 'b@example.com', confirmed: false },
  ]);
});

it('asks what a secret is and never what it says', async () => {
  fake.answers(({ action, input }) => {
    if (action === 'DescribeSecret')
      return input['SecretId'] === 'arn:gone'
        ? { error: 'ResourceNotFoundException' }
        : { json: { KmsKeyId: 'arn:key', VersionIdsToStages: { v: ['AWSCURRENT'] } } };
    return { json: { Parameters: [{ Type: 'SecureString', KeyId: 'alias/aws/ssm' }] } };
  });
  const account = openAccount();
  expect(await account.secret({ parameter: '/closecall/slack' })).toEqual({
    kind: 'parameter',
    type: 'SecureString',
    key: undefined,
  });
  expect(await account.secret({ secretArn: 'arn:here' })).toEqual({
    kind: 'secret',
    key: 'arn:key',
    deleted: false,
    current: true,
  });
  expect(await account.secret({ secretArn: 'arn:gone' })).toBe(undefined);
  expect(fake.calls.map(({ action }) => action)).toEqual([
    'DescribeParameters',
    'DescribeSecret',
    'DescribeSecret',
  ]);
  expect(fake.calls[0]?.input).toEqual({
    ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: ['/closecall/slack'] }],
  });
});

it('asks Lambda for its limits, and for an answer', async () => {
  fake.answers(({ action }) =>
    action.startsWith('GET')
      ? { json: { AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 7 } } }
      : { json: { media: [] } },
  );
  const account = openAccount();
  expect(await account.concurrency()).toEqual({ account: 10, unreserved: 7 });
  expect(await account.invoke('deliver', { a: 1 })).toEqual({ kind: 'answered', answer: { media: [] } });
  expect(inputs().at(-1)).toEqual(['POST /2015-03-31/functions/deliver/invocations', { a: 1 }]);
});

it('handles messages with their attributes, and hides them for as long as it is told', async () => {
  const MessageAttributes = { x: { DataType: 'String', StringValue: 'kept' } };
  fake.answers(({ action }) => {
    if (action === 'ReceiveMessage')
      return {
        json: {
          Messages: [
            {
              MessageId: 'm',
              ReceiptHandle: 'h',
              Body: 'b',
              MD5OfBody: md5('b'),
              Attributes: { SentTimestamp: '9' },
              MessageAttributes,
            },
          ],
        },
      };
    if (action === 'SendMessage') return { json: { MessageId: 'new', MD5OfMessageBody: md5('other') } };
    if (action === 'GetQueueAttributes')
      return {
        json: {
          Attributes: { ApproximateNumberOfMessages: '3', ApproximateNumberOfMessagesNotVisible: '1' },
        },
      };
    return { json: {} };
  });
  const account = openAccount();
  const QueueUrl = `${fake.environment['AWS_ENDPOINT_URL']}/1/q`;
  expect(await account.depth(QueueUrl)).toEqual({ waiting: 3, inFlight: 1 });
  const [letter] = await account.receive(QueueUrl, 5 * minute);
  if (!letter) throw new Error('nothing was received');
  expect(letter).toEqual({ id: 'm', handle: 'h', body: 'b', sentAt: 9, attributes: MessageAttributes });
  expect(await account.send(QueueUrl, { ...letter, body: 'other' })).toBe('new');
  await account.remove(QueueUrl, letter);
  await account.release(QueueUrl, letter);
  expect(inputs().slice(1)).toEqual([
    ['ReceiveMessage', expect.objectContaining({ VisibilityTimeout: 300, MaxNumberOfMessages: 10 })],
    ['SendMessage', { QueueUrl, MessageBody: 'other', MessageAttributes }],
    ['DeleteMessage', { QueueUrl, ReceiptHandle: 'h' }],
    ['ChangeMessageVisibility', { QueueUrl, ReceiptHandle: 'h', VisibilityTimeout: 0 }],
  ]);
});

it('looks for a parameter on every page, of which the first may be empty', async () => {
  fake.answers(({ input }) =>
    input['NextToken'] === undefined
      ? { json: { Parameters: [], NextToken: 'n' } }
      : { json: { Parameters: [{ Type: 'String', KeyId: 'mine' }] } },
  );
  expect(await openAccount().secret({ parameter: '/closecall/slack' })).toEqual({
    kind: 'parameter',
    type: 'String',
    key: 'mine',
  });
  fake.answers(({ input }) => ({ json: input['NextToken'] === undefined ? { NextToken: 'n' } : {} }));
  expect(await openAccount().secret({ parameter: '/closecall/slack' })).toBe(undefined);
});

it('calls a function once, whatever becomes of the call', async () => {
  fake.answers(() => ({ error: 'ServiceException', status: 500 }));
  await expect(openAccount().invoke('replay', {})).rejects.toMatchObject({ kind: 'failed' });
  expect(fake.calls).toHaveLength(1);
});
