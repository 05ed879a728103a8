import { describe, expect, it } from 'vitest';
import { chatSender } from '#functions/adapters/chat-sender.ts';
import { useFakeAws } from './fake-aws.ts';
import { Refused } from './fake-dynamo.ts';
import { alert, cid } from './sender-contract.ts';

const aws = useFakeAws();
const topic = 'arn:aws:sns:eu-central-1:123456789012:Chat';
const send = () => {
  const sender = chatSender(topic);
  return sender.send(sender.render(alert as never), cid, undefined);
};

describe('chat by SNS', () => {
  it('publishes the notification as it is, since the service shows nothing else', async () => {
    expect(await send()).toEqual({ outcome: 'delivered' });
    const [{ body } = { body: {} }] = aws.calls as { body: Record<string, unknown> }[];
    expect(body).toMatchObject({ Action: 'Publish', TopicArn: topic });
    expect(body).not.toHaveProperty('MessageStructure');
    expect(body).not.toHaveProperty('Subject');
    expect(JSON.parse(String(body['Message']))).toMatchObject({
      version: '1.0',
      source: 'custom',
      content: { title: 'shop: oom-kill: confirmed, 37 of 41 closes (Going on)' },
    });
  });

  it.each([
    ['NotFound', false],
    ['Throttled', true],
  ])('fails after %s (again: %s)', async (error, retryable) => {
    aws.fault = () => new Refused(error);
    expect(await send()).toMatchObject({ outcome: 'failed', retryable });
  });

  it('throws after an error of the service, since nobody knows', async () => {
    aws.fault = () => new Refused('InternalError');
    await expect(send()).rejects.toThrow();
  });
});
