import process from 'node:process';
import { type Command, Option } from 'commander';
import type { Examined } from './checklist.ts';
import { deadQueueNames } from './dead-queues.ts';
import { lookOf } from './look.ts';

/** The commands of whoever runs the stack. What they need of AWS is loaded when one is called. */

interface Flags {
  readonly stack: string;
  readonly config?: string;
  readonly json?: true;
}
interface DoctorFlags extends Flags {
  readonly testAlert?: true;
}
interface RedriveFlags {
  readonly stack: string;
  readonly queue?: string;
  readonly dryRun?: true;
}

const credentials = `
It asks AWS with your own credentials, as the AWS command does: AWS_PROFILE, AWS_REGION, aws sso login.`;

const aboutPreflight = `
CloudFormation finds a missing log group or a taken subscription filter only in the middle of a deploy, and then takes
everything back. This looks before, changes nothing, and says what to do:

  configuration    closecall.config.json is valid
  bootstrap        the CDK's own stack is there (npx cdk bootstrap)
  stacks           none is stuck half-way
  log groups       exist in this Region, are of class STANDARD, have a subscription filter free; who holds the others
  secrets          exist and are encrypted; their values are never read
  concurrency      how many functions the account may run at once
${credentials}
What a missing right leaves open is listed as "not checked" and stops nothing.

Rights: cloudformation:DescribeStacks, logs:DescribeLogGroups, logs:DescribeSubscriptionFilters,
lambda:GetAccountSettings, ssm:DescribeParameters, secretsmanager:DescribeSecret.

Exit codes: 0 nothing stands in the way, 2 something does, or the command could not look.`;

const aboutDoctor = `
It asks whether the next incident would reach somebody, from the log line to the mail:

  stack            is there and whole, and made of this closecall.config.json
  log groups       are subscribed to with the right pattern; when a line last came (CloudWatch tells that late, by up
                   to an hour)
  e-mail, secrets  addresses are confirmed, secrets are there
  work             the oldest thing still to be done, dead letters, the last close that was judged
  --test-alert     has the deployed function send one test message to e-mail and Slack, with its own rights
${credentials}
Rights: those of preflight, and logs:DescribeLogStreams, sns:ListSubscriptionsByTopic, sqs:GetQueueAttributes,
dynamodb:GetItem and dynamodb:Query on the table; lambda:InvokeFunction for --test-alert.

Exit codes: 0 healthy, 1 at least one problem, 2 wrong usage, or something could not be looked at.`;

const aboutRedrive = `
What failed too often waits in a dead-letter queue for 14 days. Once the reason is gone, this puts it back to be tried
again: each message is sent first and removed then, so none is lost, and one that is tried twice does no harm.
It says what lies there: log groups, scopes, media, how old, and how it failed; log lines are not shown.

  closecall redrive --dry-run           look, move nothing
  closecall redrive --queue ingest      only the log lines that could not be stored
${credentials}
Rights: cloudformation:DescribeStacks; sqs:GetQueueAttributes, ReceiveMessage, DeleteMessage, ChangeMessageVisibility on
the dead-letter queues; sqs:SendMessage on the others.

Exit codes: 0 nothing was left, 1 something stayed where it was, 2 wrong usage or no access.`;

const stackOption = () =>
  new Option('--stack <name>', 'the name of the CloudFormation stack').default('Closecall');

export function addOperations(
  closecall: Command,
  folder: () => string,
  finish: (code: number) => void,
): void {
  const print = async (command: string, examined: Examined, flags: Flags) => {
    const { checklist, checklistJson } = await import('./checklist.ts');
    process.stdout.write(
      flags.json
        ? checklistJson(command, flags.stack, examined)
        : checklist(
            `closecall ${command}: stack ${flags.stack} in ${examined.region}`,
            examined.checks,
            lookOf(process.stdout),
          ),
    );
  };

  closecall
    .command('preflight')
    .description('looks, before cdk deploy, for what would make it fail')
    .option(
      '--config <file>',
      'the configuration to be deployed (default: closecall.config.json, where there is one)',
    )
    .addOption(stackOption())
    .option('--json', 'print the checks as JSON')
    .addHelpText('after', aboutPreflight)
    .action(async (flags: Flags) => {
      const [{ preflight }, { openAccount }, { ownConfig }, { preflightExit }] = await Promise.all([
        import('./preflight.ts'),
        import('./open-account.ts'),
        import('./own-config.ts'),
        import('./checklist.ts'),
      ]);
      const examined = await preflight(openAccount(), ownConfig(flags.config, folder()), flags.stack);
      finish(preflightExit(examined.checks));
      await print('preflight', examined, flags);
    });

  closecall
    .command('doctor')
    .description('says whether the deployed stack would tell somebody of the next incident')
    .addOption(stackOption())
    .option(
      '--config <file>',
      'the configuration that was deployed (default: closecall.config.json, where there is one)',
    )
    .option('--test-alert', 'send one message that says it is a test, the way that alerts go')
    .option('--json', 'print the checks as JSON')
    .addHelpText('after', aboutDoctor)
    .action(async (flags: DoctorFlags) => {
      const [{ doctor }, { openAccount, openTable }, { ownConfig }, { doctorExit }] = await Promise.all([
        import('./doctor.ts'),
        import('./open-account.ts'),
        import('./own-config.ts'),
        import('./checklist.ts'),
      ]);
      const examined = await doctor(
        { account: openAccount(), table: openTable, now: Date.now() },
        ownConfig(flags.config, folder()),
        flags.stack,
        flags.testAlert === true,
      );
      finish(doctorExit(examined.checks));
      await print('doctor', examined, flags);
    });

  closecall
    .command('redrive')
    .description('shows what failed for good, and puts it back to be tried again')
    .addOption(stackOption())
    .addOption(new Option('--queue <name>', 'only this one').choices([...deadQueueNames]))
    .option('--dry-run', 'look, and move nothing')
    .addHelpText('after', aboutRedrive)
    .action(async (flags: RedriveFlags) => {
      const [{ redriveAll }, { openAccount }] = await Promise.all([
        import('./redrive.ts'),
        import('./open-account.ts'),
      ]);
      const done = await redriveAll(openAccount(), {
        stackName: flags.stack,
        queues: deadQueueNames.filter((name) => flags.queue === undefined || flags.queue === name),
        now: Date.now(),
        dryRun: flags.dryRun === true,
        say: (row) => process.stdout.write(`${row}\n`),
      });
      finish(done.some(({ stayed }) => stayed !== undefined) ? 1 : 0);
    });
}
