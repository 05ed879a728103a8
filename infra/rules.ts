import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { type EventPattern, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Calls a function every minute. A call that fails is not repeated: the next one is near. */
export function everyMinute(
  scope: Construct,
  id: string,
  target: IFunction,
  event: Readonly<Record<string, unknown>>,
): void {
  new Rule(scope, id, {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [
      new LambdaFunction(target, {
        event: RuleTargetInput.fromObject(event),
        retryAttempts: 0,
        maxEventAge: Duration.minutes(1),
      }),
    ],
  });
}

/** What becomes of tasks, deployments and services of these clusters: the events of all others would be paid for too. */
export function onEcs(scope: Construct, clusters: readonly string[], ingest: IFunction, dead: IQueue): void {
  if (clusters.length === 0) return;
  const stack = Stack.of(scope);
  const arn = (resource: string, name: string) =>
    stack.formatArn({
      service: 'ecs',
      resource,
      resourceName: name,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  pass(scope, 'EcsEvents', ingest, dead, {
    source: ['aws.ecs'],
    detailType: ['ECS Task State Change', 'ECS Service Action'],
    detail: { clusterArn: clusters.map((name) => arn('cluster', name)) },
  });
  // A deployment names its service alone, whose ARN begins with its cluster.
  pass(scope, 'EcsDeployments', ingest, dead, {
    source: ['aws.ecs'],
    detailType: ['ECS Deployment State Change'],
    resources: clusters.map((name) => ({ prefix: arn('service', `${name}/`) })) as unknown as string[],
  });
}

/** Tells ingest when a subscription filter of ours fails to deliver, and when it delivers again. */
export function onBlindness(scope: Construct, filterName: string, ingest: IFunction, dead: IQueue): void {
  pass(scope, 'Blindness', ingest, dead, {
    source: ['aws.cloudwatch'],
    detailType: ['CloudWatch Alarm State Change'],
    detail: {
      configuration: {
        metrics: {
          metricStat: { metric: { namespace: ['AWS/Logs'], dimensions: { FilterName: [filterName] } } },
        },
      },
    },
  });
}

function pass(
  scope: Construct,
  id: string,
  ingest: IFunction,
  dead: IQueue,
  eventPattern: EventPattern,
): void {
  new Rule(scope, id, {
    eventPattern,
    targets: [
      new LambdaFunction(ingest, {
        deadLetterQueue: dead,
        maxEventAge: Duration.hours(6),
        retryAttempts: 10,
      }),
    ],
  });
}
