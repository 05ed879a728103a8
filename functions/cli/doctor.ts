import type { Account, Stack } from '#functions/account.ts';
import { configDigest } from '#functions/config/digest.ts';
import type { Table } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import type { Millis } from '#lib/model/time.ts';
import { list } from '#lib/model/words.ts';
import { concurrencyChecks, regionOf, secretChecks } from './account-checks.ts';
import { type Check, checked, type Examined, ok, problem, unchecked, warning } from './checklist.ts';
import { sourceChecks } from './doctor-sources.ts';
import { workChecks } from './doctor-work.ts';
import { type OwnConfig, usualConfig } from './own-config.ts';
import { testAlertChecks } from './send-test-alert.ts';
import { outputs } from './stack-outputs.ts';

/** What is looked at, and by whom. */
export interface Practice {
  readonly account: Account;
  readonly table: (name: string) => Pick<Table, 'get' | 'query'>;
  readonly now: Millis;
}

/** Whether a deployed stack would tell somebody of the next incident, and if not, what stands in the way. */
export async function doctor(
  { account, table, now }: Practice,
  config: OwnConfig | undefined,
  stackName: string,
  testAlert: boolean,
): Promise<Examined> {
  const region = await regionOf(account);
  let stack: Stack | undefined;
  const found = await checked('stack', async () => {
    stack = await account.stack(stackName);
    return stack
      ? stackChecks(stackName, stack)
      : [
          problem(
            'stack',
            `There is no stack ${stackName} in ${region}.`,
            'Name the right one with --stack, or its Region with AWS_REGION and its account with AWS_PROFILE; npm run deploy makes one.',
          ),
        ];
  });
  if (!stack) return { region, checks: found };
  const known = stack;
  const tableName = known.outputs.get('TableName');
  const setup = config?.configured.kind === 'ready' ? config.configured.setup : undefined;
  const checks = [
    ...found,
    ...configChecks(config, known),
    ...(setup
      ? await sourceChecks(
          {
            account,
            table: tableName === undefined ? undefined : table(tableName),
            stackName,
            isCurrent: known.outputs.get('ConfigurationDigest') === configDigest(config?.json),
            ingest: known.outputs.get('IngestFunctionName'),
            region,
            now,
          },
          setup,
        )
      : []),
    ...(await mailChecks(account, known, setup)),
    ...(setup ? await secretChecks(account, setup.notify) : []),
    ...(await workChecks(account, table, stackName, known, setup, now)),
    ...(await concurrencyChecks(account)),
    ...(testAlert ? await testAlertChecks(account, stackName, known) : []),
  ];
  return { region, checks };
}

function stackChecks(name: string, { status, outputs: held }: Stack): readonly Check[] {
  const missing = outputs.filter((output) => !held.has(output));
  const checks: Check[] = [stateCheck(name, status)];
  if (missing.length > 0)
    checks.push(
      problem(
        'stack',
        `${name} does not say its ${list(missing)}: another version of closecall deployed it, or it is another stack.`,
        'Deploy it again with this version: npm run deploy.',
      ),
    );
  return checks;
}

/** Statuses: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
function stateCheck(name: string, status: string): Check {
  switch (status) {
    case 'CREATE_COMPLETE':
    case 'UPDATE_COMPLETE':
    case 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS':
    case 'IMPORT_COMPLETE':
      return ok('stack', `${name} is deployed (${status}).`);
    case 'UPDATE_ROLLBACK_COMPLETE':
      return warning(
        'stack',
        `The last update of ${name} failed and was taken back: what runs is what was there before.`,
        `The first FAILED line says why: aws cloudformation describe-stack-events --stack-name ${name}. Then npm run deploy again.`,
      );
  }
  if (status.endsWith('_IN_PROGRESS'))
    return warning(
      'stack',
      `${name} is being changed right now (${status}).`,
      'Ask again when that is over.',
    );
  return problem(
    'stack',
    `${name} is in the state ${status} and does not work, or only in part.`,
    `The first FAILED line says why: aws cloudformation describe-stack-events --stack-name ${name}. Then npm run deploy.`,
  );
}

function configChecks(config: OwnConfig | undefined, { outputs: held }: Stack): readonly Check[] {
  const about = 'configuration';
  const deployed = held.get('ConfigurationDigest');
  if (!config)
    return [
      unchecked(
        about,
        `There is no ${usualConfig} here, so log groups, e-mail addresses and secrets are not compared with it.`,
        'Run it in the folder that was deployed from, or name the file with --config.',
      ),
    ];
  if (config.configured.kind === 'wrong')
    return config.configured.errors.map((error) => problem(about, error, `Correct ${config.path}.`));
  if (deployed === undefined) return [];
  if (deployed !== configDigest(config.json))
    return [
      problem(
        about,
        `${config.path} is not what is deployed: it was changed since, or something else was deployed.`,
        'npm run deploy brings the stack up to date. The checks below compare with the file.',
      ),
    ];
  return [ok(about, `${config.path} is what is deployed.`)];
}

async function mailChecks(
  account: Account,
  { outputs: held }: Stack,
  setup: Setup | undefined,
): Promise<readonly Check[]> {
  const [alerts, health] = [held.get('AlertsTopicArn'), held.get('HealthTopicArn')];
  const again = (topic: string, address: string) =>
    `aws sns subscribe --topic-arn ${topic} --protocol email --notification-endpoint ${address}`;
  const told =
    alerts === undefined
      ? []
      : await checked('e-mail', async () => {
          const subscribed = await account.subscribers(alerts);
          const wanted =
            setup?.notify.email?.to ??
            subscribed.filter(({ protocol }) => protocol === 'email').map(({ endpoint }) => endpoint);
          return wanted.map((address) => {
            const own = subscribed.filter(({ endpoint }) => endpoint.toLowerCase() === address.toLowerCase());
            if (own.some(({ confirmed }) => confirmed)) return ok('e-mail', `${address} is confirmed.`);
            return own.length > 0
              ? problem(
                  'e-mail',
                  `${address} has not confirmed and gets nothing.`,
                  `Follow the link in the mail "AWS Notification - Subscription Confirmation"; it works for two days. Another one: ${again(alerts, address)}`,
                )
              : problem(
                  'e-mail',
                  `${address} is not subscribed: it was never deployed, was not confirmed in time, or has unsubscribed.`,
                  `${again(alerts, address)}, then follow the link in the mail.`,
                );
          });
        });
  const watched =
    health === undefined
      ? []
      : await checked('own alarms', async () => {
          const confirmed = (await account.subscribers(health)).filter((each) => each.confirmed);
          return confirmed.length > 0
            ? [ok('own alarms', `They reach ${list(confirmed.map(({ endpoint }) => endpoint))}.`)]
            : [
                warning(
                  'own alarms',
                  'When closecall itself fails, nobody is told: the health topic has no confirmed subscriber.',
                  `${again(health, setup?.notify.email?.to[0] ?? 'you@example.com')}, then follow the link in the mail.`,
                ),
              ];
        });
  return [...told, ...watched];
}
