import type { Sender } from '#functions/ports.ts';
import { digestLetter } from '#lib/notifiers/digest.ts';
import { email } from '#lib/notifiers/email.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { mostBytes, publisher } from './sns-publish.ts';

const cutShort =
  '\n… cut here, because SNS sends no longer letters: closecall explain on these logs shows all of it.\n';

/**
 * E-mail by an SNS topic. Its other subscribers (queues, functions, addresses of programs) get the alert as JSON:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-send-custom-platform-specific-payloads-mobile-devices.html
 */
export function emailSender(topic: string, place?: Place): Sender {
  const publish = publisher(topic);
  return {
    render: (alert) => email(alert, place),
    digest: digestLetter,
    async send(outbound) {
      if (outbound.kind !== 'email') throw new Error(`a letter cannot be made of ${outbound.kind}`);
      const { subject: Subject, text, json } = outbound;
      if (json === undefined) return publish({ Subject, Message: fitting(text, mostBytes) });
      return publish({ Subject, MessageStructure: 'json', Message: both(text, json) });
    },
  };
}

/** By protocol; whatever is not mail takes the default. The letter gives way: JSON that is cut is none. */
function both(text: string, json: string): string {
  const write = (letter: string) => JSON.stringify({ default: json, email: letter });
  let room = mostBytes;
  for (;;) {
    const message = write(fitting(text, room));
    if (Buffer.byteLength(message) <= mostBytes || room < 1_000) return message;
    room = Math.floor(room * 0.8);
  }
}

function fitting(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const room = most - Buffer.byteLength(cutShort);
  // A character cut in two is left out.
  const kept = Buffer.from(text)
    .subarray(0, room)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return `${kept}${cutShort}`;
}
