import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Metric as OwnMetric } from '#functions/ports.ts';

/** A figure that the functions write (functions/adapters/console-log.ts), which has no dimension but the stack. */
export const ownMetric = (scope: Construct, name: OwnMetric, options: MetricOptions = {}): Metric =>
  new Metric({
    namespace: 'Closecall',
    metricName: name,
    dimensionsMap: { Stack: Stack.of(scope).stackName },
    period: Duration.minutes(5),
    statistic: 'sum',
    ...options,
  });

/** What a subscription filter could not deliver. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html */
export const lossOf = (
  group: string,
  filterName: string,
  metricName: 'DeliveryErrors' | 'DeliveryThrottling',
): Metric =>
  new Metric({
    namespace: 'AWS/Logs',
    metricName,
    dimensionsMap: { LogGroupName: group, DestinationType: 'Lambda', FilterName: filterName },
    period: Duration.minutes(1),
    statistic: 'sum',
  });
