import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { Account } from '#functions/account.ts';
import { asked } from './unanswered.ts';

/** CloudFormation answers for a stack that does not exist with this name and `Stack with id X does not exist`. */
const isAbsent = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message);

export function stacks(): Pick<Account, 'stack'> {
  const client = new CloudFormationClient({});
  return {
    stack: async (name) => {
      const answer = client.send(new DescribeStacksCommand({ StackName: name })).catch((error: unknown) => {
        if (isAbsent(error)) return undefined;
        throw error;
      });
      const found = (await asked('cloudformation:DescribeStacks', answer))?.Stacks?.[0];
      if (!found) return undefined;
      const outputs = (found.Outputs ?? []).flatMap(({ OutputKey, OutputValue }) =>
        OutputKey === undefined || OutputValue === undefined ? [] : [[OutputKey, OutputValue] as const],
      );
      return { arn: found.StackId ?? '', status: found.StackStatus ?? '', outputs: new Map(outputs) };
    },
  };
}
