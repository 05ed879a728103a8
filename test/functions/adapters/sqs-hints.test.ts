import { expect, it } from 'vitest';
import { sqsHints } from '#functions/adapters/sqs-hints.ts';
import { useFakeAws } from './fake-aws.ts';
import { Refused } from './fake-dynamo.ts';

const aws = useFakeAws();
const queue = () => `${process.env['AWS_ENDPOINT_URL']}/123456789012/Evaluations`;

it('sends a hint as JSON', async () => {
  await sqsHints<{ scope: string }>(queue()).send({ scope: 'shop/é' }, 0);
  expect(aws.calls).toEqual([
    {
      service: 'AmazonSQS',
      operation: 'SendMessage',
      body: { QueueUrl: queue(), MessageBody: '{"scope":"shop/é"}', DelaySeconds: 0 },
    },
  ]);
});

it.each([
  [-5, 0],
  [0, 0],
  [1, 1],
  [20_000, 20],
  [20_001, 21],
  [900_000, 900],
  [86_400_000, 900],
])('delays %i ms by %i s', async (delay, seconds) => {
  await sqsHints(queue()).send({}, delay);
  expect(aws.calls[0]?.body['DelaySeconds']).toBe(seconds);
});

it('throws where the queue is not there', async () => {
  aws.fault = () => new Refused('QueueDoesNotExist');
  await expect(sqsHints(queue()).send({}, 0)).rejects.toThrow();
});
