import { Buffer } from 'node:buffer';
import { GetAccountSettingsCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Account } from '#functions/account.ts';
import { type Millis, minute, second } from '#lib/model/time.ts';
import { asked } from './unanswered.ts';

/** A function may run for a quarter of an hour. */
const longestCall: Millis = 16 * minute;

export function lambda(): Pick<Account, 'concurrency' | 'invoke'> {
  const client = new LambdaClient({});
  // Never asked twice by itself: the first call may still be running, and what it sends would be sent again.
  const calling = new LambdaClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 5 * second,
      requestTimeout: longestCall,
      throwOnRequestTimeout: true,
    },
  });
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
        calling.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) })),
      );
      const text = Buffer.from(Payload).toString('utf8');
      const answer: unknown = text === '' ? undefined : JSON.parse(text);
      if (FunctionError === undefined) return { kind: 'answered', answer };
      const { errorMessage } = (answer ?? {}) as { errorMessage?: unknown };
      return { kind: 'failed', why: String(errorMessage ?? FunctionError) };
    },
  };
}
