import { expect, it } from 'vitest';
import type { Sender } from '#functions/ports.ts';
import { orTestAlert, testEvent } from '#functions/test-alert.ts';
import type { Delivery, Outbound } from '#lib/model/alert.ts';

const clock = { now: () => 1_790_000_000_000, sleep: async () => undefined };

function stage(answers: Readonly<Record<string, () => Promise<Delivery>>>) {
  const sent: {
    readonly medium: string;
    readonly outbound: Outbound;
    readonly cid: string;
    readonly ref: unknown;
  }[] = [];
  const senders = new Map<string, Sender>(
    Object.entries(answers).map(([medium, answer]) => [
      medium,
      {
        render: () => {
          throw new Error('a test is no alert');
        },
        send: (outbound, cid, ref) => {
          sent.push({ medium, outbound, cid, ref });
          return answer();
        },
      },
    ]),
  );
  const handled: unknown[] = [];
  const handle = orTestAlert({ senders, clock }, async (event) => {
    handled.push(event);
  });
  return { handle, handled, sent };
}

const delivered = async (): Promise<Delivery> => ({ outcome: 'delivered' });

it('sends one message that says it is a test to each medium, and answers what they said', async () => {
  const { handle, handled, sent } = stage({
    slack: async () => ({ outcome: 'failed', retryable: false, why: 'invalid_auth' }),
    email: delivered,
  });
  expect(await handle(testEvent)).toEqual({
    media: [
      { medium: 'slack', delivery: { outcome: 'failed', retryable: false, why: 'invalid_auth' } },
      { medium: 'email', delivery: { outcome: 'delivered' } },
    ],
  });
  expect(handled).toEqual([]);
  expect(sent.map(({ medium, outbound, cid, ref }) => [medium, outbound.kind, cid, ref])).toEqual([
    ['slack', 'slack', 'test-1790000000000', undefined],
    ['email', 'email', 'test-1790000000000', undefined],
  ]);
  for (const { outbound } of sent)
    expect(JSON.stringify(outbound)).toMatch(/test of closecall.*Nothing happened/);
});

it('tells the others where one medium throws', async () => {
  const { handle } = stage({
    slack: async () => {
      throw new Error('socket hang up');
    },
    email: delivered,
  });
  expect(await handle(testEvent)).toMatchObject({
    media: [
      { delivery: { outcome: 'failed', why: 'socket hang up' } },
      { delivery: { outcome: 'delivered' } },
    ],
  });
});

it('leaves every other event to the handler', async () => {
  const { handle, handled, sent } = stage({ email: delivered });
  const events = [{ Records: [] }, null, 'test-alert', { closecall: 'other' }];
  for (const event of events) await handle(event);
  expect(handled).toEqual(events);
  expect(sent).toEqual([]);
});
