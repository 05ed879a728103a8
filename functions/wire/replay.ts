import { cloudWatchLogs } from '#functions/adapters/cloudwatch-logs.ts';
import { s3Reports } from '#functions/adapters/s3-reports.ts';
import { systemClock as clock } from '#functions/adapters/system-clock.ts';
import { reachOf } from './reach.ts';
import { type Environment, given, setupFrom } from './wired.ts';

export function wireReplay(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_ALERTS_TOPIC', 'CLOSECALL_REPORTS_BUCKET']);
  const setup = setupFrom(values.CLOSECALL_SETUP_FILE);
  const ports = {
    logs: cloudWatchLogs(),
    reports: s3Reports(values.CLOSECALL_REPORTS_BUCKET),
    reach: reachOf(setup, environment, values.CLOSECALL_ALERTS_TOPIC, log),
    clock,
    log,
  };
  return { ports, setup };
}
