import type { Delivery } from '#lib/model/alert.ts';
import { type Millis, second } from '#lib/model/time.ts';

export interface SlackAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: Millis | undefined;
}

export type SlackCall =
  | { readonly kind: 'answered'; readonly answer: SlackAnswer }
  /** Nothing arrived, and why: half a sentence. */
  | { readonly kind: 'unreached'; readonly why: string };

/** Then the text alone is sent: blocks that are not taken must not keep people from hearing of it. */
export const blocksRefused = /^(?:invalid_blocks|invalid_blocks_format|msg_blocks_too_long|msg_too_long)$/;

const patience: Millis = 5 * second;
/** Where Slack asks for a pause and does not say how long. */
const usualPause: Millis = 30 * second;

/** Errors that come before a connection is there, so nothing can have been sent. */
const beforeSending =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+)$/;

/**
 * One POST. Throws where nobody knows whether it arrived. The address may be a secret (a webhook's is), and what fetch
 * throws may quote it: so nothing of that is passed on but the name of the error.
 */
export async function callSlack(
  url: string,
  init: { headers: Record<string, string>; body: string },
): Promise<SlackCall> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const body = await response.text();
    const retryAfter = pauseOf(response.headers.get('retry-after'));
    return { kind: 'answered', answer: { status: response.status, body, retryAfter } };
  } catch (error) {
    const name = nameOf(error);
    if (beforeSending.test(name)) return { kind: 'unreached', why: `Slack cannot be reached (${name})` };
    throw new Error(`Slack did not answer (${name}): nobody knows whether the message arrived`);
  }
}

function nameOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string; name?: string }; name?: string };
  return cause?.code ?? cause?.name ?? name ?? 'unknown error';
}

/** Seconds, as Slack writes them. */
function pauseOf(header: string | null): Millis | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * second : undefined;
}

/** What status alone says: throws where nobody knows, undefined where the body must tell. */
export function failureOf({ status, retryAfter }: SlackAnswer): Delivery | undefined {
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
