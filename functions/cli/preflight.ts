import type { Account, Stack } from '#functions/account.ts';
import { undeployable } from '#functions/config/deployable.ts';
import { everyLine } from '#functions/config/every-line.ts';
import type { Setup } from '#functions/setup.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Source } from '#lib/model/record.ts';
import { count, list } from '#lib/model/words.ts';
import { concurrencyChecks, groupChecks, regionOf, secretChecks } from './account-checks.ts';
import { type Check, checked, type Examined, ok, problem, unchecked, warning } from './checklist.ts';
import { type OwnConfig, usualConfig } from './own-config.ts';
import { slotCheck } from './slots.ts';

/** What CloudFormation would only find out in the middle of a deploy, and then take everything back. */
export async function preflight(
  account: Account,
  config: OwnConfig | undefined,
  stackName: string,
): Promise<Examined> {
  const region = await regionOf(account);
  if (config?.configured.kind === 'wrong') {
    const checks = config.configured.errors.map((error) =>
      problem(config.path, error, 'Correct the file; nothing else was looked at.'),
    );
    return { region, checks };
  }
  const setup = config?.configured.kind === 'ready' ? config.configured.setup : undefined;
  const main = await stackOf(account, stackName);
  const feeding = await stackOf(account, `${stackName}Sources`);
  const checks = [
    configCheck(config, setup),
    ...(setup ? undeployable(setup) : []).map(({ what, remedy }) =>
      problem('configuration', `${what}.`, `It cannot be deployed: ${remedy}.`),
    ),
    ...(await bootstrapChecks(account)),
    ...main.checks,
    ...feeding.checks,
    ...(await concurrencyChecks(account)),
    ...(setup && feeding.stack ? leftChecks(setup, `${stackName}Sources`) : []),
    ...(setup ? await intakeChecks(account, setup, region, stackName, main.stack) : []),
    ...(setup ? await secretChecks(account, setup.notify) : []),
    ...(setup ? notifyChecks(setup.notify) : []),
  ];
  return { region, checks };
}

function configCheck(config: OwnConfig | undefined, setup: Setup | undefined): Check {
  const intakes = setup?.intakes.length ?? 0;
  if (!config)
    return warning(
      'configuration',
      `There is no ${usualConfig} here: a stack that reads nothing is deployed.`,
      'closecall init writes one; a later deploy takes it in.',
    );
  if (intakes === 0)
    return warning(
      'configuration',
      `${config.path} names no sources: a stack that reads nothing is deployed.`,
      'closecall init finds your log groups and adds them.',
    );
  return ok('configuration', `${config.path} is valid and names ${count(intakes, 'source')}.`);
}

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html: what the default synthesizer asks for. */
const leastBootstrap = 6;
const bootstrapStack = 'CDKToolkit';

async function bootstrapChecks(account: Account): Promise<readonly Check[]> {
  return checked('bootstrap', async () => {
    const remedy = 'npx cdk bootstrap prepares this account and Region for the CDK, once.';
    const stack = await account.stack(bootstrapStack);
    if (!stack)
      return [
        problem(
          'bootstrap',
          `There is no stack ${bootstrapStack}, so the CDK has no bucket to put the functions in.`,
          `${remedy} If yours has another name, pass it to cdk deploy with --toolkit-stack-name.`,
        ),
      ];
    const version = Number(stack.outputs.get('BootstrapVersion') ?? 0);
    if (version < leastBootstrap)
      return [
        problem(
          'bootstrap',
          `${bootstrapStack} is of version ${version}, and ${leastBootstrap} is needed.`,
          `${remedy} It brings an old one up to date.`,
        ),
      ];
    return [ok('bootstrap', `${bootstrapStack} is there, version ${version}.`)];
  });
}

async function stackOf(
  account: Account,
  name: string,
): Promise<{ readonly stack?: Stack; readonly checks: readonly Check[] }> {
  let stack: Stack | undefined;
  const checks = await checked(name, async () => {
    stack = await account.stack(name);
    return [stack ? stateCheck(name, stack.status) : ok(name, 'The stack does not exist yet.')];
  });
  return { ...(stack ? { stack } : {}), checks };
}

/** Statuses: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
function stateCheck(name: string, status: string): Check {
  switch (status) {
    case 'UPDATE_ROLLBACK_FAILED':
      return problem(
        name,
        'Its last update failed, and so did taking it back.',
        `aws cloudformation continue-update-rollback --stack-name ${name}, then deploy again.`,
      );
    case 'DELETE_FAILED':
      return problem(
        name,
        'It was deleted and a part of it stayed.',
        `aws cloudformation delete-stack --stack-name ${name} tries again; the events in the console say what holds it.`,
      );
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
      return ok(name, 'Its first deploy failed; cdk deploy removes what is left and starts afresh.');
    case 'REVIEW_IN_PROGRESS':
      return ok(name, 'It was begun and never deployed; cdk deploy goes on from there.');
  }
  if (status.endsWith('_IN_PROGRESS'))
    return problem(
      name,
      `It is being changed right now (${status}).`,
      `Wait for it: aws cloudformation describe-stacks --stack-name ${name} --query "Stacks[0].StackStatus"`,
    );
  return ok(name, `The stack exists (${status}) and is updated.`);
}

/** With no log group in the configuration the CDK no longer knows the stack of the filters, and leaves it as it is. */
function leftChecks({ intakes }: Setup, name: string): readonly Check[] {
  if (intakes.some(({ kind }) => kind === 'group')) return [];
  return [
    warning(
      name,
      'It still subscribes to log groups, and the configuration names none any more.',
      `After the deploy: aws cloudformation delete-stack --stack-name ${name}`,
    ),
  ];
}

async function intakeChecks(
  account: Account,
  { intakes, run, catalogue }: Setup,
  region: string,
  stackName: string,
  stack: Stack | undefined,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const intake of intakes) {
    if (intake.kind === 'ecs') {
      checks.push(
        unchecked(
          `ECS cluster ${intake.cluster}`,
          'Whether it exists is not asked: its events simply come or do not.',
          `aws ecs describe-clusters --clusters ${intake.cluster} --query "clusters[].status" answers ACTIVE.`,
        ),
      );
      continue;
    }
    checks.push(
      ...(await checked(intake.group, async () => {
        const wrong = await groupChecks(account, intake, region);
        if (wrong.length > 0) return wrong;
        if (intake.transport === 'poll')
          return [ok(intake.group, 'It exists and is polled, which needs no subscription filter.')];
        const filters = await account.filters(intake.group);
        return [slotCheck(intake.group, filters, stackName, stack?.outputs.get('IngestFunctionName'))];
      })),
      ...costChecks(
        intake.group,
        run.sources.find(({ name }) => name === intake.group),
        catalogue,
      ),
    );
  }
  return checks;
}

function costChecks(group: string, source: Source | undefined, catalogue: Catalogue): readonly Check[] {
  const every = source && everyLine(source, catalogue);
  switch (every?.kind) {
    case undefined:
      return [];
    case 'avoidable':
      return [warning(group, every.says, every.todo)];
    case 'inevitable':
      return [ok(group, every.says)];
  }
}

function notifyChecks({ slack, email, webhook, chat }: Setup['notify']): readonly Check[] {
  if (!slack && !email && !webhook && !chat)
    return [
      warning(
        'notify',
        'Nobody is told of an incident: the configuration names neither e-mail, Slack, a webhook nor a chat.',
        'Add "notify": { "email": { "to": ["you@example.com"] } }.',
      ),
    ];
  if (!email) return [];
  const twice = email.to.filter(
    (one, index) => email.to.findIndex((other) => other.toLowerCase() === one.toLowerCase()) < index,
  );
  if (twice.length > 0)
    return [
      warning(
        'e-mail',
        `${list(twice)} is named twice.`,
        'Remove it from notify.email.to, or it gets every mail twice.',
      ),
    ];
  return [
    ok(
      'e-mail',
      `${list(email.to)}: AWS sends two mails at the first deploy, one for alerts and one for alarms about closecall itself; the link in each must be followed within two days.`,
    ),
  ];
}
