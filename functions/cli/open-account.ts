import type { Account, Groups, Letters } from '#functions/account.ts';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { lambda } from '#functions/adapters/lambda.ts';
import { letters } from '#functions/adapters/letters.ts';
import { logGroups } from '#functions/adapters/log-groups.ts';
import { secretFacts } from '#functions/adapters/secret-facts.ts';
import { stacks } from '#functions/adapters/stacks.ts';
import { subscribers } from '#functions/adapters/subscribers.ts';
import { systemClock } from '#functions/adapters/system-clock.ts';
import { asked } from '#functions/adapters/unanswered.ts';
import type { Table } from '#functions/ports.ts';

/** The account and Region that the environment and its profile name. Nothing is asked yet. */
export function openAccount(): Account & Groups & Letters {
  return {
    ...logGroups(),
    ...stacks(),
    ...subscribers(),
    ...secretFacts(),
    ...lambda(),
    ...letters(),
  };
}

/** A table of that account, asked with the words of `Unanswered`. */
export function openTable(name: string): Pick<Table, 'get' | 'query'> {
  const table = dynamoTable(name, systemClock);
  return {
    get: (key) => asked('dynamodb:GetItem', table.get(key)),
    query: (pk, from, to) => asked('dynamodb:Query', table.query(pk, from, to)),
  };
}
