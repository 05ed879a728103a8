import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chatSender } from '#functions/adapters/chat-sender.ts';
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
import { webhookSender } from '#functions/adapters/webhook-sender.ts';
import { catalogue, lexicon } from '#lib/catalogue/catalogue.ts';
import { list } from '#lib/model/words.ts';
import type { Place } from '#lib/notifiers/links.ts';
import type { DeliverHint, EvaluateHint, Log, Sender } from './ports.ts';
import { type Ready, readSetup } from './setup.ts';

// One function for each handler, so that its bundle holds the clients that it needs and no others.

export type Environment = Readonly<Record<string, string | undefined>>;

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

export function wireDeliver(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_TABLE', 'CLOSECALL_ALERTS_TOPIC']);
  const setup = setupFrom(values.CLOSECALL_SETUP_FILE);
  const ports = {
    table: dynamoTable(values.CLOSECALL_TABLE, clock),
    senders: sendersOf(setup, environment, values.CLOSECALL_ALERTS_TOPIC, log),
    clock,
    log,
  };
  return { ports, setup };
}

export function wireReplay(environment: Environment) {
  const { values, log } = given(environment, ['CLOSECALL_ALERTS_TOPIC', 'CLOSECALL_REPORTS_BUCKET']);
  const setup = { ...setupFrom(values.CLOSECALL_SETUP_FILE), catalogue };
  const ports = {
    logs: cloudWatchLogs(),
    reports: s3Reports(values.CLOSECALL_REPORTS_BUCKET),
    senders: sendersOf(setup, environment, values.CLOSECALL_ALERTS_TOPIC, log),
    clock,
    log,
  };
  return { ports, setup };
}

function sendersOf(
  setup: Ready,
  environment: Environment,
  topic: string,
  log: Log,
): ReadonlyMap<string, Sender> {
  const { slack, email, webhook, chat } = setup.notify;
  const place = placeOf(setup, environment);
  const senders = new Map<string, Sender>();
  if (slack && 'webhook' in slack)
    senders.set('slack', slackWebhookSender(secretOf(slack.webhook, clock), place));
  else if (slack) {
    const { channel, api } = slack;
    senders.set('slack', slackBotSender({ channel, api, place, token: secretOf(slack.token, clock), log }));
  }
  if (email) senders.set('email', emailSender(topic, place));
  if (webhook) {
    const { url, secret } = webhook;
    const signing = secret && secretOf(secret, clock);
    senders.set('webhook', webhookSender({ url: secretOf(url, clock), signing, place }));
  }
  if (chat) {
    const { CLOSECALL_CHAT_TOPIC: own } = given(environment, ['CLOSECALL_CHAT_TOPIC']).values;
    senders.set('chat', chatSender(own, place));
  }
  return senders;
}

/** For links into the console; undefined outside Lambda, which always says its Region. */
function placeOf({ run, intakes }: Ready, environment: Environment): Place | undefined {
  const region = environment['AWS_REGION'];
  if (region === undefined || !/^[a-z0-9-]+$/.test(region)) return undefined;
  const groups = run.sources.flatMap(({ scope, shared, services = [] }, index) => {
    const read = intakes[index];
    if (read?.kind !== 'group') return [];
    const own = shared ? undefined : [scope, ...services.map((each) => each.scope)];
    return [{ name: read.group, services: own }];
  });
  return { region, groups };
}

/** What the environment holds. Throws with every variable that is missing. */
function given<Name extends string>(environment: Environment, names: readonly Name[]) {
  const all = ['CLOSECALL_SETUP_FILE', 'CLOSECALL_STACK', ...names] as const;
  const missing = all.filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0)
    throw new Error(
      `${list(missing)} ${missing.length > 1 ? 'are' : 'is'} not set in the environment of this function: the Closecall construct sets what it needs, so deploy again.`,
    );
  const values = environment as Readonly<Record<(typeof all)[number], string>>;
  return { values, log: consoleLog(values.CLOSECALL_STACK) };
}

/** `file` is relative to the folder of this code, which in a bundle is the handler's. */
function setupFrom(file: string): Ready {
  const path = resolve(dirname(fileURLToPath(import.meta.url)), file);
  try {
    return readSetup(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(
      `CLOSECALL_SETUP_FILE is ${file}, which cannot be read as JSON: ${why}. The Closecall construct writes it, so deploy again.`,
    );
  }
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
