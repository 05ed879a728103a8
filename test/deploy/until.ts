import { setTimeout as sleep } from 'node:timers/promises';

const pause = 500;
const limit = 120_000;

/**
 * Asks again until there is an answer. The limit is for what never comes; how fast it comes is not tested. Throws with
 * what was waited for and what was there instead.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  instead: () => string = () => 'it did not come',
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${limit / 1_000} s; ${instead()}`);
    await sleep(pause);
  }
}
