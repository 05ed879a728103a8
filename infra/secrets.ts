import type { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { secretsIn } from '#functions/config/secrets.ts';
import type { Notify, SecretRef } from '#functions/setup.ts';
import { allow } from './function.ts';

/**
 * Reading the secrets that the configuration names, and nothing else. The keys that AWS manages let whoever may read
 * a secret decrypt it; a customer key does not.
 */
export function secretStatements(
  stack: Stack,
  notify: Notify,
  key: string | undefined,
): readonly PolicyStatement[] {
  const refs = secretsIn(notify).map(({ ref }) => ref);
  const parameters = refs.flatMap((ref) => ('parameter' in ref ? [parameterArn(stack, ref)] : []));
  const secrets = refs.flatMap((ref) => ('secretArn' in ref ? [ref.secretArn] : []));
  return [
    ...(parameters.length > 0 ? [allow(['ssm:GetParameter'], [...new Set(parameters)])] : []),
    ...(secrets.length > 0 ? [allow(['secretsmanager:GetSecretValue'], [...new Set(secrets)])] : []),
    ...(refs.length > 0 && key !== undefined ? [allow(['kms:Decrypt'], [key])] : []),
  ];
}

const parameterArn = (stack: Stack, { parameter }: Extract<SecretRef, { parameter: string }>): string =>
  stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: parameter.replace(/^\//, '') });
