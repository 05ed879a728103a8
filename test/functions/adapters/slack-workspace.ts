import type { Act, FakeSlack, SlackRequest } from './fake-slack.ts';
import { notOk, ok } from './fake-slack.ts';

/** A message as people see it now. */
export interface Posted {
  readonly ts: string;
  readonly thread: string | undefined;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata: unknown;
}

/** What goes wrong with one call: before Slack does anything, or after it has done it. */
export type Fault =
  | { readonly when: 'before'; readonly act: Act }
  | { readonly when: 'after'; readonly act: Act };

/** One channel of Slack, as its documentation says, behind a fake server. Faults hit the calls in order. */
export class SlackWorkspace {
  readonly messages = new Map<string, Posted>();
  faults: Fault[] = [];
  /** Methods for which the token lacks a scope. */
  closed: readonly string[] = [];
  readonly #now: () => number;
  #count = 0;

  constructor(slack: FakeSlack, now: () => number) {
    this.#now = now;
    slack.act = (request) => {
      const fault = this.faults.shift();
      if (fault?.when === 'before') return fault.act;
      const answer = this.#answer(request);
      return fault?.act ?? answer;
    };
  }

  get channel(): readonly Posted[] {
    return [...this.messages.values()].filter(({ thread }) => thread === undefined);
  }
  inThread(of: string): readonly Posted[] {
    return [...this.messages.values()].filter(({ thread }) => thread === of);
  }

  #answer({ path, body }: SlackRequest): Act {
    if (this.closed.includes(path)) return notOk('missing_scope');
    switch (path) {
      case 'chat.postMessage':
        return this.#post(body);
      case 'chat.update':
        return this.#update(body);
      case 'conversations.history':
        return this.#read(this.channel.filter(({ ts }) => Number(ts) >= Number(body['oldest'])));
      case 'conversations.replies': {
        const parent = this.messages.get(String(body['ts']));
        return parent ? this.#read([parent, ...this.inThread(parent.ts)]) : notOk('thread_not_found');
      }
      case 'chat.getPermalink':
        return ok({
          permalink: `https://shop.slack.com/archives/C0123456789/p${String(body['message_ts']).replace('.', '')}`,
        });
      default:
        return notOk('unknown_method');
    }
  }

  #post(body: Readonly<Record<string, unknown>>): Act {
    const { channel, text = '', blocks = [], metadata, thread_ts: thread } = body as Record<string, never>;
    if (thread !== undefined && !this.messages.has(thread)) return notOk('thread_not_found');
    const ts = `${Math.floor(this.#now() / 1_000)}.${String(++this.#count).padStart(6, '0')}`;
    this.messages.set(ts, { ts, thread, text, blocks, metadata });
    return ok({ channel, ts });
  }

  #update(body: Readonly<Record<string, unknown>>): Act {
    const { channel, ts = '', text = '', blocks = [], metadata } = body as Record<string, never>;
    const held = this.messages.get(ts);
    if (!held) return notOk('message_not_found');
    this.messages.set(ts, { ...held, text, blocks, metadata });
    return ok({ channel, ts });
  }

  #read(messages: readonly Posted[]): Act {
    return ok({ messages: [...messages].reverse(), response_metadata: { next_cursor: '' } });
  }
}
