import type { Account } from '#functions/account.ts';
import type { BlindReason } from '#functions/items.ts';
import { blindKey, cursorKey } from '#functions/keys.ts';
import type { Table } from '#functions/ports.ts';
import type { Intake, Setup } from '#functions/setup.ts';
import { day, type Millis, minute } from '#lib/model/time.ts';
import { duration } from '#lib/model/words.ts';
import { groupChecks } from './account-checks.ts';
import { type Check, checked, ok, problem, warning } from './checklist.ts';
import { feeds, isOurs, samePattern, shownFilter } from './filters.ts';

type Group = Extract<Intake, { readonly kind: 'group' }>;

const redeploy = 'npm run deploy puts it right (cdk deploy --all: the filters are a stack of their own).';
/** CloudFormation compares templates, and not what is there: what was changed beside it stays so. */
const afresh = (name: string): string =>
  `npm run deploy puts it right, or says that ${name} has no changes: then something else changed the filter, and the stack must be made anew: aws cloudformation delete-stack --stack-name ${name}, aws cloudformation wait stack-delete-complete --stack-name ${name}, npm run deploy.`;

export interface Looked {
  readonly account: Account;
  /** Undefined where the stack does not name it. */
  readonly table: Pick<Table, 'get'> | undefined;
  readonly stackName: string;
  /** What is deployed is made of the configuration that is compared with. */
  readonly isCurrent: boolean;
  readonly ingest: string | undefined;
  readonly region: string;
  readonly now: Millis;
}

/** Whether lines come in: each log group, and the stack with their filters where one is missing. */
export async function sourceChecks(looked: Looked, setup: Setup): Promise<readonly Check[]> {
  if (setup.intakes.length === 0)
    return [
      warning(
        'sources',
        'The configuration names none: nothing is read.',
        'closecall init finds your log groups and adds them; then npm run deploy.',
      ),
    ];
  const checks: Check[] = [];
  let unfed = false;
  for (const intake of setup.intakes) {
    if (intake.kind === 'ecs') continue;
    checks.push(
      ...(await checked(intake.group, async () => {
        const wrong = await groupChecks(looked.account, intake, looked.region);
        if (wrong.length > 0) return wrong;
        const way =
          intake.transport === 'poll' ? await pollCheck(looked, intake) : await filterCheck(looked, intake);
        unfed ||= intake.transport === 'subscribe' && way.is === 'problem';
        return [way, ...(await blindChecks(looked, intake)), await lastCheck(looked, intake)];
      })),
    );
  }
  // People's own CDK apps may put the filters elsewhere: the stack matters where a filter does not stand.
  return unfed ? [...(await feedingChecks(looked.account, `${looked.stackName}Sources`)), ...checks] : checks;
}

async function feedingChecks(account: Account, name: string): Promise<readonly Check[]> {
  return checked(name, async () => {
    const stack = await account.stack(name);
    if (!stack)
      return [
        problem(
          name,
          'There is no such stack, and it holds the subscription filters: no line comes in.',
          redeploy,
        ),
      ];
    if (!/^(?:CREATE|UPDATE|IMPORT)_COMPLETE(?:_CLEANUP_IN_PROGRESS)?$/.test(stack.status))
      return [
        problem(
          name,
          `The stack with the subscription filters is in the state ${stack.status}.`,
          `The first FAILED line says why: aws cloudformation describe-stack-events --stack-name ${name}. closecall preflight looks for a taken filter or a missing group.`,
        ),
      ];
    return [];
  });
}

async function remedyFor({ account, stackName, isCurrent }: Looked): Promise<string> {
  const name = `${stackName}Sources`;
  const stack = isCurrent ? await account.stack(name).catch(() => undefined) : undefined;
  return stack ? afresh(name) : redeploy;
}

async function filterCheck(looked: Looked, { group, pattern }: Group): Promise<Check> {
  const { account, stackName, ingest = '' } = looked;
  const filters = await account.filters(group);
  const own = filters.filter(({ destination }) => feeds(destination, ingest));
  const [first] = own;
  if (!first) {
    const stray = filters.find((filter) => isOurs(filter, stackName, ingest));
    const where = stray ? `; ${shownFilter(stray)} leads elsewhere` : '';
    return problem(
      group,
      `No subscription filter leads to ${ingest}${where}: none of its lines comes in.`,
      await remedyFor(looked),
    );
  }
  if (!own.some((filter) => samePattern(filter.pattern, pattern)))
    return problem(
      group,
      `The pattern of its filter ${first.name} is not that of this version and configuration: lines that matter may be left out.`,
      await remedyFor(looked),
    );
  return ok(group, `It is subscribed to, with the right pattern (${first.name}).`);
}

/** It is read every minute, up to three minutes ago. */
const farBehind: Millis = 15 * minute;

async function pollCheck(
  { account, table, ingest = '', stackName, now }: Looked,
  { group }: Group,
): Promise<Check> {
  const left = (await account.filters(group)).find(({ destination }) => feeds(destination, ingest));
  if (left)
    return problem(
      group,
      `It is polled, and the filter ${left.name} still feeds it to closecall: its lines come twice.`,
      `npm run deploy removes it; where it stays: aws logs delete-subscription-filter --log-group-name ${group} --filter-name ${left.name}`,
    );
  const cursor = await table?.get(cursorKey(group));
  if (cursor?.kind !== 'cursor')
    return warning(
      group,
      'It is polled, and has not been read yet.',
      `That takes a minute or two after a deploy; then the log group /closecall/${stackName}/ingest says why not.`,
    );
  const upTo = cursor.next === undefined ? cursor.to : cursor.from;
  const says = `It is polled, and was read up to ${instantOf(upTo)}, ${duration(Math.max(0, now - upTo))} ago.`;
  return now - upTo > farBehind
    ? problem(group, says, `The log group /closecall/${stackName}/ingest says what holds it up.`)
    : ok(group, says);
}

async function blindChecks({ table, now }: Looked, { group, transport }: Group): Promise<readonly Check[]> {
  const reasons: readonly BlindReason[] =
    transport === 'poll' ? ['polling'] : ['errors', 'throttling', 'unsubscribed'];
  const items = await Promise.all(reasons.map((reason) => table?.get(blindKey(group, reason))));
  return items.flatMap((item) => {
    if (item?.kind !== 'blind') return [];
    const { reason, since, until } = item;
    const { missed, hint } = blindness[reason];
    if (until === undefined)
      return [
        problem(
          group,
          `${missed} since ${instantOf(since)}, ${duration(Math.max(0, now - since))} ago.`,
          `${hint} closecall replay reads what is missing.`,
        ),
      ];
    // The alarm was made, and has never seen a loss.
    if (until <= since) return [];
    return [
      warning(
        group,
        `${missed} from ${instantOf(since)} to ${instantOf(until)}.`,
        `closecall replay --since ${instantOf(since)} --until ${instantOf(until)} reads what is missing.`,
      ),
    ];
  });
}

const blindness: Readonly<Record<BlindReason, { readonly missed: string; readonly hint: string }>> = {
  errors: {
    missed: 'CloudWatch could not deliver all of its lines',
    hint: 'Its metric DeliveryErrors (AWS/Logs) says how many;',
  },
  throttling: {
    missed: 'CloudWatch was throttled and could not deliver all of its lines',
    hint: 'Its metric DeliveryThrottling (AWS/Logs) says how many; check the concurrency of the account;',
  },
  unsubscribed: {
    missed: 'It had no subscription filter of ours',
    hint: 'A group that was deleted takes its filter with it;',
  },
  polling: { missed: 'It could not be read', hint: 'The log group of ingest says why;' },
};

const instantOf = (at: Millis): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** CloudWatch updates it late: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogStream.html */
const silent = day;

async function lastCheck({ account, now }: Looked, { group }: Group): Promise<Check> {
  const last = await account.lastEvent(group);
  if (last === undefined)
    return warning(
      group,
      'Nothing was ever written to it.',
      'Check the agent or log driver that should write, and the name.',
    );
  const says = `Its last line is of ${instantOf(last)}, ${duration(Math.max(0, now - last))} ago by CloudWatch, which may be an hour behind with that.`;
  return now - last > silent
    ? warning(group, says, 'If the service is running, check the agent or log driver that writes.')
    : ok(group, says);
}
