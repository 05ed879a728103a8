import { createHmac } from 'node:crypto';
import type { Sender } from '#functions/ports.ts';
import type { Delivery } from '#lib/model/alert.ts';
import { machine } from '#lib/notifiers/alert-json.ts';
import { digestJson } from '#lib/notifiers/digest.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { postTo } from './post.ts';
import type { Secret } from './secrets.ts';

interface Hook {
  readonly url: Secret;
  /** What bodies are signed with. */
  readonly signing?: Secret | undefined;
  readonly place?: Place | undefined;
}

const failed = (why: string, retryable = false) => ({ outcome: 'failed', retryable, why }) as const;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The alert JSON, posted to a program. A body may come again, where its answer was lost: `closecall-delivery` is the
 * same then. With a secret, `closecall-signature` is `sha256=` and the HMAC-SHA256 of the body, in hex.
 */
export function webhookSender({ url, signing, place }: Hook): Sender {
  return {
    render: (alert) => machine(alert, place),
    digest: digestJson,
    async send(outbound) {
      if (outbound.kind !== 'json') throw new Error(`JSON for a webhook cannot be made of ${outbound.kind}`);
      const address = await url.read();
      if (address.kind === 'unread') return failed(address.why, address.retryable);
      if (!isSafe(address.value))
        return failed(
          'the secret of notify.webhook.url holds no address that begins with https://: store the address of your program in it',
        );
      const key = await signing?.read();
      if (key?.kind === 'unread') return failed(key.why, key.retryable);
      const { text: body, key: delivery } = outbound;
      const answered = await postTo('The webhook', address.value, {
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'closecall',
          'closecall-delivery': encodeURIComponent(delivery),
          ...(key === undefined ? {} : { 'closecall-signature': signatureOf(body, key.value) }),
        },
        body,
      });
      if (answered.kind === 'unreached') return failed(answered.why, true);
      const { status, retryAfter } = answered.answer;
      if (status >= 400 && status < 500 && !passing.has(status)) {
        url.forget();
        signing?.forget();
      }
      return deliveryOf(status, retryAfter);
    },
  };
}

const signatureOf = (body: string, key: string): string =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

/** Alerts tell of a house's inside, so they travel without TLS to the machine itself only. */
function isSafe(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-status-codes: what may be otherwise the next time. */
const passing = new Set([408, 421, 425, 429]);

/** Any answer but success says that it was not taken; the program knows a body that comes again. */
function deliveryOf(status: number, retryAfter: number | undefined): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'delivered' };
  const pause = retryAfter === undefined ? {} : { retryAfter };
  if (passing.has(status) || status >= 500)
    return { ...failed(`the webhook answered ${status}`, true), ...pause };
  return failed(`${status < 400 ? redirects : refuses} (${status})`);
}

const redirects =
  'the webhook answered with another address, which is not followed: store the address that it gives';
const refuses =
  'the webhook does not take it: correct the address in the secret of notify.webhook.url, or the program there';
