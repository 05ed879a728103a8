import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { sendersOf } from '#functions/adapters/senders.ts';
import { systemClock as clock } from '#functions/adapters/system-clock.ts';
import { reachOf } from './reach.ts';
import { type Environment, given, setupFrom } from './wired.ts';

export function wireDeliver(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_TABLE', 'CLOSECALL_ALERTS_TOPIC']);
  const setup = setupFrom(values.CLOSECALL_SETUP_FILE);
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    senders: sendersOf(reachOf(setup, environment, values.CLOSECALL_ALERTS_TOPIC, log)),
    clock,
    log,
  };
  return { ports, setup };
}
