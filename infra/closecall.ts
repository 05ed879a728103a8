import {
  Annotations,
  Arn,
  ArnFormat,
  CfnOutput,
  CrossStackReferences,
  Duration,
  ReferenceStrength,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import {
  CfnPermission,
  EventInvokeConfig,
  type IFunction,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import { CfnSubscriptionFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { everyLine } from '#functions/config/every-line.ts';
import { setupText } from '#functions/setup.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Source } from '#lib/model/record.ts';
import { makeAlarms } from './alarms.ts';
import { readConfiguration } from './configuration.ts';
import { makeDashboard } from './dashboard.ts';
import { feed } from './function.ts';
import { makeFunctions } from './functions.ts';
import { letSearch } from './history.ts';
import { makePair } from './queues.ts';
import { letReport, makeReports } from './reports.ts';
import { onBlindness, onEcs, regularly } from './rules.ts';
import { secretStatements } from './secrets.ts';
import { makeAlerts, makeChat, makeHealth } from './topics.ts';

export interface ClosecallProps {
  /**
   * The configuration: as an object, or as the text of a `closecall.config.json`. Its JSON Schema is
   * `closecall/closecall.config.schema.json`. A wrong one throws an error with one sentence a line.
   */
  readonly config: object | string;
  /**
   * How many `ingest` functions may run at once, which caps what a storm of lines can cost. None by default: an
   * account whose limit is the initial 10 accepts no reservation.
   */
  readonly reservedConcurrency?: number;
  /** What becomes of the table and of closecall's own log groups when the stack goes. Default: they go with it. */
  readonly removalPolicy?: RemovalPolicy;
  /** ARN of the customer key with which the secrets that the configuration names are encrypted, where it is one. */
  readonly secretKey?: string;
}

/** A log group that `ClosecallSources` subscribes to. */
export interface ClosecallSubscription {
  readonly group: string;
  /** CloudWatch filter pattern. */
  readonly pattern: string;
}

/**
 * Reads what the configuration names, judges it and tells people; everything but the subscription filters, which
 * `ClosecallSources` makes. At most one in a stack.
 */
export class Closecall extends Construct {
  /** Where alerts go as mail. */
  readonly alerts: ITopic;
  /** Where alarms about closecall itself go. */
  readonly health: ITopic;
  readonly table: Table;
  readonly ingest: IFunction;
  /** What `ClosecallSources` subscribes to. */
  readonly subscriptions: readonly ClosecallSubscription[];
  /** Whether the configuration names log groups, subscribed to or polled. */
  readonly readsGroups: boolean;
  /** The name of each of those filters. */
  readonly filterName: string;
  /** Lets CloudWatch Logs call ingest; there is none where nothing is subscribed to. */
  readonly permission: CfnPermission | undefined;

  constructor(scope: Construct, id: string, props: ClosecallProps) {
    super(scope, id);
    const read = readConfiguration(props.config);
    if (read.kind === 'wrong') throw new Error(read.errors.join('\n'));
    const { setup, digest } = read.configuration;
    const { removalPolicy = RemovalPolicy.DESTROY, reservedConcurrency, secretKey } = props;
    const stack = Stack.of(this);
    const addresses = setup.notify.email?.to ?? [];
    const groups = setup.intakes.flatMap((intake) => (intake.kind === 'group' ? [intake] : []));
    const polled = groups.filter(({ transport }) => transport === 'poll').map(({ group }) => group);
    const clusters = setup.intakes.flatMap((intake) => (intake.kind === 'ecs' ? [intake.cluster] : []));
    this.subscriptions = groups
      .filter(({ transport }) => transport === 'subscribe')
      .map(({ group, pattern }) => ({ group, pattern }));
    this.readsGroups = groups.length > 0;
    this.filterName = stack.stackName;
    for (const source of setup.run.sources) warnOfEveryLine(this, source, setup.catalogue);

    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'expires',
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy,
    });
    const alerts = makeAlerts(this, addresses);
    const chat = setup.notify.chat ? makeChat(this) : undefined;
    const health = makeHealth(this, addresses);
    const reports = makeReports(this);
    const evaluations = makePair(this, 'Evaluations', 'EvaluationsDead', 60, 5);
    const deliveries = makePair(this, 'Deliveries', 'DeliveriesDead', 30, 5);
    // Lambda has tried three times by then. Fifty more tries, six minutes apart, outlast five hours of an outage.
    const retry = makePair(this, 'IngestRetry', 'IngestDead', 60, 50);

    const { ingest, evaluate, tick, deliver, replay } = makeFunctions(this, {
      table,
      evaluations,
      deliveries,
      retry,
      alerts,
      chat,
      reports,
      mayRead: secretStatements(stack, setup.notify, secretKey),
      setup: setupText(setup),
      retention: setup.retention,
      removalPolicy,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
    });
    const searched = groups.map(({ group }) => group);
    const subscribed = this.subscriptions.map(({ group }) => group);
    letSearch(this, 'Search', searched, [evaluate, replay].map(roleOf));
    letSearch(this, 'Poll', polled, [roleOf(ingest)]);
    letSearch(this, 'Watch', subscribed, [roleOf(ingest)], 'logs:DescribeSubscriptionFilters');
    letReport(reports, roleOf(replay));

    feed(evaluations.queue, evaluate, 5);
    feed(deliveries.queue, deliver, 2);
    feed(retry.queue, ingest);
    new EventInvokeConfig(this, 'IngestCalls', {
      function: ingest,
      maxEventAge: Duration.hours(6),
      retryAttempts: 2,
      onFailure: { bind: () => ({ destination: retry.queue.queueArn }) },
    });
    regularly(this, 'EveryMinute', 1, tick, {});
    // Whatever one leaves undone, the next one does.
    new EventInvokeConfig(this, 'TickCalls', {
      function: tick,
      maxEventAge: Duration.minutes(1),
      retryAttempts: 0,
    });
    if (polled.length > 0) regularly(this, 'Poll', 1, ingest, { poll: stack.account });
    if (subscribed.length > 0) regularly(this, 'Watch', 5, ingest, { watch: ingest.functionName });
    onEcs(this, clusters, ingest, retry.dead);
    if (this.subscriptions.length > 0) onBlindness(this, this.filterName, ingest, retry.dead);
    // An export could not be taken back while another stack uses it, so going over to polling would be refused.
    CrossStackReferences.of(ingest).produce(ReferenceStrength.WEAK);
    this.permission = this.subscriptions.length > 0 ? letCall(this, ingest) : undefined;

    makeAlarms(this, {
      functions: { Ingest: ingest, Evaluate: evaluate, Tick: tick, Deliver: deliver },
      dead: { Evaluations: evaluations.dead, Deliveries: deliveries.dead, Ingest: retry.dead },
      groups: subscribed,
      filterName: this.filterName,
      health,
    });
    makeDashboard(
      this,
      [ingest, evaluate, tick, deliver, replay],
      [evaluations, deliveries, retry].flatMap(({ queue, dead }) => [queue, dead]),
    );

    this.alerts = alerts;
    this.health = health;
    this.table = table;
    this.ingest = ingest;
    // The command finds them by these names, whatever the construct is called.
    for (const [name, value] of Object.entries({
      TableName: table.tableName,
      AlertsTopicArn: alerts.topicArn,
      HealthTopicArn: health.topicArn,
      EvaluationsQueueUrl: evaluations.queue.queueUrl,
      DeliveriesQueueUrl: deliveries.queue.queueUrl,
      IngestRetryQueueUrl: retry.queue.queueUrl,
      EvaluationsDeadQueueUrl: evaluations.dead.queueUrl,
      DeliveriesDeadQueueUrl: deliveries.dead.queueUrl,
      IngestDeadQueueUrl: retry.dead.queueUrl,
      IngestFunctionName: ingest.functionName,
      EvaluateFunctionName: evaluate.functionName,
      TickFunctionName: tick.functionName,
      DeliverFunctionName: deliver.functionName,
      ReplayFunctionName: replay.functionName,
      ReportsBucketName: reports.bucketName,
      ConfigurationDigest: digest,
      ...(chat ? { ChatTopicArn: chat.topicArn } : {}),
    }))
      new CfnOutput(this, name, { value }).overrideLogicalId(name);
  }
}

export interface ClosecallSourcesProps {
  readonly closecall: Closecall;
}

/**
 * The subscription filters. In a stack of their own, so that a group which is missing or has no free filter takes
 * nothing else back. With the context `closecall:emptyPatterns` every line is let through, for emulators that do not
 * know the grammar of patterns.
 */
export class ClosecallSources extends Construct {
  constructor(scope: Construct, id: string, { closecall }: ClosecallSourcesProps) {
    super(scope, id);
    const isOpen = String(this.node.tryGetContext('closecall:emptyPatterns')) === 'true';
    // One level deeper an id gets a hash, which tells /app/nginx and /app-nginx apart.
    const filters = new Construct(this, 'Filter');
    for (const { group, pattern } of closecall.subscriptions) {
      const filter = new CfnSubscriptionFilter(filters, group, {
        logGroupName: group,
        filterName: closecall.filterName,
        filterPattern: isOpen ? '' : pattern,
        destinationArn: closecall.ingest.functionArn,
      });
      if (closecall.permission) filter.addResourceDependency(closecall.permission);
    }
  }
}

function warnOfEveryLine(scope: Construct, source: Source, catalogue: Catalogue): void {
  const every = everyLine(source, catalogue);
  if (!every) return;
  const todo = every.kind === 'avoidable' ? ` ${every.todo}` : '';
  Annotations.of(scope).addWarningV2('closecall:everyLine', `${source.name}: ${every.says}${todo}`);
}

/** One permission for all groups: one each would fill the function's policy at about fifty. */
const letCall = (scope: Construct, ingest: IFunction): CfnPermission =>
  new CfnPermission(scope, 'FromLogGroups', {
    action: 'lambda:InvokeFunction',
    functionName: ingest.functionArn,
    principal: 'logs.amazonaws.com',
    sourceAccount: Stack.of(scope).account,
    sourceArn: Arn.format(
      { service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME },
      Stack.of(scope),
    ),
  });

function roleOf({ role }: LambdaFunction) {
  if (!role) throw new Error('a function without a role');
  return role;
}
