import { describe, expect, it } from 'vitest';
import type { Answered } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import { replayThere } from '#functions/cli/replay-remote.ts';
import { verdictSchema } from '#lib/model/verdict.ts';
import { stackOf } from './deployment.ts';

const onward = 'closecall replay --since 2026-11-22T12:00:00.000Z --stack Closecall --publish';
const error = { what: 'CloudWatch is asked too often', remedy: 'ask again later' };
const verdict = { schema: verdictSchema };

/** The command, and a function that answers in turn; the last answer is for ever. */
async function asking(...answers: readonly (unknown | Error)[]) {
  const requests: object[] = [];
  const slept: number[] = [];
  const told = replayThere({
    account: {
      stack: async () => stackOf(),
      async invoke(_, request): Promise<Answered> {
        requests.push(request as object);
        const answer = answers[Math.min(requests.length, answers.length) - 1];
        if (answer instanceof Unanswered) throw answer;
        return answer instanceof Error
          ? { kind: 'failed', why: answer.message }
          : { kind: 'answered', answer };
      },
    },
    reportsOf: () => ({ get: async () => undefined }),
    stack: 'Closecall',
    question: { from: 1, to: 2, sources: [], publish: true, unfiltered: false, rate: undefined },
    clock: { sleep: async (ms) => void slept.push(ms) },
    onward,
  });
  const said = await told.then(
    ({ verdict: found }) => found,
    (problem: Error) => problem.message,
  );
  return { said, slept, requests: requests.slice(1) };
}

describe('a replay by the function of a stack', () => {
  it('waits where the function says that waiting may be all it takes, and goes on', async () => {
    const busy = { error, next: 'a', after: 60 };
    const { said, slept, requests } = await asking(busy, busy, { next: 'b', read: 0.5 }, busy, verdict);
    expect(said).toEqual(verdict);
    expect(slept).toEqual([60_000, 60_000, 60_000]);
    expect(requests).toEqual(['a', 'a', 'b', 'a'].map((next) => ({ next })));
  });

  it('does not wait for ever, and says how to go on', async () => {
    const { said, slept } = await asking({ error, next: 'a', after: 60 });
    expect(slept).toHaveLength(5);
    expect(said).toBe(
      `the replay function answers: CloudWatch is asked too often. What to do: ask again later. Go on with:\n  ${onward}`,
    );
  });

  it('does not wait for what somebody must do first', async () => {
    const { said, slept } = await asking({ error, next: 'a' });
    expect(slept).toEqual([]);
    expect(said).toContain(`Go on with:\n  ${onward}`);
  });

  it('says nothing of going on where nothing is kept', async () => {
    const { said } = await asking({ error });
    expect(said).toMatch(/ask again later\.$/);
  });

  it('says how to go on after a call that failed, or of which nobody knows', async () => {
    for (const end of [new Error('Task timed out after 900 seconds'), new Unanswered('unreachable', 'No.')])
      expect((await asking(end)).said).toContain(`Go on with:\n  ${onward}`);
    const { said } = await asking(new Unanswered('denied', 'These credentials lack the right.'));
    expect(said).toBe('These credentials lack the right.');
  });
});
