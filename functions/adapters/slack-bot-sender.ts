import type { Log, Sender } from '#functions/ports.ts';
import type { Delivery, Outbound } from '#lib/model/alert.ts';
import { minute, second } from '#lib/model/time.ts';
import { slack } from '#lib/notifiers/slack.ts';
import type { Secret } from './secrets.ts';
import { blocksRefused, callSlack, failureOf, type SlackAnswer } from './slack-call.ts';

interface Bot {
  /** The channel's ID: names work for posting alone. */
  readonly channel: string;
  readonly token: Secret;
  /** Ends in a slash. */
  readonly api: string;
  readonly log: Pick<Log, 'warn'>;
}

const eventType = 'closecall';
/** Slack's clock and ours may differ. */
const leeway = minute;
const mostPages = 20;

type Result =
  | { readonly kind: 'ok'; readonly json: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly delivery: Delivery & { readonly outcome: 'failed' } };

const failed = (why: string, retryable = false) => ({ outcome: 'failed', retryable, why }) as const;

/**
 * One living message for each conversation. Its `ref` is `channel:ts`; a message that is gone is posted anew. It carries
 * the conversation as metadata, by which `find` knows it again: https://docs.slack.dev/messaging/message-metadata
 */
export function slackBotSender({ channel, token, api, log }: Bot): Sender {
  return {
    render: slack,

    async send(outbound, cid, ref) {
      if (outbound.kind !== 'slack') throw new Error(`a Slack message cannot be made of ${outbound.kind}`);
      const held = /^([^:]+):(.+)$/.exec(ref ?? '');
      if (held) {
        const [, where = '', ts = ''] = held;
        const result = await publish('chat.update', { channel: where, ts }, outbound, cid);
        if (!(result.kind === 'refused' && goneFor.has(result.code))) return deliveryOf(result, ref);
      }
      return deliveryOf(await publish('chat.postMessage', { channel }, outbound, cid), undefined);
    },

    async find(cid, since) {
      const oldest = String((since - leeway) / second);
      let cursor = '';
      for (let page = 0; page < mostPages; page++) {
        const ask = { channel, oldest, include_all_metadata: 'true', limit: '200' };
        const result = await call(
          'conversations.history',
          new URLSearchParams(cursor === '' ? ask : { ...ask, cursor }),
        );
        if (result.kind === 'failed') throw new Error(result.delivery.why);
        if (result.kind === 'refused') {
          log.warn(
            `The history of the Slack channel cannot be read, so a message may be posted twice: ${refusalOf(result.code)}.`,
          );
          return undefined;
        }
        const { messages, response_metadata: next } = result.json as Partial<History>;
        const found = messages?.find(
          ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload?.cid === cid,
        );
        if (found?.ts !== undefined) return `${channel}:${found.ts}`;
        cursor = next?.next_cursor ?? '';
        if (cursor === '') return undefined;
      }
      throw new Error(
        'The Slack channel has more new messages than can be searched for one that may be there',
      );
    },
  };

  /** Where the blocks are refused, the text alone. */
  async function publish(
    method: 'chat.postMessage' | 'chat.update',
    to: object,
    { text, blocks }: Extract<Outbound, { readonly kind: 'slack' }>,
    cid: string,
  ): Promise<Result> {
    const message = {
      ...to,
      text,
      metadata: { event_type: eventType, event_payload: { cid } },
      unfurl_links: false,
      unfurl_media: false,
    };
    const result = await call(method, { ...message, blocks });
    if (result.kind !== 'refused' || !blocksRefused.test(result.code)) return result;
    log.warn(`Slack refused the blocks of ${cid} (${result.code}), so its text was sent alone.`);
    return call(method, { ...message, blocks: [] });
  }

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

  function resultOf(answer: SlackAnswer): Result {
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

  function deliveryOf(result: Result, ref: string | undefined): Delivery {
    switch (result.kind) {
      case 'failed':
        return result.delivery;
      case 'refused':
        return failed(refusalOf(result.code));
      case 'ok': {
        const { channel: where, ts } = result.json;
        if (ref !== undefined) return { outcome: 'delivered', ref };
        if (typeof ts !== 'string') return { outcome: 'delivered' };
        return { outcome: 'delivered', ref: `${typeof where === 'string' ? where : channel}:${ts}` };
      }
    }
  }

  function refusalOf(code: string): string {
    const [, sentence] = refusals.find(([codes]) => codes.includes(code)) ?? [];
    return sentence?.(channel) ?? `Slack refused the message (${code})`;
  }
}

interface History {
  readonly messages: readonly {
    readonly ts?: string;
    readonly metadata?: { readonly event_type?: string; readonly event_payload?: { readonly cid?: string } };
  }[];
  readonly response_metadata: { readonly next_cursor?: string };
}

function jsonOf({ body }: SlackAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

// https://docs.slack.dev/reference/methods/chat.postMessage#errors and those of chat.update

/** The living message cannot be edited any more, or not by us. */
const goneFor = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_inactive',
]);
/** "It's possible some aspect of the operation succeeded before the error was raised." */
const unsure = new Set(['internal_error', 'fatal_error', 'request_timeout']);
const passing = new Set(['service_unavailable', 'team_added_to_org', 'org_login_required', 'update_failed']);
const tokenRefused = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
]);

const scopes =
  'give the app chat:write, and channels:history or groups:history for a private channel, and install it again';

const refusals: readonly (readonly [codes: readonly string[], sentence: (channel: string) => string])[] = [
  [
    ['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'],
    () =>
      'Slack does not accept the bot token: copy the Bot User OAuth Token (xoxb-…) of the installed app into the secret',
  ],
  [
    ['missing_scope', 'no_permission', 'not_allowed_token_type'],
    () => `the bot token may not do that: ${scopes}`,
  ],
  [
    ['channel_not_found'],
    (channel) =>
      `the bot sees no channel ${channel}: notify.slack.channel is the ID at the end of the channel's details, and the bot must be invited to a private one`,
  ],
  [['not_in_channel'], (channel) => `the bot is not in ${channel}: write /invite and its name there`],
  [
    ['is_archived', 'channel_is_archived'],
    (channel) => `${channel} is archived: unarchive it, or name another in notify.slack.channel`,
  ],
  [
    [
      'restricted_action',
      'restricted_action_read_only_channel',
      'ekm_access_denied',
      'team_access_not_granted',
    ],
    (channel) =>
      `an administrator does not let the bot post in ${channel}: ask for it, or choose another channel`,
  ],
  [
    [
      'msg_too_long',
      'msg_blocks_too_long',
      'invalid_blocks',
      'invalid_blocks_format',
      'no_text',
      'metadata_too_large',
      'invalid_metadata_format',
    ],
    () => 'Slack could not take the message as it is: report this as a fault of closecall',
  ],
];
