import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { lossOf, ownMetric } from './metrics.ts';

export interface Watched {
  readonly functions: Readonly<Record<'Ingest' | 'Evaluate' | 'Tick' | 'Deliver', LambdaFunction>>;
  readonly dead: Readonly<Record<'Evaluations' | 'Deliveries' | 'Ingest', Queue>>;
  /** Log groups with a subscription filter of ours, all of the same name. */
  readonly groups: readonly string[];
  readonly filterName: string;
  readonly health: ITopic;
}

/** How many periods of how many must reach what. */
interface When {
  readonly threshold?: number;
  readonly periods?: number;
  readonly of?: number;
  readonly missing?: TreatMissingData;
}

/** What closecall says of itself. Each description says what is wrong, what follows and what to do. */
export function makeAlarms(scope: Construct, { functions, dead, groups, filterName, health }: Watched): void {
  const alarms = new Construct(scope, 'Alarm');
  const alarm = (
    id: string,
    says: string,
    metric: IMetric,
    { threshold = 1, periods = 1, of = periods, missing = TreatMissingData.NOT_BREACHING }: When = {},
  ) => {
    const made = new Alarm(alarms, id, {
      alarmDescription: says,
      metric,
      threshold,
      evaluationPeriods: of,
      datapointsToAlarm: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing,
    });
    made.addAlarmAction(new SnsAction(health));
    made.addOkAction(new SnsAction(health));
  };

  for (const [name, queue] of Object.entries(dead))
    alarm(
      `${name}Dead`,
      `Messages were given up: ${givenUp[name as keyof typeof givenUp]} Look at the function's log for the reason, then: closecall redrive.`,
      queue.metricApproximateNumberOfMessagesVisible({ period: minutes(1), statistic: 'max' }),
    );
  for (const [name, made] of Object.entries(functions))
    alarm(
      `${name}Errors`,
      `${name} fails: ${failing[name as keyof typeof failing]} The reason is in its log group.`,
      made.metricErrors({ period: minutes(5), statistic: 'sum' }),
      // One failure is tried again; two periods of them are a fault.
      { periods: 2 },
    );
  alarm(
    'OldestTodo',
    'Something to judge or to send has waited for a quarter of an hour, or tick no longer runs: alerts are late or do not come. Look at the alarms and logs of evaluate, deliver and tick.',
    ownMetric(scope, 'OldestTodoSeconds', { period: minutes(5), statistic: 'max' }),
    { threshold: 900, periods: 3, missing: TreatMissingData.BREACHING },
  );
  alarm(
    'DeliveryFailures',
    'A medium has refused alerts for a quarter of an hour or more: those who read it hear nothing, and what is owed is sent when it takes it again. The log group of deliver says which medium and why; closecall doctor --test-alert tries each of them.',
    ownMetric(scope, 'DeliveryFailures', { period: minutes(15), statistic: 'sum' }),
    // A pause that is asked for is no fault, and what is refused for good is tried every half hour.
    { periods: 2, of: 3 },
  );
  alarm(
    'Problems',
    'Something that came in could not be used, again and again: a group that is polled may not be read or is gone, a group has lost its subscription filter, or lines and events come that nobody can read. The log group of ingest says which, and closecall doctor looks at every group.',
    ownMetric(scope, 'Problems', { period: minutes(5), statistic: 'sum' }),
    // One bad line is counted and told in the log; what is wrong with a group is counted every five minutes or more.
    { periods: 3 },
  );
  alarm(
    'TooLate',
    'Lines came so late that they are not judged: closecall replay reads their time, and timings.horizon says how old a line may be.',
    ownMetric(scope, 'TooLate', { period: minutes(5), statistic: 'sum' }),
  );
  alarm(
    'IngestDestination',
    'A failed delivery of log lines could not be kept for a second try and is lost: closecall replay reads the time around this again.',
    new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'DestinationDeliveryFailures',
      dimensionsMap: { FunctionName: functions.Ingest.functionName },
      period: minutes(5),
      statistic: 'sum',
    }),
  );
  for (const group of groups)
    for (const metricName of ['DeliveryErrors', 'DeliveryThrottling'] as const)
      alarm(
        `${metricName} ${group}`,
        `CloudWatch Logs cannot hand lines of ${group} to closecall (${metricName}): incidents stay open and verdicts name it as a blind spot. closecall doctor finds the reason; closecall replay reads what was skipped.`,
        lossOf(group, filterName, metricName),
      );
}

const givenUp = {
  Evaluations: 'incidents of these scopes wait for tick.',
  Deliveries: 'alerts of these incidents wait for tick.',
  Ingest: 'these log lines are not judged.',
};

const failing = {
  Ingest: 'log lines are kept in a queue and tried again for hours.',
  Evaluate: 'incidents are not judged.',
  Tick: 'what was missed is not picked up.',
  Deliver: 'alerts do not arrive.',
};

const minutes = (count: number) => Duration.minutes(count);
