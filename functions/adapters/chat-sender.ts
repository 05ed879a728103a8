import type { Sender } from '#functions/ports.ts';
import { chat } from '#lib/notifiers/chat.ts';
import { digestChat } from '#lib/notifiers/digest.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { publisher } from './sns-publish.ts';

/** A topic that channels are connected to by Amazon Q Developer, which shows nothing but its own kind of message. */
export function chatSender(topic: string, place?: Place): Sender {
  const publish = publisher(topic);
  return {
    render: (alert) => chat(alert, place),
    digest: digestChat,
    async send(outbound) {
      if (outbound.kind !== 'chat') throw new Error(`a notification cannot be made of ${outbound.kind}`);
      return publish({ Message: outbound.text });
    },
  };
}
