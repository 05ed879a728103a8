import { hour, type Millis, second } from '#lib/model/time.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: Millis | undefined;
}

export type Posted =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Nothing arrived, and why: half a sentence. */
  | { readonly kind: 'unreached'; readonly why: string };

const patience: Millis = 5 * second;
/** A pause that is asked for by mistake must not silence a medium for days. */
const longestPause: Millis = hour;

/** Errors that come before a connection is there, so nothing can have been sent. */
const beforeSending =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+)$/;

/**
 * One POST, which follows nowhere else. Throws where nobody knows whether it arrived. The address may be a secret (a
 * webhook's is), and what fetch throws may quote it: so nothing of that is passed on but the name of the error.
 */
export async function postTo(
  whom: string,
  url: string,
  init: { headers: Record<string, string>; body: string },
): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const body = await response.text();
    const retryAfter = pauseOf(response.headers.get('retry-after'));
    return { kind: 'answered', answer: { status: response.status, body, retryAfter } };
  } catch (error) {
    const name = nameOf(error);
    if (beforeSending.test(name)) return { kind: 'unreached', why: `${whom} cannot be reached (${name})` };
    throw new Error(`${whom} did not answer (${name}): nobody knows whether the message arrived`);
  }
}

function nameOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string; name?: string }; name?: string };
  return cause?.code ?? cause?.name ?? name ?? 'unknown error';
}

/** In seconds. A date, which the header may hold too, needs two clocks that agree, and is left out. */
function pauseOf(header: string | null): Millis | undefined {
  return header !== null && /^\d{1,9}$/.test(header)
    ? Math.min(longestPause, Number(header) * second)
    : undefined;
}
