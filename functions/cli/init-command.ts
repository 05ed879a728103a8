import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { type Command, Option } from 'commander';
import type { SlackWish } from './init-config.ts';
import { lookOf } from './look.ts';
import { Problem, spoken } from './problem.ts';

interface InitFlags {
  readonly group?: readonly string[];
  readonly ecsCluster?: readonly string[];
  readonly email?: readonly string[];
  readonly slackChannel?: string;
  readonly slackParameter?: string;
  readonly slackSecret?: string;
  readonly region?: string;
  readonly output: string;
  readonly yes?: true;
}

const usual = 'closecall.config.json';

const about = `
It looks at your account and writes the configuration that npm run deploy deploys:

  log groups   what there is, how much it holds; a few recent lines of the likely ones say what writes them
  formats      and roles are found from those lines, as closecall explain finds them from files
  zone         where lines carry none, from comparing them with the time that CloudWatch gave each
  filters      whether a subscription filter is free; a group without one is asked once a minute
  cost         what the stack will cost a month, item by item

On a terminal it asks. Elsewhere, and with --yes, it does not: what no flag says is taken as it was found.

  closecall init
  closecall init --group /app/nginx --group /app/api --email ops@example.com --yes
  closecall init --group /app/nginx --ecs-cluster prod --slack-channel C0123456789 --slack-parameter /closecall/slack

  --slack-parameter   names an SSM parameter of type SecureString that holds the bot's token or, without
                      --slack-channel, the address of an incoming webhook; the secret itself is never asked for, and how
                      to store it is said at the end
  --slack-secret      the same by the full ARN of a secret in Secrets Manager
  --yes               takes every proposal, and replaces a configuration that is there

It asks AWS with your own credentials, as the AWS command does: AWS_PROFILE, AWS_REGION, aws sso login. Only the file is
written. Rights: logs:DescribeLogGroups, logs:FilterLogEvents, logs:DescribeLogStreams, logs:DescribeSubscriptionFilters,
ssm:DescribeParameters or secretsmanager:DescribeSecret; a missing one costs what it would have told.

Exit codes: 0 the file was written, 2 wrong usage, no access, or it was stopped.`;

const collect = (value: string, held: readonly string[] = []): readonly string[] => [...held, value];
const repeatable = (flags: string, says: string) => new Option(flags, says).argParser(collect);

export function addInit(closecall: Command, folder: () => string): void {
  closecall
    .command('init')
    .description('finds your log groups and writes the configuration to deploy')
    .addOption(repeatable('--group <name>', 'read this log group, repeatable'))
    .addOption(repeatable('--ecs-cluster <name>', 'read the events of this ECS cluster, repeatable'))
    .addOption(repeatable('--email <address>', 'who gets mail, repeatable'))
    .option('--slack-channel <id>', 'the id of the Slack channel, for a bot: C0123456789')
    .option('--slack-parameter <name>', 'where the Slack secret is kept: /closecall/slack')
    .option('--slack-secret <arn>', 'the same, in Secrets Manager')
    .option('--region <region>', 'the Region to look in (default: that of the environment)')
    .option('--output <file>', 'where the configuration is written', usual)
    .option('--yes', 'ask nothing: take what is found, replace what is there')
    .addHelpText('after', about)
    .action((flags: InitFlags) => run(flags, folder()));
}

async function run(flags: InitFlags, cwd: string): Promise<void> {
  const path = resolve(cwd, flags.output);
  const slack = slackOf(flags);
  const asks = process.stdin.isTTY === true && process.stdout.isTTY === true && !flags.yes;
  const isThere = existsSync(path);
  if (isThere && !asks && !flags.yes)
    throw new Problem(
      `${flags.output} is there already and was left as it is: name another file with --output, or replace it with --yes.`,
    );
  if (flags.region !== undefined) process.env['AWS_REGION'] = flags.region;
  const [{ init }, { schemaFor }, { openAccount }, { cloudWatchLogs }, { systemClock }, asking] =
    await Promise.all([
      import('./init.ts'),
      import('./init-config.ts'),
      import('./open-account.ts'),
      import('#functions/adapters/cloudwatch-logs.ts'),
      import('#functions/adapters/system-clock.ts'),
      asks ? import('./init-interview.ts') : undefined,
    ]);
  const look = lookOf(process.stdout);
  const interview = asking?.interview;
  const decided = await init(
    {
      account: openAccount(),
      logs: cloudWatchLogs(),
      clock: systemClock,
      interview,
      waiting: asking?.waitingOn() ?? { say: () => {}, end: () => {} },
      zoneHere: Intl.DateTimeFormat().resolvedOptions().timeZone,
      look,
      say: (text) => process.stdout.write(text),
      schema: schemaFor(dirname(path)),
    },
    {
      groups: flags.group,
      clusters: flags.ecsCluster ?? (asks ? undefined : []),
      email: flags.email ?? (asks ? undefined : []),
      slack,
      yes: flags.yes === true,
    },
  );
  const agreed =
    interview === undefined ||
    (await interview.agree(
      isThere ? `${flags.output} is there already. Replace it?` : `Write ${flags.output}?`,
      !isThere,
    ));
  if (!agreed) throw new Problem('nothing was written.');
  write(path, flags.output, decided.text, isThere);
  const { nextSteps } = await import('./init-report.ts');
  process.stdout.write(nextSteps(look, decided, flags.output, flags.output === usual, flags.region));
}

function slackOf({ slackChannel, slackParameter, slackSecret }: InitFlags): SlackWish | undefined {
  if (slackParameter !== undefined && slackSecret !== undefined)
    throw new Problem(
      'the Slack secret is kept in one place: --slack-parameter or --slack-secret, not both.',
    );
  const ref =
    slackParameter !== undefined
      ? { parameter: slackParameter }
      : slackSecret !== undefined
        ? { secretArn: slackSecret }
        : undefined;
  if (slackChannel === undefined) return ref && { webhook: ref };
  if (!ref)
    throw new Problem(
      '--slack-channel needs the bot’s token: name where it is kept, --slack-parameter /closecall/slack. The token itself is not asked for.',
    );
  return { channel: slackChannel, token: ref };
}

/** A file that came while somebody answered is not lost. */
function write(path: string, shown: string, text: string, replaces: boolean): void {
  try {
    writeFileSync(path, text, { flag: replaces ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new Problem(
      `${shown} could not be written: ${code === 'ENOENT' ? 'there is no such folder' : code === 'EEXIST' ? 'it has come to be there in the meantime' : spoken(error)}.`,
    );
  }
}
