import { expect, it } from 'vitest';
import type { Delivery } from '#lib/model/alert.ts';
import { hour, minute, second } from '#lib/model/time.ts';
import { deliveryOf, smallSetup, startOfStory as ten } from './story.ts';
import { play } from './theatre.ts';

const down: Delivery = { outcome: 'failed', retryable: true, why: 'Slack cannot be reached' };

/** A close every minute: each is a new revision, of which Slack takes none while it is down. */
const closes = (minutes: number) =>
  Array.from({ length: minutes }, (_, index) => {
    const at = ten + index * minute;
    const text = `${new Date(at).toISOString()} closed by 10.0.0.1:80 conn 7 GET /pay`;
    const line = { group: '/app/proxy', id: String(index), at, observed: at, text };
    return { at: at + 10 * second, event: deliveryOf([line]) };
  });

it('what a medium does not take waits since its first word, however many more come', async () => {
  const answer = (medium: string, _cid: string, now: number) =>
    medium === 'slack' && now < ten + hour ? down : undefined;
  const { peaks, figures, messages } = await play(closes(60), smallSetup, { answer });
  // Between 15 minutes, which is when an alarm tells, and the hour that it really was.
  expect(peaks['OldestTodoSeconds']).toBeGreaterThanOrEqual(55 * 60);
  expect(figures['DeliveryFailures']).toBeGreaterThan(5);
  expect(messages.filter(({ medium }) => medium === 'slack').length).toBeGreaterThan(0);
});

it('what was taken owes nothing: its next word is a new one', async () => {
  const { peaks } = await play(closes(60), smallSetup);
  expect(peaks['OldestTodoSeconds']).toBeLessThan(5 * 60);
});
