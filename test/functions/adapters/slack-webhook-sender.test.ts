import { describe, expect, it } from 'vitest';
import { slackWebhookSender } from '#functions/adapters/slack-webhook-sender.ts';
import { useFakeSlack } from './fake-slack.ts';
import { alert, cid, secretOf, slackContract } from './sender-contract.ts';

const slack = useFakeSlack();
const secretText = 'T000/B000/topsecret';
const path = `services/${secretText}`;

describe('a Slack webhook', () => {
  slackContract(slack, {
    make: (url, secret) => slackWebhookSender({ ...secretOf(`${url}${path}`), ...secret }),
    taken: { body: 'ok' },
    secretText,
    messages: 1,
  });

  it.each([
    [400, 'invalid_payload', 'report this as a fault of closecall'],
    [400, 'user_not_found', 'make a new incoming webhook'],
    [403, 'action_prohibited', 'an administrator forbids'],
    [404, 'channel_not_found', 'make a new incoming webhook'],
    [404, 'no_service', 'make a new incoming webhook'],
    [410, 'channel_is_archived', 'unarchive it'],
    [418, 'something_new', 'Slack refused the message (418 something_new)'],
    [403, '<html>a proxy between</html>', 'Slack refused the message (403 without a reason)'],
  ])('says what to do after %i %s', async (status, body, what) => {
    slack.act = () => ({ status, body });
    const webhook = secretOf(`${slack.url}${path}`);
    const sender = slackWebhookSender(webhook);
    const delivery = await sender.send(sender.render(alert as never), cid, undefined);
    expect(delivery).toEqual({ outcome: 'failed', retryable: false, why: expect.stringContaining(what) });
    expect(webhook.forgotten).toBe(1);
  });

  it('tries again after 500 rollup_error, which posts nothing', async () => {
    slack.act = () => ({ status: 500, body: 'rollup_error' });
    const sender = slackWebhookSender(secretOf(`${slack.url}${path}`));
    const delivery = await sender.send(sender.render(alert as never), cid, undefined);
    expect(delivery).toMatchObject({ outcome: 'failed', retryable: true });
  });

  it('asks for a URL where its secret holds something else', async () => {
    const sender = slackWebhookSender(secretOf('xoxb-a-bot-token'));
    const delivery = await sender.send(sender.render(alert as never), cid, undefined);
    expect(delivery).toMatchObject({
      retryable: false,
      why: expect.stringContaining('the secret of notify.slack.webhook holds no URL'),
    });
  });

  it('has no history and no message that could be edited', () => {
    expect(slackWebhookSender(secretOf('x')).find).toBeUndefined();
  });
});
