import { randomUUID } from 'node:crypto';
import { cloudWatchLogs } from '#functions/adapters/cloudwatch-logs.ts';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { sqsHints } from '#functions/adapters/sqs-hints.ts';
import { systemClock as clock } from '#functions/adapters/system-clock.ts';
import type { EvaluateHint } from '#functions/ports.ts';
import { lexicon } from '#lib/catalogue/lexicon.ts';
import { type Environment, given, setupFrom } from './wired.ts';

export function wireIngest(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_TABLE', 'CLOSECALL_EVALUATIONS_QUEUE']);
  const setup = { ...setupFrom(values.CLOSECALL_SETUP_FILE), catalogue: lexicon };
  const logs = cloudWatchLogs();
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    evaluations: sqsHints<EvaluateHint>(values.CLOSECALL_EVALUATIONS_QUEUE),
    logs,
    filters: logs.filters,
    clock,
    log,
    newToken: randomUUID,
  };
  return { ports, setup };
}
