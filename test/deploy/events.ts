import { type Emulator, region } from './emulator.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html, unsigned: the emulator asks for no more. */
export async function events(
  { endpoint }: Emulator,
  action: 'PutEvents' | 'PutRule' | 'PutTargets',
  body: object,
): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSEvents.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/events/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { readonly FailedEntryCount?: number };
  if (!response.ok || (answer.FailedEntryCount ?? 0) > 0)
    throw new Error(`${action} was answered with ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}
