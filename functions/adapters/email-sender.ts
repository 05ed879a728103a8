import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Sender } from '#functions/ports.ts';
import type { Delivery } from '#lib/model/alert.ts';
import { email } from '#lib/notifiers/email.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html: 262,144 bytes, of which the subject takes some. */
const mostBytes = 256 * 1024 - 1024;
const cutShort =
  '\n… cut here, because SNS sends no longer letters: closecall explain on these logs shows all of it.\n';

/** E-mail by an SNS topic. A letter that was published and whose answer was lost is published again. */
export function emailSender(topic: string): Sender {
  const client = new SNSClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
  return {
    render: email,
    async send(outbound) {
      if (outbound.kind !== 'email') throw new Error(`a letter cannot be made of ${outbound.kind}`);
      try {
        await client.send(
          new PublishCommand({
            TopicArn: topic,
            Subject: outbound.subject,
            Message: fitting(outbound.text),
          }),
        );
        return { outcome: 'delivered' };
      } catch (error) {
        const refusal = refusalOf(error, topic);
        if (refusal) return refusal;
        throw error;
      }
    },
  };
}

function fitting(text: string): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  const room = mostBytes - Buffer.byteLength(cutShort);
  // A character cut in two is left out.
  const kept = Buffer.from(text)
    .subarray(0, room)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return `${kept}${cutShort}`;
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
    return failed(`SNS did not take the letter (${error.name}): report this as a fault of closecall`);
  if (/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(code))
    return failed(`SNS cannot be reached (${code})`, true);
  return undefined;
}
