import { describe, expect, it } from 'vitest';
import { secretOf } from '#functions/adapters/secrets.ts';
import { useFakeAws } from './fake-aws.ts';
import { Refused } from './fake-dynamo.ts';

const aws = useFakeAws();
let now = 0;
const clock = { now: () => now };
const parameter = () => secretOf({ parameter: '/closecall/slack' }, clock);
const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:closecall/slack-AbCdEf';
const managed = () => secretOf({ secretArn }, clock);

const holds = (Type: string, Value: string) => {
  aws.answers['AmazonSSM.GetParameter'] = () => ({ Parameter: { Name: '/closecall/slack', Type, Value } });
};
const keeps = (answer: object) => {
  aws.answers['secretsmanager.GetSecretValue'] = () => ({ ARN: secretArn, ...answer });
};

describe('an SSM parameter', () => {
  it('is read decrypted, by its name', async () => {
    holds('SecureString', 'xoxb-1\n');
    expect(await parameter().read()).toEqual({ kind: 'read', value: 'xoxb-1' });
    expect(aws.calls[0]?.body).toEqual({ Name: '/closecall/slack', WithDecryption: true });
  });

  it('is remembered for five minutes, or until it was refused', async () => {
    holds('SecureString', 'old');
    const secret = parameter();
    await secret.read();
    holds('SecureString', 'new');
    now += 4 * 60_000;
    expect(await secret.read()).toEqual({ kind: 'read', value: 'old' });
    now += 2 * 60_000;
    expect(await secret.read()).toEqual({ kind: 'read', value: 'new' });
    holds('SecureString', 'newest');
    secret.forget();
    expect(await secret.read()).toEqual({ kind: 'read', value: 'newest' });
    expect(aws.calls).toHaveLength(3);
  });

  it.each([
    [
      'ParameterNotFound',
      'does not exist in this Region: create it with aws ssm put-parameter --type SecureString',
    ],
    ['AccessDeniedException', 'this function may not read the SSM parameter /closecall/slack: deploy again'],
    ['InvalidKeyId', 'the key that encrypts'],
  ])('says what to do after %s', async (error, what) => {
    aws.fault = () => new Refused(error);
    expect(await parameter().read()).toEqual({
      kind: 'unread',
      retryable: false,
      why: expect.stringContaining(what),
    });
  });

  it('must be of the kind that is encrypted, and hold something', async () => {
    holds('String', 'xoxb-1-plain');
    const plain = await parameter().read();
    expect(plain).toMatchObject({ kind: 'unread', why: expect.stringContaining('is of type String') });
    expect(JSON.stringify(plain)).not.toContain('xoxb-1-plain');
    holds('SecureString', ' \n');
    expect(await parameter().read()).toMatchObject({
      kind: 'unread',
      why: expect.stringContaining('is empty'),
    });
  });

  it('may be readable in a moment', async () => {
    aws.fault = () => new Refused('InternalServerError');
    expect(await parameter().read()).toEqual({
      kind: 'unread',
      retryable: true,
      why: 'the SSM parameter /closecall/slack could not be read (InternalServerError)',
    });
  });
});

describe('a secret of Secrets Manager', () => {
  it.each([
    ['xoxb-1', 'xoxb-1'],
    ['{"token":"xoxb-2"}', 'xoxb-2'],
    ['https://hooks.slack.com/services/T/B/x', 'https://hooks.slack.com/services/T/B/x'],
  ])('holds %s', async (SecretString, value) => {
    keeps({ SecretString });
    expect(await managed().read()).toEqual({ kind: 'read', value });
    expect(aws.calls[0]?.body).toEqual({ SecretId: secretArn });
  });

  it.each([
    ['ResourceNotFoundException', 'does not exist in this Region, or has no value yet'],
    ['AccessDeniedException', 'this function may not read the secret'],
    ['InvalidRequestException', 'restore-secret'],
    ['DecryptionFailure', 'kms:Decrypt'],
  ])('says what to do after %s', async (error, what) => {
    aws.fault = () => new Refused(error);
    expect(await managed().read()).toEqual({
      kind: 'unread',
      retryable: false,
      why: expect.stringContaining(what),
    });
  });

  it('must be text', async () => {
    keeps({ SecretBinary: 'AAAA' });
    expect(await managed().read()).toMatchObject({
      kind: 'unread',
      why: expect.stringContaining('is binary'),
    });
  });
});
