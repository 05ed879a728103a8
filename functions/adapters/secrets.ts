import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Clock } from '#functions/ports.ts';
import type { SecretRef } from '#functions/setup.ts';
import { type Millis, minute } from '#lib/model/time.ts';

export type SecretRead =
  | { readonly kind: 'read'; readonly value: string }
  /** Half a sentence that says what to do and never holds a value. Not `retryable`: somebody must do it first. */
  | { readonly kind: 'unread'; readonly retryable: boolean; readonly why: string };

export interface Secret {
  readonly read: () => Promise<SecretRead>;
  /** The value was refused: it is read anew the next time. */
  readonly forget: () => void;
}

const kept: Millis = 5 * minute;
const options = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
};

/** A secret by its reference, asked for when it is needed and remembered for five minutes. */
export function secretOf(ref: SecretRef, clock: Pick<Clock, 'now'>): Secret {
  const ask = 'parameter' in ref ? parameter(ref.parameter) : managed(ref.secretArn);
  let held: { readonly value: string; readonly until: Millis } | undefined;
  return {
    async read() {
      if (held && clock.now() < held.until) return { kind: 'read', value: held.value };
      const answer = await ask();
      if (answer.kind === 'read') held = { value: answer.value, until: clock.now() + kept };
      return answer;
    },
    forget: () => {
      held = undefined;
    },
  };
}

const unread = (why: string, retryable = false): SecretRead => ({ kind: 'unread', retryable, why });
const read = (text: string, what: string): SecretRead => {
  const value = text.trim();
  return value === ''
    ? unread(`${what} is empty: store the token or the webhook's URL in it`)
    : { kind: 'read', value };
};

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
function parameter(name: string): () => Promise<SecretRead> {
  const client = new SSMClient(options);
  const what = `the SSM parameter ${name}`;
  const create = `aws ssm put-parameter --type SecureString --name ${name} --value …`;
  return async () => {
    try {
      const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
      if (Parameter?.Type !== 'SecureString')
        return unread(
          `${what} is of type ${Parameter?.Type ?? 'unknown'}, which does not keep a secret: delete it and store it with ${create}`,
        );
      return read(Parameter.Value ?? '', what);
    } catch (error) {
      return refused(error, what, {
        ParameterNotFound: `${what} does not exist in this Region: create it with ${create}`,
        ParameterVersionNotFound: `${what} has no such version: name it without one`,
        InvalidKeyId: `the key that encrypts ${what} is gone or disabled: store it again with ${create}`,
      });
    }
  };
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
function managed(arn: string): () => Promise<SecretRead> {
  const client = new SecretsManagerClient(options);
  const what = `the secret ${arn}`;
  const create = `aws secretsmanager put-secret-value --secret-id ${arn} --secret-string …`;
  return async () => {
    try {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
      if (SecretString === undefined)
        return unread(`${what} is binary, and text is needed: store it with ${create}`);
      return read(onlyMember(SecretString), what);
    } catch (error) {
      return refused(error, what, {
        ResourceNotFoundException: `${what} does not exist in this Region, or has no value yet: create it, then ${create}`,
        InvalidRequestException: `${what} is marked for deletion: restore it with aws secretsmanager restore-secret --secret-id ${arn}`,
        DecryptionFailure: `the key that encrypts ${what} cannot be used: allow this function kms:Decrypt on it, or enable it`,
      });
    }
  };
}

/** The console stores pairs of names and values; where there is one pair, its value is meant. */
function onlyMember(text: string): string {
  try {
    const members = Object.values(JSON.parse(text));
    return members.length === 1 && typeof members[0] === 'string' ? members[0] : text;
  } catch {
    return text;
  }
}

function refused(error: unknown, what: string, known: Readonly<Record<string, string>>): SecretRead {
  const name = error instanceof Error ? error.name : 'unknown error';
  const why = known[name];
  if (why !== undefined) return unread(why);
  if (name === 'AccessDeniedException')
    return unread(
      `this function may not read ${what}: deploy again with the configuration that names it, and where a key of your own encrypts it, allow kms:Decrypt`,
    );
  return unread(`${what} could not be read (${name})`, true);
}
