import type { Clock, Log, Sender } from '#functions/ports.ts';
import type { Notify } from '#functions/setup.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { chatSender } from './chat-sender.ts';
import { emailSender } from './email-sender.ts';
import { secretOf } from './secrets.ts';
import { slackBotSender } from './slack-bot-sender.ts';
import { slackWebhookSender } from './slack-webhook-sender.ts';
import { webhookSender } from './webhook-sender.ts';

export interface Reach {
  readonly notify: Notify;
  /** ARNs; that of chat where chat is configured. */
  readonly topic: string;
  readonly chatTopic: string | undefined;
  readonly place: Place | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** A sender for each medium that the configuration names. */
export function sendersOf({
  notify,
  topic,
  chatTopic,
  place,
  clock,
  log,
}: Reach): ReadonlyMap<string, Sender> {
  const { slack, email, webhook } = notify;
  const senders = new Map<string, Sender>();
  if (slack && 'webhook' in slack)
    senders.set('slack', slackWebhookSender(secretOf(slack.webhook, clock), place));
  else if (slack) {
    const { channel, api } = slack;
    senders.set('slack', slackBotSender({ channel, api, place, token: secretOf(slack.token, clock), log }));
  }
  if (email) senders.set('email', emailSender(topic, place));
  if (webhook) {
    const { url, secret } = webhook;
    const signing = secret && secretOf(secret, clock);
    senders.set('webhook', webhookSender({ url: secretOf(url, clock), signing, place }));
  }
  if (chatTopic !== undefined) senders.set('chat', chatSender(chatTopic, place));
  return senders;
}
