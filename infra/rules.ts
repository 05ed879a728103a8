import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { EventField, type EventPattern, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { portions } from './portions.ts';

/**
 * Calls a function every so many minutes. A call that fails is not repeated: the next one is near. `at` says when it was
 * due, since Lambda keeps calls that it has no room for.
 */
export function regularly(
  scope: Construct,
  id: string,
  minutes: number,
  target: IFunction,
  event: Readonly<Record<string, unknown>>,
): void {
  const every = Duration.minutes(minutes);
  new Rule(scope, id, {
    schedule: Schedule.rate(every),
    targets: [
      new LambdaFunction(target, {
        event: RuleTargetInput.fromObject({ ...event, at: EventField.time }),
        retryAttempts: 0,
        maxEventAge: every,
      }),
    ],
  });
}

/** A pattern has at most 2,048 characters: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const longestList = 1_800;
/** What surrounds a name in it, in the longest partition, Region and account. */
const frame = '{"prefix":"arn:aws-us-gov:ecs:ap-southeast-1:123456789012:service//"},'.length;

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
  portions(clusters, (name) => name.length + frame, longestList).forEach((portion, index) => {
    const count = index === 0 ? '' : index + 1;
    pass(scope, `EcsEvents${count}`, ingest, dead, {
      source: ['aws.ecs'],
      detailType: ['ECS Task State Change', 'ECS Service Action'],
      detail: { clusterArn: portion.map((name) => arn('cluster', name)) },
    });
    // A deployment names its service alone, whose ARN begins with its cluster.
    pass(scope, `EcsDeployments${count}`, ingest, dead, {
      source: ['aws.ecs'],
      detailType: ['ECS Deployment State Change'],
      resources: portion.map((name) => ({ prefix: arn('service', `${name}/`) })) as unknown as string[],
    });
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
