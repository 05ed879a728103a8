import type { Log, Sender } from '#functions/ports.ts';
import type { SlackText } from '#lib/model/alert.ts';
import { minute, second } from '#lib/model/time.ts';
import { digestMessage } from '#lib/notifiers/digest.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { slack } from '#lib/notifiers/slack.ts';
import type { Secret } from './secrets.ts';
import { failed, type Result, slackApi } from './slack-api.ts';
import { blocksRefused } from './slack-call.ts';
import { closed, goneFor, refusalOf } from './slack-refusals.ts';

interface Bot {
  /** The channel's ID: names work for posting alone. */
  readonly channel: string;
  readonly token: Secret;
  /** Ends in a slash. */
  readonly api: string;
  readonly place?: Place | undefined;
  readonly log: Pick<Log, 'warn'>;
}

const eventType = 'closecall';
/** Slack's clock and ours may differ. */
const leeway = minute;
const mostPages = 20;

/** Which of a conversation's two messages it is. */
type Part = 'main' | 'thread';

/**
 * Two living messages for each conversation: one in the channel, and one in its thread. Their `ref` is
 * `channel:ts/ts-in-thread`, its end missing until that one is there; a message that is gone is posted anew. Both carry
 * the conversation as metadata, by which they are known again: https://docs.slack.dev/messaging/message-metadata
 */
export function slackBotSender({ channel, token, api, place, log }: Bot): Sender {
  const call = slackApi(api, token);
  return {
    render: (alert, earlier) => slack(alert, { place, earlier }),
    digest: digestMessage,

    async send(outbound, cid, ref) {
      if (outbound.kind !== 'slack') throw new Error(`a Slack message cannot be made of ${outbound.kind}`);
      const held = heldIn(ref);
      const main = await bring(outbound, cid, held);
      if (main.kind === 'failed') return main.delivery;
      const at = main.at;
      if (outbound.thread === undefined) return { outcome: 'delivered', ...refOf(at) };
      if (at === undefined) return { outcome: 'delivered' };
      // A message that was posted just now has no thread yet; in that of an older one ours may be, whose answer was lost.
      const isNew = held === undefined || at.ts !== held.ts;
      const known = isNew ? undefined : held.inThread;
      try {
        const inThread = isNew ? undefined : (known ?? (await findInThread(at, cid)));
        const thread = await bringInThread(outbound.thread, cid, at, inThread);
        if (thread.kind === 'failed') return { ...thread.delivery, ...refOf({ ...at, inThread }) };
        return { outcome: 'delivered', ...refOf({ ...at, inThread: thread.ts }) };
      } catch (error) {
        // Where the history is closed, nothing but this ref keeps the message in the channel from being posted again.
        const why = error instanceof Error ? error.message : String(error);
        return {
          ...failed(`its part in the thread is not known to be there: ${why}`, true),
          ...refOf({ ...at, inThread: known }),
        };
      }
    },

    async find(cid, since) {
      const oldest = String((since - leeway) / second);
      const ts = await search('conversations.history', { channel, oldest }, cid, 'main');
      return ts === undefined ? undefined : `${channel}:${ts}`;
    },

    async address(ref) {
      const held = heldIn(ref);
      if (held === undefined) return undefined;
      const ask = new URLSearchParams({ channel: held.channel, message_ts: held.ts });
      const result = await call('chat.getPermalink', ask).catch(() => undefined);
      const address = result?.kind === 'ok' ? result.json['permalink'] : undefined;
      return typeof address === 'string' && /^https:\/\/[\w.-]+\/[\w/?=&.-]+$/.test(address)
        ? address
        : undefined;
    },
  };

  /** The message in the channel, edited or posted, and where it is. */
  async function bring(message: SlackText, cid: string, held: Held | undefined) {
    if (held !== undefined) {
      const { channel: where, ts } = held;
      const result = await publish('chat.update', { channel: where, ts }, message, cid, 'main');
      if (result.kind === 'ok') return { kind: 'there', at: held } as const;
      if (!isGone(result)) return broken(result);
    }
    const result = await publish('chat.postMessage', { channel }, message, cid, 'main');
    if (result.kind !== 'ok') return broken(result);
    const { channel: where, ts } = result.json;
    const at: Held | undefined =
      typeof ts === 'string' ? { channel: typeof where === 'string' ? where : channel, ts } : undefined;
    return { kind: 'there', at } as const;
  }

  async function bringInThread(message: SlackText, cid: string, at: Held, inThread: string | undefined) {
    if (inThread !== undefined) {
      const result = await publish(
        'chat.update',
        { channel: at.channel, ts: inThread },
        message,
        cid,
        'thread',
      );
      if (result.kind === 'ok') return { kind: 'there', ts: inThread } as const;
      if (!isGone(result)) return broken(result);
    }
    const to = { channel: at.channel, thread_ts: at.ts };
    const result = await publish('chat.postMessage', to, message, cid, 'thread');
    if (result.kind !== 'ok') return broken(result);
    const { ts } = result.json;
    return { kind: 'there', ts: typeof ts === 'string' ? ts : undefined } as const;
  }

  function findInThread({ channel: where, ts }: Held, cid: string) {
    return search('conversations.replies', { channel: where, ts }, cid, 'thread');
  }

  /** Undefined where there is none, and where the token may not look. */
  async function search(method: string, where: Readonly<Record<string, string>>, cid: string, part: Part) {
    let cursor = '';
    for (let page = 0; page < mostPages; page++) {
      const ask = { ...where, include_all_metadata: 'true', limit: '200' };
      const result = await call(method, new URLSearchParams(cursor === '' ? ask : { ...ask, cursor }));
      if (result.kind === 'failed') throw new Error(result.delivery.why);
      if (result.kind === 'refused') {
        if (result.code === 'thread_not_found') return undefined;
        if (!closed.has(result.code)) throw new Error(refusalOf(result.code, channel));
        log.warn(
          `The history of the Slack channel cannot be read, so a message may be posted twice: ${refusalOf(result.code, channel)}.`,
        );
        return undefined;
      }
      const { messages, response_metadata: next } = result.json as Partial<History>;
      const found = messages?.find(
        ({ metadata: { event_type: type, event_payload: payload } = {} }) =>
          type === eventType && payload?.cid === cid && (payload.part ?? 'main') === part,
      );
      if (found?.ts !== undefined) return found.ts;
      cursor = next?.next_cursor ?? '';
      if (cursor === '') return undefined;
    }
    throw new Error('The Slack channel has more new messages than can be searched for one that may be there');
  }

  /** Where the blocks are refused, the text alone. */
  async function publish(
    method: 'chat.postMessage' | 'chat.update',
    to: object,
    { text, blocks }: SlackText,
    cid: string,
    part: Part,
  ): Promise<Result> {
    const message = {
      ...to,
      text,
      metadata: { event_type: eventType, event_payload: { cid, part } },
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    };
    const result = await call(method, { ...message, blocks });
    if (result.kind !== 'refused' || !blocksRefused.test(result.code)) return result;
    log.warn(`Slack refused the blocks of ${cid} (${result.code}), so its text was sent alone.`);
    return call(method, { ...message, blocks: [] });
  }

  function broken(result: Exclude<Result, { readonly kind: 'ok' }>) {
    const delivery = result.kind === 'failed' ? result.delivery : failed(refusalOf(result.code, channel));
    return { kind: 'failed', delivery } as const;
  }
}

/** A message in the channel, and ours in its thread, as far as it is known. */
interface Held {
  readonly channel: string;
  readonly ts: string;
  readonly inThread?: string | undefined;
}

function heldIn(ref: string | undefined): Held | undefined {
  const [, channel, ts, inThread] = /^([^:]+):([^/]+)(?:\/(.+))?$/.exec(ref ?? '') ?? [];
  return channel === undefined || ts === undefined ? undefined : { channel, ts, inThread };
}

const refOf = (at: Held | undefined) =>
  at === undefined
    ? {}
    : { ref: `${at.channel}:${at.ts}${at.inThread === undefined ? '' : `/${at.inThread}`}` };

const isGone = (result: Result): boolean => result.kind === 'refused' && goneFor.has(result.code);

interface History {
  readonly messages: readonly {
    readonly ts?: string;
    readonly metadata?: {
      readonly event_type?: string;
      readonly event_payload?: { readonly cid?: string; readonly part?: string };
    };
  }[];
  readonly response_metadata: { readonly next_cursor?: string };
}
