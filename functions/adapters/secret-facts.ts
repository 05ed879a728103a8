import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  DescribeParametersCommand,
  type DescribeParametersResult,
  type ParameterMetadata,
  SSMClient,
} from '@aws-sdk/client-ssm';
import type { Account } from '#functions/account.ts';
import { asked } from './unanswered.ts';

/** Keys that every account has and whose policies let its own principals decrypt through the service. */
const everyones = /^(?:alias\/)?(?:aws\/ssm|aws\/secretsmanager)$/;
const ownKey = (key: string | undefined): string | undefined =>
  key === undefined || everyones.test(key) ? undefined : key;

/** Whether secrets are there and of which kind, by two questions that never answer with a value. */
export function secretFacts(): Pick<Account, 'secret'> {
  const [parameters, secrets] = [new SSMClient({}), new SecretsManagerClient({})];
  return {
    secret: async (ref) => {
      if ('secretArn' in ref) {
        const answer = secrets
          .send(new DescribeSecretCommand({ SecretId: ref.secretArn }))
          .catch((error: unknown) => {
            if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
            throw error;
          });
        const found = await asked('secretsmanager:DescribeSecret', answer);
        if (!found) return undefined;
        return {
          kind: 'secret',
          key: ownKey(found.KmsKeyId),
          deleted: found.DeletedDate !== undefined,
          current: Object.values(found.VersionIdsToStages ?? {}).some((stages) =>
            stages.includes('AWSCURRENT'),
          ),
        };
      }
      const found = await asked('ssm:DescribeParameters', parameterOf(parameters, ref.parameter));
      if (!found) return undefined;
      return { kind: 'parameter', type: found.Type ?? '', key: ownKey(found.KeyId) };
    },
  };
}

/**
 * A page may be empty and not the last.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html
 */
async function parameterOf(client: SSMClient, name: string): Promise<ParameterMetadata | undefined> {
  let NextToken: string | undefined;
  do {
    const page: DescribeParametersResult = await client.send(
      new DescribeParametersCommand({
        ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [name] }],
        NextToken,
      }),
    );
    const found = page.Parameters?.[0];
    if (found) return found;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return undefined;
}
