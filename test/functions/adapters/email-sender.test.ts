import { createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { emailSender } from '#functions/adapters/email-sender.ts';
import { useFakeAws } from './fake-aws.ts';
import { Refused } from './fake-dynamo.ts';
import { alert, cid } from './sender-contract.ts';

const aws = useFakeAws();
const topic = 'arn:aws:sns:eu-central-1:123456789012:Alerts';
const letter = (text: string) => ({ kind: 'email', subject: '[closecall] shop', text }) as const;
const send = (text = 'Going on.\n') => emailSender(topic).send(letter(text), cid, undefined);

describe('e-mail by SNS', () => {
  it('publishes what the notifier writes', async () => {
    const sender = emailSender(topic);
    const delivery = await sender.send(sender.render(alert as never), cid, undefined);
    expect(delivery).toEqual({ outcome: 'delivered' });
    expect(aws.calls.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        Action: 'Publish',
        TopicArn: topic,
        Subject: '[closecall] shop: backend hung up (shop/2026-11-24T03:12:44Z)',
        MessageStructure: 'json',
      }),
    ]);
    const { default: json, email, ...others } = JSON.parse(String(aws.calls[0]?.body['Message']));
    expect(others).toEqual({});
    expect(email).toMatch(/^Going on\. oom-kill: confirmed, 37 of 41 closes\n/);
    expect(JSON.parse(json)).toMatchObject({ schema: 'closecall/alert@1', incident: { closes: 41 } });
  });

  it.each(['x', 'é', '"', '\n'])(
    'fits letter and JSON into one message, and cuts the letter alone: %j',
    async (filler) => {
      const json = JSON.stringify({ filler: 'y'.repeat(100_000) });
      await emailSender(topic).send({ ...letter(filler.repeat(200_000)), json }, cid, undefined);
      const message = String(aws.calls[0]?.body['Message']);
      expect(Buffer.byteLength(message)).toBeLessThan(256 * 1024);
      expect(JSON.parse(message)).toMatchObject({
        default: json,
        email: expect.stringContaining('… cut here, because SNS'),
      });
      expect(JSON.parse(message).email.length).toBeGreaterThan(20_000);
    },
  );

  it.each(['x', 'é', '日', '😀'])('cuts a letter of %s that is too long, and says so', async (letterOf) => {
    await send(letterOf.repeat(300_000));
    const message = String(aws.calls[0]?.body['Message']);
    expect(Buffer.byteLength(message)).toBeLessThan(256 * 1024);
    expect(Buffer.byteLength(message)).toBeGreaterThan(254 * 1024);
    expect(message).toMatch(new RegExp(`^(?:${letterOf})+\n… cut here, because SNS`, 'u'));
  });

  it.each([
    ['NotFound', false, 'deploy again'],
    ['AuthorizationError', false, 'may not publish'],
    ['KMSDisabled', false, 'the key of'],
    ['InvalidParameter', false, 'report this as a fault of closecall'],
  ])('says what to do after %s', async (error, retryable, what) => {
    aws.fault = () => new Refused(error);
    expect(await send()).toEqual({ outcome: 'failed', retryable, why: expect.stringContaining(what) });
    expect(aws.calls).toHaveLength(1);
  });

  it('tries again later after throttling', async () => {
    aws.fault = () => new Refused('Throttled');
    expect(await send()).toEqual({ outcome: 'failed', retryable: true, why: 'SNS is busy' });
  });

  it('throws after an error of the service, since nobody knows', async () => {
    aws.fault = () => new Refused('InternalError');
    await expect(send()).rejects.toThrow();
    expect(aws.calls).toHaveLength(3);
  });

  it('fails, to be tried again, where nothing can have arrived', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${typeof address === 'object' && address?.port}`);
    expect(await send()).toEqual({
      outcome: 'failed',
      retryable: true,
      why: 'SNS cannot be reached (ECONNREFUSED)',
    });
  });
});
