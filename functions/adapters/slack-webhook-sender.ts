import type { Sender } from '#functions/ports.ts';
import type { Delivery } from '#lib/model/alert.ts';
import { digestMessage } from '#lib/notifiers/digest.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { slackWhole } from '#lib/notifiers/slack.ts';
import type { Answer } from './post.ts';
import type { Secret } from './secrets.ts';
import { blocksRefused, callSlack, failureOf } from './slack-call.ts';

const failed = (why: string, retryable = false): Delivery => ({ outcome: 'failed', retryable, why });
const anew = 'make a new incoming webhook in Slack and store its URL in the secret';

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors */
const refusals: Readonly<Record<string, string>> = {
  invalid_payload: 'Slack could not read the message: report this as a fault of closecall',
  user_not_found: `the person that the webhook writes to is gone: ${anew}`,
  action_prohibited:
    'an administrator forbids this webhook to post: ask for an exception or choose another channel',
  posting_to_general_channel_denied: 'this webhook may not post to #general: choose another channel',
  channel_not_found: `the webhook's channel is gone: ${anew}`,
  channel_is_archived: 'the webhook’s channel is archived: unarchive it or choose another',
  no_service: `the webhook was removed or disabled: ${anew}`,
  no_service_id: `the webhook's URL is not whole: ${anew}`,
  no_team: `the webhook's workspace is gone: ${anew}`,
  team_disabled: `the webhook's workspace is disabled: ${anew}`,
  invalid_token: `the webhook's URL is not valid any more: ${anew}`,
  no_text: 'Slack saw no text in the message: report this as a fault of closecall',
  too_many_attachments: 'Slack saw too many parts in the message: report this as a fault of closecall',
};

/** One message for each revision: a webhook answers with nothing by which a message could be edited or found. */
export function slackWebhookSender(webhook: Secret, place?: Place): Sender {
  return {
    render: (alert) => slackWhole(alert, { place }),
    digest: digestMessage,
    async send(outbound) {
      if (outbound.kind !== 'slack') throw new Error(`a Slack message cannot be made of ${outbound.kind}`);
      const secret = await webhook.read();
      if (secret.kind === 'unread') return failed(secret.why, secret.retryable);
      if (!/^https?:/.test(secret.value) || !URL.canParse(secret.value))
        return failed(`the secret of notify.slack.webhook holds no URL: ${anew}`);
      const { text, blocks } = outbound;
      const first = await post(secret.value, { text, blocks });
      if (first.kind === 'answered' && blocksRefused.test(first.answer.body.trim()))
        return deliveryOf(await post(secret.value, { text }));
      return deliveryOf(first);
    },
  };

  function post(url: string, message: object) {
    return callSlack(url, {
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...message, mrkdwn: false, unfurl_links: false, unfurl_media: false }),
    });
  }

  function deliveryOf(call: Awaited<ReturnType<typeof callSlack>>): Delivery {
    if (call.kind === 'unreached') return failed(call.why, true);
    const { answer } = call;
    if (answer.status === 200) return { outcome: 'delivered' };
    const code = codeOf(answer);
    if (code === 'rollup_error') return failed('Slack could not post the message just now', true);
    const failure = failureOf(answer);
    if (failure) return failure;
    webhook.forget();
    return failed(refusals[code] ?? `Slack refused the message (${answer.status} ${code})`);
  }
}

/** Bodies are one word; anything else is a page of somebody between and is not repeated. */
const codeOf = ({ body }: Answer): string =>
  /^[a-z_]{1,60}$/.test(body.trim()) ? body.trim() : 'without a reason';
