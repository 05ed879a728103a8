import type { Account } from '#functions/account.ts';
import { secretsIn } from '#functions/config/secrets.ts';
import type { Intake, Notify, SecretRef } from '#functions/setup.ts';
import { answeredOr, type Check, checked, ok, problem, warning } from './checklist.ts';

/** Asked first: without a Region there is no account to look at. */
export const regionOf = (account: Account): Promise<string> => answeredOr(account.region());

/** What a subscribed or polled log group must be. Nothing wrong: an empty answer. */
export async function groupChecks(
  account: Account,
  { group }: Extract<Intake, { kind: 'group' }>,
  region: string,
): Promise<readonly Check[]> {
  const facts = await account.group(group);
  if (!facts)
    return [
      problem(
        group,
        `There is no log group of this name in ${region}.`,
        `Correct logGroup in the configuration, or name the right Region (AWS_REGION) or account (AWS_PROFILE). aws logs describe-log-groups --query "logGroups[].logGroupName" lists what there is.`,
      ),
    ];
  if (facts.class !== 'STANDARD')
    return [
      problem(
        group,
        `It is of class ${facts.class}, and CloudWatch lets only groups of class STANDARD be subscribed to or searched.`,
        'The class of a group cannot be changed: send the log to a new group of class STANDARD and name that one.',
      ),
    ];
  return [];
}

/** The figure below which AWS accepts no reservation, and which new accounts have in all. */
const newAccount = 10;

export async function concurrencyChecks(account: Account): Promise<readonly Check[]> {
  return checked('concurrency', async () => {
    const limit = await account.concurrency();
    const says = `${limit.account} functions may run at once in this account and Region, ${limit.unreserved} of them unreserved.`;
    if (limit.unreserved > newAccount) return [ok('concurrency', says)];
    return [
      warning(
        'concurrency',
        says,
        'That is what new accounts get; a storm of lines would wait. Ask for more: Service Quotas, AWS Lambda, Concurrent executions (L-B99A9384).',
      ),
    ];
  });
}

export async function secretChecks(account: Account, notify: Notify): Promise<readonly Check[]> {
  const checks = secretsIn(notify).map(({ what, ref }) =>
    checked(what, async () => [await secretCheck(account, what, ref)]),
  );
  return (await Promise.all(checks)).flat();
}

/** How a secret is stored so that it stands in no file and in no shell's history: it is read from standard input. */
export const storing = (ref: SecretRef): string =>
  'parameter' in ref
    ? `aws ssm put-parameter --name ${ref.parameter} --type SecureString --value "$(cat)"`
    : `aws secretsmanager create-secret --name ${nameIn(ref.secretArn)} --secret-string "$(cat)"`;

/** Without the six signs that Secrets Manager adds to it. */
const nameIn = (secretArn: string): string => secretArn.replace(/^.*:secret:/, '').replace(/-[^-]{6}$/, '');

async function secretCheck(account: Account, about: string, ref: SecretRef): Promise<Check> {
  const region = await account.region();
  if ('secretArn' in ref) {
    const named = ref.secretArn.split(':')[3];
    if (named !== region)
      return problem(
        about,
        `${ref.secretArn} is in ${named} and the stack in ${region}.`,
        `Copy the secret (aws secretsmanager replicate-secret-to-regions) and name the ARN that it has in ${region}.`,
      );
  }
  const name = 'parameter' in ref ? ref.parameter : ref.secretArn;
  const facts = await account.secret(ref);
  const store = `${storing(ref)} reads it from standard input${'parameter' in ref ? '' : ' and prints its ARN'}`;
  if (!facts)
    return problem(about, `${name} does not exist in ${region}.`, `Store it and deploy again: ${store}.`);
  if (facts.kind === 'parameter' && facts.type !== 'SecureString')
    return problem(
      about,
      `${name} is of type ${facts.type}, which keeps it in plain text.`,
      `Delete it and store it encrypted: aws ssm delete-parameter --name ${name}, then ${store}.`,
    );
  if (facts.kind === 'secret' && facts.deleted)
    return problem(
      about,
      `${name} is marked for deletion and cannot be read.`,
      `aws secretsmanager restore-secret --secret-id ${name} takes that back.`,
    );
  if (facts.kind === 'secret' && !facts.current)
    return problem(
      about,
      `${name} has no value.`,
      `aws secretsmanager put-secret-value --secret-id ${name} --secret-string "$(cat)" reads it from standard input.`,
    );
  if (facts.key !== undefined)
    return warning(
      about,
      `${name} is encrypted with a key of your own, ${facts.key}.`,
      'The functions may use it only where the construct Closecall is told so: secretKey: "<ARN of the key>". Storing it with the default key needs nothing. closecall doctor --test-alert shows whether it can be read.',
    );
  return ok(about, `${name} is there; its value was not read.`);
}
