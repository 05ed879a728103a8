import { join } from 'node:path';
import process from 'node:process';
import { dynamoTable } from '#functions/adapters/dynamo-table.ts';
import { systemClock } from '#functions/adapters/system-clock.ts';
import type { Check } from '#functions/cli/checklist.ts';
import { alertKey, stateKey } from '#functions/keys.ts';
import type { Alert } from '#lib/model/alert.ts';
import type { PublishedAlert } from '#lib/notifiers/alert-json.ts';
import { accountOf } from './account.ts';
import { cdk } from './cdk.ts';
import { cluster, token } from './configuration.ts';
import { startEmulator } from './emulator.ts';
import { events } from './events.ts';
import { type Line, streams, taskAt } from './incident.ts';
import { deliveriesOf, pump } from './pump.ts';
import { startSlack } from './slack.ts';
import { until } from './until.ts';
import { closecall, comparable, explained } from './verdict.ts';

export const say = (sentence: string) => process.stdout.write(`     ${sentence}\n`);

export const functions = ['ingest', 'evaluate', 'tick', 'deliver', 'replay'] as const;

/** Neither what the platform says of every call nor a figure. */
export const tells = (line: string): boolean =>
  !/^(?:START|END|REPORT) RequestId|^\{"_aws":|DeprecationWarning|trace-deprecation|\[lambda\] (?:ESM: )?Lambda/.test(
    line,
  );

/** Lines of the first stream are put as an agent would; those of the others come by the pump. */
export const isPumped = ({ stream }: Line): boolean => stream !== streams[0];

export const sureCauses = ({ incident }: Alert): readonly string[] =>
  incident.findings.filter(({ confidence }) => confidence === 'confirmed').map(({ cause }) => cause);

interface Queue {
  readonly url: string;
  readonly arn: string;
}

export type Stage = Awaited<ReturnType<typeof raise>>;

/** The emulator, Slack's stand-in, and what the test does with them. */
export async function raise() {
  const emulator = await startEmulator();
  Object.assign(process.env, emulator.access);
  const account = accountOf(emulator);
  const slack = await startSlack(token);
  /** Every record that the stack was given, by its source, and each once. */
  const given = new Map<string, readonly string[]>();
  const mails: { readonly subject: string; readonly alert: PublishedAlert }[] = [];

  const stage = {
    emulator,
    account,
    slack,
    configFile: join(emulator.scratch, 'closecall.config.json'),
    outputs: {} as Readonly<Record<string, string>>,
    /** The real patterns, by log group. */
    patterns: new Map<string, string>(),
    /** Subscribed to what is mailed, and to what ECS says. */
    mailbox: { url: '', arn: '' } as Queue,
    ecsHeard: { url: '', arn: '' } as Queue,

    async strike() {
      await slack.close();
      await emulator.stop();
    },

    async lament() {
      for (const name of functions) {
        const all = await account.linesOf(`/closecall/Closecall/${name}`).catch(() => []);
        const lines = all.filter(tells);
        if (lines.length > 0) say(`── ${name} said\n${lines.slice(-20).join('\n')}`);
      }
      say(`── the emulator said\n${emulator.log().split('\n').filter(tells).slice(-20).join('\n')}`);
    },

    deploy: (...args: readonly string[]) =>
      cdk(emulator, 'deploy', '--no-lookups', '--require-approval', 'never', ...args),

    command: (...args: readonly string[]) => closecall(emulator.scratch, emulator.environment, ...args),

    async doctor(): Promise<readonly Check[]> {
      const { stdout } = await stage.command('doctor', '--json', '--config', stage.configFile);
      return (JSON.parse(stdout) as { readonly checks: readonly Check[] }).checks;
    },

    /** What the table says of the one conversation of a scope, once it `is` what is waited for. */
    async alertWhen(scope: string, what: string, is: (alert: Alert) => boolean): Promise<Alert> {
      const table = dynamoTable(stage.outputs['TableName'] ?? '', systemClock);
      let found: Alert | undefined;
      const look = async () => {
        await account.invoke(stage.outputs['TickFunctionName'] ?? '', {});
        const failed = /\S+ failed processing SQS batch.*/.exec(emulator.log());
        if (failed) throw new Error(failed[0]);
        const state = await table.get(stateKey(scope));
        const [conversation] = state?.kind === 'state' ? state.conversations : [];
        const item = conversation && (await table.get(alertKey(conversation.cid)));
        found = item?.kind === 'alert' ? item.alert : undefined;
        return found && is(found) ? found : undefined;
      };
      return until(what, look, () =>
        found
          ? `${scope} is ${found.status}, ${found.incident.closes} closes, sure of ${sureCauses(found)}`
          : `there is no alert of ${scope}`,
      );
    },

    messageAbout: (scope: string) => slack.messages().find(({ text }) => text.startsWith(`${scope}: `)),

    /** Everything that was said on the topic so far, as a queue gets it that is subscribed to it. */
    async readMail() {
      for (const body of await account.take(stage.mailbox.url)) {
        const { Subject, Message } = JSON.parse(body) as {
          readonly Subject: string;
          readonly Message: string;
        };
        mails.push({ subject: Subject, alert: JSON.parse(Message) as PublishedAlert });
      }
      return mails;
    },

    give(lines: readonly Line[]) {
      for (const { group, message } of lines) given.set(group, [...(given.get(group) ?? []), message]);
    },

    /** Some lines through the emulator's filter, the others by the pump, some of these twice. */
    async deliver(lines: readonly Line[]) {
      const put = lines.filter((line) => !isPumped(line));
      const pumped = lines.filter(isPumped);
      await account.putLines(put);
      if (put.length > 0)
        say(
          `${put.length} lines by PutLogEvents and the emulator's subscription filter, which passes every line`,
        );
      const batches = deliveriesOf(pumped, (group) => stage.patterns.get(group) ?? '');
      await pump(account.lambda, stage.outputs['IngestFunctionName'] ?? '', batches);
      const told = (again: boolean) => {
        const some = batches.filter((batch) => batch.again === again);
        return `${some.reduce((sum, { events }) => sum + events.length, 0)} in ${some.length} invocations`;
      };
      say(
        `${pumped.length} lines by the pump, of which pass the real pattern: ${told(false)}, and again ${told(true)}`,
      );
      stage.give(lines);
    },

    /** An event of ECS, which a rule of the stack takes to ingest, and one of the test to us, as it was delivered. */
    async ecsSays(at: number, status: 'RUNNING' | 'STOPPED') {
      const { taskArn, detail } = taskAt(at, cluster, status);
      const event = {
        Source: 'aws.ecs',
        DetailType: 'ECS Task State Change',
        Time: Math.floor(at / 1_000),
        Resources: [taskArn],
        Detail: JSON.stringify(detail),
      };
      await events(emulator, 'PutEvents', { Entries: [event] });
      const body = await until('the event of ECS', async () => (await account.take(stage.ecsHeard.url))[0]);
      const source = `ecs:${cluster}`;
      given.set(source, [...(given.get(source) ?? []), JSON.stringify(JSON.parse(body))]);
      say(`1 event of ECS (${status}) by EventBridge and the rule of the stack`);
    },

    /** What `closecall explain --as-delivered` says of a scope, on everything given so far. */
    async verdictOn(scope: string) {
      const incidents = await explained(join(emulator.scratch, 'logs'), stage.configFile, given);
      return comparable(incidents.filter(({ service }) => service === scope));
    },
  };
  return stage;
}
