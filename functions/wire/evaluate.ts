import { cloudWatchLogs } from '#functions/adapters/cloudwatch-logs.ts';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { sqsHints } from '#functions/adapters/sqs-hints.ts';
import { systemClock as clock } from '#functions/adapters/system-clock.ts';
import type { DeliverHint } from '#functions/ports.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { type Environment, given, setupFrom } from './wired.ts';

export function wireEvaluate(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_TABLE', 'CLOSECALL_DELIVERIES_QUEUE']);
  const setup = { ...setupFrom(values.CLOSECALL_SETUP_FILE), catalogue };
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    deliveries: sqsHints<DeliverHint>(values.CLOSECALL_DELIVERIES_QUEUE),
    logs: cloudWatchLogs(),
    clock,
    log,
  };
  return { ports, setup };
}
