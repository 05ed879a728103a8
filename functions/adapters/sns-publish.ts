import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import type { Delivery } from '#lib/model/alert.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html: 262,144 bytes, of which the subject takes some. */
export const mostBytes = 256 * 1024 - 1024;

/** Publishing to one topic. What was published and whose answer was lost is published again. */
export function publisher(
  topic: string,
): (message: Omit<PublishCommandInput, 'TopicArn'>) => Promise<Delivery> {
  const client = new SNSClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
  return async (message) => {
    try {
      await client.send(new PublishCommand({ TopicArn: topic, ...message }));
      return { outcome: 'delivered' };
    } catch (error) {
      const refusal = refusalOf(error, topic);
      if (refusal) return refusal;
      throw error;
    }
  };
}

/** Undefined where nobody knows whether it was published. */
function refusalOf(error: unknown, topic: string): Delivery | undefined {
  if (!(error instanceof Error)) return undefined;
  const { httpStatusCode: status = 0 } =
    (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {};
  const code = (error as { code?: string }).code ?? '';
  const failed = (why: string, retryable = false): Delivery => ({ outcome: 'failed', retryable, why });
  if (error.name === 'NotFoundException' || error.name === 'NotFound')
    return failed(`the topic ${topic} is gone: deploy again`);
  if (error.name === 'AuthorizationErrorException' || error.name === 'AuthorizationError')
    return failed(`this function may not publish to ${topic}: deploy again`);
  if (error.name.startsWith('KMS') && error.name !== 'KMSThrottlingException')
    return failed(`the key of ${topic} cannot be used (${error.name}): allow this function to use it`);
  if (/throttl/i.test(error.name) || status === 429) return failed('SNS is busy', true);
  if (status >= 400 && status < 500)
    return failed(`SNS did not take the message (${error.name}): report this as a fault of closecall`);
  if (/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(code))
    return failed(`SNS cannot be reached (${code})`, true);
  return undefined;
}
