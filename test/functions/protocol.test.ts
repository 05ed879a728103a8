import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Setup } from '#functions/setup.ts';
import { lives, mistakes, type Planted, races, storms } from './mistakes.ts';
import { laidOut } from './races.ts';
import { simulate } from './simulation.ts';
import { acceptingSetup, type Choices, setupWith, storm } from './story.ts';
import type { Schedule } from './world.ts';

/** `npm run simulate` asks for 5,000. */
const schedules = Number(process.env['CLOSECALL_SCHEDULES'] ?? 300);
/** The same schedules every time, unless somebody asks for others. */
const start = Number(process.env['CLOSECALL_SEED'] ?? 20_261_122);
const patience = Math.max(60_000, schedules * 1_000);
/** Of a mistake that chance finds at all, it finds one within so many schedules. */
const mostSeeds = 400;

const choices: fc.Arbitrary<Choices> = fc.record({
  gap: fc.constantFrom(30, 120, 600),
  lateness: fc.constantFrom(0, 60, 180),
  provisional: fc.constantFrom(5, 20, 60),
  repeat: fc.constantFrom(600, 1_200, 14_400),
  slack: fc.constantFrom('bot', 'webhook', 'none'),
  mailFrom: fc.constantFrom(1, 2, 3),
  accepted: fc.boolean(),
});
/** Faults per call: none leaves the order alone to chance. */
const faults = fc.constantFrom(0, 0.02, 0.05, 0.05, 0.15);
const setups = new Map<string, Setup>();

describe('whatever the order, the crashes and the lost, late or repeated messages', () => {
  it(`nothing is lost, no view goes back, every transition is published, in ${schedules} schedules`, {
    timeout: patience,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), choices, faults, async (seed, chosen, given) => {
        const name = JSON.stringify(chosen);
        const setup = setups.get(name) ?? setupWith(chosen);
        setups.set(name, setup);
        expect((await simulate({ seed, setup, faults: given })).broken).toEqual([]);
      }),
      { numRuns: schedules, seed: start, endOnFailure: true },
    );
  });
});

/** The first seed whose schedule shows a mistake. */
async function caughtBy(
  { mistake, breaks }: Planted,
  given: Pick<Schedule, 'story' | 'setup'> = {},
): Promise<number | undefined> {
  for (let seed = 1; seed <= mostSeeds; seed++)
    if ((await simulate({ seed, mistake, ...given })).broken.includes(breaks)) return seed;
  return undefined;
}

describe('planted mistakes are caught', () => {
  it.each(mistakes)('$name', { timeout: patience }, async (planted) => {
    expect(await caughtBy(planted)).toBeDefined();
  });

  it.each(storms)('$name', { timeout: patience }, async (planted) => {
    expect(await caughtBy(planted, { story: storm })).toBeDefined();
  });

  it.each(lives)('$name', { timeout: patience }, async (planted) => {
    expect(await caughtBy(planted, { setup: acceptingSetup })).toBeDefined();
  });

  it.each(races)('$name', async ({ name, mistake }) => {
    const race = laidOut.find((each) => each.name === name);
    expect(await race?.run(undefined)).toBe('held');
    expect(await race?.run(mistake.evaluate)).toBe('lost');
  });
});
