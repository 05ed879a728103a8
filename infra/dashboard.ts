import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Metric as OwnMetric } from '#functions/ports.ts';
import { ownMetric } from './metrics.ts';

/** One page on whether closecall itself is well. */
export function makeDashboard(
  scope: Construct,
  functions: readonly LambdaFunction[],
  queues: readonly Queue[],
): void {
  const own = (names: readonly OwnMetric[], statistic = 'sum') =>
    names.map((name) => ownMetric(scope, name, { statistic }));
  const graph = (title: string, left: readonly IMetric[]) =>
    new GraphWidget({ title, left: [...left], width: 8, height: 6 });
  const period = Duration.minutes(5);
  new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(1),
    widgets: [
      [
        graph('Lines and signals', own(['Lines', 'Signals'])),
        graph('Age of the oldest to-do (s)', own(['OldestTodoSeconds'], 'max')),
        graph('Deliveries', own(['Delivered', 'DeliveryFailures'])),
      ],
      [
        graph('Problems', own(['Problems', 'TooLate', 'Conflicts', 'Undiagnosed'])),
        graph(
          'Errors',
          functions.map((each) => each.metricErrors({ period })),
        ),
        graph(
          'Duration, slowest (ms)',
          functions.map((each) => each.metricDuration({ period, statistic: 'max' })),
        ),
      ],
      [
        graph(
          'Messages waiting',
          queues.map((each) => each.metricApproximateNumberOfMessagesVisible({ period, statistic: 'max' })),
        ),
      ],
    ],
  });
}
