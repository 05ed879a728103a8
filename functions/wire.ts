import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cloudWatchLogs } from '#functions/adapters/cloudwatch-logs.ts';
import { consoleLog } from '#functions/adapters/console-log.ts';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { emailSender } from '#functions/adapters/email-sender.ts';
import { s3Reports } from '#functions/adapters/s3-reports.ts';
import { secretOf } from '#functions/adapters/secrets.ts';
import { slackBotSender } from '#functions/adapters/slack-bot-sender.ts';
import { slackWebhookSender } from '#functions/adapters/slack-webhook-sender.ts';
import { sqsHints } from '#functions/adapters/sqs-hints.ts';
import { systemClock as clock } from '#functions/adapters/system-clock.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { list } from '#lib/model/words.ts';
import { configure, type Notify, type Setup } from './config.ts';
import type { DeliverHint, EvaluateHint, Log, Sender } from './ports.ts';

// One function for each handler, so that its bundle holds the clients that it needs and no others.

export type Environment = Readonly<Record<string, string | undefined>>;

export function wireIngest(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_TABLE', 'CLOSECALL_EVALUATIONS_QUEUE']);
  const setup = setupFrom(values.CLOSECALL_CONFIG_FILE);
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    evaluations: sqsHints<EvaluateHint>(values.CLOSECALL_EVALUATIONS_QUEUE),
    logs: cloudWatchLogs(),
    clock,
    log,
    newToken: randomUUID,
  };
  return { ports, setup };
}

export function wireEvaluate(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_TABLE', 'CLOSECALL_DELIVERIES_QUEUE']);
  const setup = setupFrom(values.CLOSECALL_CONFIG_FILE);
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    deliveries: sqsHints<DeliverHint>(values.CLOSECALL_DELIVERIES_QUEUE),
    logs: cloudWatchLogs(),
    clock,
    log,
  };
  return { ports, setup };
}

/** Its bundle does without the configuration, which it does not ask. */
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

export function wireDeliver(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_TABLE', 'CLOSECALL_ALERTS_TOPIC']);
  const setup = setupFrom(values.CLOSECALL_CONFIG_FILE);
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    senders: sendersOf(setup.notify, values.CLOSECALL_ALERTS_TOPIC, log),
    clock,
    log,
  };
  return { ports, setup };
}

export function wireReplay(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_ALERTS_TOPIC', 'CLOSECALL_REPORTS_BUCKET']);
  const setup = setupFrom(values.CLOSECALL_CONFIG_FILE);
  const ports = {
    logs: cloudWatchLogs(),
    reports: s3Reports(values.CLOSECALL_REPORTS_BUCKET),
    senders: sendersOf(setup.notify, values.CLOSECALL_ALERTS_TOPIC, log),
    clock,
    log,
  };
  return { ports, setup };
}

function sendersOf({ slack, email }: Notify, topic: string, log: Log): ReadonlyMap<string, Sender> {
  const senders = new Map<string, Sender>();
  if (slack && 'webhook' in slack) senders.set('slack', slackWebhookSender(secretOf(slack.webhook, clock)));
  else if (slack) {
    const { channel, api } = slack;
    senders.set('slack', slackBotSender({ channel, api, token: secretOf(slack.token, clock), log }));
  }
  if (email) senders.set('email', emailSender(topic));
  return senders;
}

/** What the environment holds. Throws with every variable that is missing. */
function given<Name extends string>(environment: Environment, names: readonly Name[]) {
  const all = ['CLOSECALL_CONFIG_FILE', 'CLOSECALL_STACK', ...names] as const;
  const missing = all.filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0)
    throw new Error(
      `${list(missing)} ${missing.length > 1 ? 'are' : 'is'} not set in the environment of this function: the Closecall construct sets what it needs, so deploy again.`,
    );
  const values = environment as Readonly<Record<(typeof all)[number], string>>;
  return { values, log: consoleLog(values.CLOSECALL_STACK) };
}

/** `file` is relative to the folder of this code, which in a bundle is the handler's. Throws with every error in it. */
function setupFrom(file: string): Setup {
  const path = resolve(dirname(fileURLToPath(import.meta.url)), file);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`CLOSECALL_CONFIG_FILE is ${file}, which cannot be read as JSON: ${why}`);
  }
  const configured = configure(json, catalogue);
  if (configured.kind === 'wrong')
    throw new Error(`The configuration is wrong:\n${configured.errors.join('\n')}`);
  return configured.setup;
}

/** Makes a handler when it is first called, so that importing one needs no environment. */
export function wired<Ports, Known, Handler>(
  wire: (environment: Environment) => { readonly ports: Ports; readonly setup: Known },
  make: (ports: Ports, setup: Known) => Handler,
): () => Handler {
  let made: Handler | undefined;
  return () => {
    if (made === undefined) {
      const { ports, setup } = wire(process.env);
      made = make(ports, setup);
    }
    return made;
  };
}
