import type { Stack } from '#functions/account.ts';
import { Problem } from './problem.ts';

/** What the stack says about itself when it is deployed. */
export const outputs = [
  'TableName',
  'AlertsTopicArn',
  'HealthTopicArn',
  'EvaluationsQueueUrl',
  'DeliveriesQueueUrl',
  'IngestRetryQueueUrl',
  'EvaluationsDeadQueueUrl',
  'DeliveriesDeadQueueUrl',
  'IngestDeadQueueUrl',
  'IngestFunctionName',
  'EvaluateFunctionName',
  'TickFunctionName',
  'DeliverFunctionName',
  'ReplayFunctionName',
  'ReportsBucketName',
  'ConfigurationDigest',
] as const;
export type Output = (typeof outputs)[number];

/** For what cannot be done without it. */
export function outputOf(name: string, stack: Stack, output: Output): string {
  const value = stack.outputs.get(output);
  if (value === undefined)
    throw new Problem(
      `${name} does not say its ${output}: another version of closecall deployed it, or it is another stack. Deploy it again, or name the right one with --stack.`,
    );
  return value;
}
