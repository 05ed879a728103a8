import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { mistakes, type Planted, races, storms } from './mistakes.ts';
import { laidOut } from './races.ts';
import { simulate } from './simulation.ts';
import { storm } from './story.ts';

/** More for a night: CLOSECALL_SCHEDULES=20000 npx vitest run test/functions/protocol.test.ts */
const schedules = Number(process.env['CLOSECALL_SCHEDULES'] ?? 300);
const patience = Math.max(60_000, schedules * 200);
/** Of a mistake that chance finds at all, it finds one within so many schedules. */
const mostSeeds = 400;

describe('whatever the order, the crashes and the lost, late or repeated messages', () => {
  it(`nothing is lost, no view goes back, every transition is published (seeds 1 to ${schedules})`, {
    timeout: patience,
  }, async () => {
    const broken: string[] = [];
    for (let seed = 1; seed <= schedules; seed++) {
      const outcome = await simulate({ seed });
      broken.push(...outcome.broken.map((what) => `seed ${seed}: ${what}`));
    }
    expect(broken).toEqual([]);
  });

  it('and so it is when only the order is left to chance', { timeout: patience }, async () => {
    for (let seed = 1; seed <= schedules / 5; seed++)
      expect({ seed, broken: (await simulate({ seed, faults: 0 })).broken }).toEqual({ seed, broken: [] });
  });
});

/** The first seed whose schedule shows a mistake. */
async function caughtBy({ mistake, breaks }: Planted, story?: typeof storm): Promise<number | undefined> {
  for (let seed = 1; seed <= mostSeeds; seed++)
    if ((await simulate({ seed, mistake, ...(story ? { story } : {}) })).broken.includes(breaks)) return seed;
  return undefined;
}

describe('planted mistakes are caught', () => {
  it.each(mistakes)('$name', { timeout: patience }, async (planted) => {
    expect(await caughtBy(planted)).toBeDefined();
  });

  it.each(storms)('$name', { timeout: patience }, async (planted) => {
    expect(await caughtBy(planted, storm)).toBeDefined();
  });

  it.each(races)('$name', async ({ name, mistake }) => {
    const race = laidOut.find((each) => each.name === name);
    expect(await race?.run(undefined)).toBe('held');
    expect(await race?.run(mistake.evaluate)).toBe('lost');
  });
});
