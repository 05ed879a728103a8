import type { Delivery } from '#lib/model/alert.ts';
import { second } from '#lib/model/time.ts';
import type { Answer } from './post.ts';
import type { Secret } from './secrets.ts';
import { callSlack, failureOf } from './slack-call.ts';
import { passing, tokenRefused, unsure } from './slack-refusals.ts';

export type Result =
  | { readonly kind: 'ok'; readonly json: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly delivery: Failed };
type Failed = Delivery & { readonly outcome: 'failed' };

export const failed = (why: string, retryable = false) => ({ outcome: 'failed', retryable, why }) as const;

/** A method of the Web API. Throws where nobody knows what became of the message. */
export function slackApi(api: string, token: Secret) {
  return call;

  async function call(method: string, body: object): Promise<Result> {
    const secret = await token.read();
    if (secret.kind === 'unread') return { kind: 'failed', delivery: failed(secret.why, secret.retryable) };
    if (!/^[\x21-\x7e]+$/.test(secret.value))
      return {
        kind: 'failed',
        delivery: failed('the secret of notify.slack.token holds no bot token (xoxb-…)'),
      };
    const form = body instanceof URLSearchParams;
    const answered = await callSlack(`${api}${method}`, {
      headers: {
        authorization: `Bearer ${secret.value}`,
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8',
      },
      body: form ? body.toString() : JSON.stringify(body),
    });
    if (answered.kind === 'unreached') return { kind: 'failed', delivery: failed(answered.why, true) };
    return resultOf(answered.answer);
  }

  function resultOf(answer: Answer): Result {
    const failure = failureOf(answer);
    if (failure?.outcome === 'failed') return { kind: 'failed', delivery: failure };
    const json = jsonOf(answer);
    if (json?.['ok'] === true) return { kind: 'ok', json };
    if (json?.['ok'] !== false)
      throw new Error(
        `What answered ${answer.status} at ${api} is not Slack: nobody knows what became of the message`,
      );
    const error = String(json['error']);
    const code = /^[a-z0-9_]{1,60}$/.test(error) ? error : 'without a reason';
    if (unsure.has(code)) throw new Error(`Slack answered ${code}: nobody knows whether the message arrived`);
    if (code === 'ratelimited' || code === 'rate_limited')
      return {
        kind: 'failed',
        delivery: {
          ...failed('Slack asked for a pause', true),
          retryAfter: answer.retryAfter ?? 30 * second,
        },
      };
    if (passing.has(code))
      return {
        kind: 'failed',
        delivery: failed(`Slack could not take the message just now (${code})`, true),
      };
    if (tokenRefused.has(code)) token.forget();
    return { kind: 'refused', code };
  }
}

function jsonOf({ body }: Answer): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
