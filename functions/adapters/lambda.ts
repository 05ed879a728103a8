import { Buffer } from 'node:buffer';
import { GetAccountSettingsCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Account } from '#functions/account.ts';
import { asked } from '#functions/unanswered.ts';

export function lambda(): Pick<Account, 'concurrency' | 'invoke'> {
  const client = new LambdaClient({});
  return {
    concurrency: async () => {
      const { AccountLimit } = await asked(
        'lambda:GetAccountSettings',
        client.send(new GetAccountSettingsCommand({})),
      );
      const { ConcurrentExecutions = 0, UnreservedConcurrentExecutions = ConcurrentExecutions } =
        AccountLimit ?? {};
      return { account: ConcurrentExecutions, unreserved: UnreservedConcurrentExecutions };
    },
    invoke: async (FunctionName, event) => {
      const { Payload = new Uint8Array(), FunctionError } = await asked(
        'lambda:InvokeFunction',
        client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) })),
      );
      const text = Buffer.from(Payload).toString('utf8');
      const answer: unknown = text === '' ? undefined : JSON.parse(text);
      if (FunctionError === undefined) return { kind: 'answered', answer };
      const { errorMessage } = (answer ?? {}) as { errorMessage?: unknown };
      return { kind: 'failed', why: String(errorMessage ?? FunctionError) };
    },
  };
}
