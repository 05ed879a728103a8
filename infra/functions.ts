import type { RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { HandlerName } from './bundle.ts';
import { allow, type FunctionProps, makeFunction, mayConsume } from './function.ts';
import type { Pair } from './queues.ts';

export interface Surroundings {
  readonly table: Table;
  readonly evaluations: Pair;
  readonly deliveries: Pair;
  readonly retry: Pair;
  readonly alerts: Topic;
  /** Only where the configuration has a chat. */
  readonly chat: Topic | undefined;
  readonly reports: Bucket;
  /** Reading the secrets of the media. */
  readonly mayRead: readonly PolicyStatement[];
  /** The text of the setup file. */
  readonly setup: string;
  /** Days. */
  readonly retention: number;
  readonly removalPolicy: RemovalPolicy;
  /** Of ingest. */
  readonly reservedConcurrency?: number;
}

/** The five functions: how large each is, what it may do and what it is told. Reports are granted by their bucket. */
export function makeFunctions(
  scope: Construct,
  {
    table,
    evaluations,
    deliveries,
    retry,
    alerts,
    chat,
    reports,
    mayRead,
    setup,
    retention,
    removalPolicy,
    reservedConcurrency,
  }: Surroundings,
): Readonly<Record<HandlerName, LambdaFunction>> {
  const may = (...actions: readonly string[]) =>
    allow(
      actions.map((each) => `dynamodb:${each}`),
      [table.tableArn],
    );
  const maySend = (...pairs: readonly Pair[]) =>
    allow(
      ['sqs:SendMessage'],
      pairs.map(({ queue }) => queue.queueArn),
    );
  const topics = [alerts, ...(chat ? [chat] : [])].map(({ topicArn }) => topicArn);
  const mayTell = [allow(['sns:Publish'], topics), ...mayRead];
  const place = {
    CLOSECALL_TABLE: table.tableName,
    CLOSECALL_EVALUATIONS_QUEUE: evaluations.queue.queueUrl,
    CLOSECALL_DELIVERIES_QUEUE: deliveries.queue.queueUrl,
    CLOSECALL_ALERTS_TOPIC: alerts.topicArn,
    CLOSECALL_REPORTS_BUCKET: reports.bucketName,
    CLOSECALL_CHAT_TOPIC: chat?.topicArn,
  };
  const make = (
    id: string,
    own: Omit<FunctionProps, 'setup' | 'retention' | 'removalPolicy' | 'environment'>,
    names: readonly (keyof typeof place)[],
  ) =>
    makeFunction(scope, id, {
      ...own,
      setup,
      retention,
      removalPolicy,
      environment: Object.fromEntries(
        names.flatMap((name) => {
          const value = place[name];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    });

  const ingest = make(
    'Ingest',
    {
      name: 'ingest',
      says: 'closecall: finds signals in log lines and stores them',
      memory: 512,
      timeout: 60,
      may: [
        may('GetItem', 'PutItem', 'BatchWriteItem'),
        maySend(evaluations, retry),
        mayConsume(retry.queue),
      ],
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
    },
    ['CLOSECALL_TABLE', 'CLOSECALL_EVALUATIONS_QUEUE'],
  );
  const evaluate = make(
    'Evaluate',
    {
      name: 'evaluate',
      says: 'closecall: judges incidents',
      memory: 1769,
      timeout: 60,
      may: [
        may('GetItem', 'Query', 'PutItem', 'DeleteItem'),
        maySend(deliveries),
        mayConsume(evaluations.queue),
      ],
    },
    ['CLOSECALL_TABLE', 'CLOSECALL_DELIVERIES_QUEUE'],
  );
  const tick = make(
    'Tick',
    {
      name: 'tick',
      says: 'closecall: wakes up what is still to be done',
      memory: 256,
      timeout: 30,
      may: [may('Query', 'PutItem'), maySend(evaluations, deliveries)],
    },
    ['CLOSECALL_TABLE', 'CLOSECALL_EVALUATIONS_QUEUE', 'CLOSECALL_DELIVERIES_QUEUE'],
  );
  const deliver = make(
    'Deliver',
    {
      name: 'deliver',
      says: 'closecall: tells people',
      memory: 256,
      timeout: 30,
      may: [may('GetItem', 'PutItem', 'DeleteItem'), mayConsume(deliveries.queue), ...mayTell],
    },
    ['CLOSECALL_TABLE', 'CLOSECALL_ALERTS_TOPIC', 'CLOSECALL_CHAT_TOPIC'],
  );
  const replay = make(
    'Replay',
    {
      name: 'replay',
      says: 'closecall: judges the past',
      memory: 1769,
      timeout: 900,
      may: mayTell,
    },
    ['CLOSECALL_ALERTS_TOPIC', 'CLOSECALL_REPORTS_BUCKET', 'CLOSECALL_CHAT_TOPIC'],
  );
  return { ingest, evaluate, tick, deliver, replay };
}
