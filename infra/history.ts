import { Stack, Validations } from 'aws-cdk-lib';
import { type IRole, ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { allow } from './function.ts';
import { portions } from './portions.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 6,144 characters, blanks not counted. */
const longestPolicy = 5_500;
/** What surrounds a name in its ARN, in the longest partition, Region and account. */
const frame = 'arn:aws-us-gov:logs:ap-southeast-1:123456789012:log-group::*","'.length;

/** Lets these roles search these log groups, or look at their filters, in as many policies as it takes. */
export function letSearch(
  scope: Construct,
  id: string,
  groups: readonly string[],
  roles: readonly IRole[],
  action: 'logs:FilterLogEvents' | 'logs:DescribeSubscriptionFilters' = 'logs:FilterLogEvents',
): void {
  const stack = Stack.of(scope);
  portions(groups, (group) => group.length + frame, longestPolicy).forEach((portion, index) => {
    const resources = portion.map(
      (group) => `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:${group}:*`,
    );
    const policy = new ManagedPolicy(scope, `${id}${index + 1}`, {
      description: 'closecall reads the log groups of its configuration.',
      statements: [allow([action], resources)],
      roles: [...roles],
    });
    for (const group of portion)
      Validations.of(policy).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:${group}:*]`,
        reason:
          'CloudWatch Logs asks for the tail :* after the name of a log group in all but its tagging actions; the group itself is named in full. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
      });
  });
}
