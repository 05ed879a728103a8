import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { sqsHints } from '#functions/adapters/sqs-hints.ts';
import { systemClock as clock } from '#functions/adapters/system-clock.ts';
import type { DeliverHint, EvaluateHint } from '#functions/ports.ts';
import { type Environment, given } from './wired.ts';

/** Needs nothing of the configuration. */
export function wireTick(environment: Environment) {
  const { values, log } = given(environment, [
    'CLOSECALL_TABLE',
    'CLOSECALL_EVALUATIONS_QUEUE',
    'CLOSECALL_DELIVERIES_QUEUE',
  ]);
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    evaluations: sqsHints<EvaluateHint>(values.CLOSECALL_EVALUATIONS_QUEUE),
    deliveries: sqsHints<DeliverHint>(values.CLOSECALL_DELIVERIES_QUEUE),
    clock,
    log,
  };
  return { ports, setup: undefined };
}
