import type { Delivery } from '#lib/model/alert.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { type Answer, type Posted, postTo } from './post.ts';

/** Then the text alone is sent: blocks that are not taken must not keep people from hearing of it. */
export const blocksRefused = /^(?:invalid_blocks|invalid_blocks_format|msg_blocks_too_long|msg_too_long)$/;

/** Where Slack asks for a pause and does not say how long. */
const usualPause: Millis = 30 * second;

/** One call. Throws where nobody knows whether it arrived. */
export async function callSlack(
  url: string,
  init: { headers: Record<string, string>; body: string },
): Promise<Posted> {
  const posted = await postTo('Slack', url, init);
  if (posted.kind === 'answered' && posted.answer.status >= 300 && posted.answer.status < 400)
    throw new Error(
      `What answered for Slack points elsewhere (${posted.answer.status}): nobody knows what became of the message`,
    );
  return posted;
}

/** What status alone says: throws where nobody knows, undefined where the body must tell. */
export function failureOf({ status, retryAfter }: Answer): Delivery | undefined {
  if (status === 429)
    return {
      outcome: 'failed',
      retryable: true,
      why: 'Slack takes one message a second for each channel and asked for a pause',
      retryAfter: retryAfter ?? usualPause,
    };
  if (status >= 500) throw new Error(`Slack answered ${status}: nobody knows whether the message arrived`);
  return undefined;
}
