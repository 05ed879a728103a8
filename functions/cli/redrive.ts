import type { Account, DeadLetter, Letters } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';
import { answeredOr } from './checklist.ts';
import { contentOf, revived } from './dead-letters.ts';
import { type DeadQueue, deadQueues } from './dead-queues.ts';
import { Problem } from './problem.ts';
import { outputOf } from './stack-outputs.ts';

/** Long enough to send a round on; then whoever else looks sees what was not moved. */
const hidden: Millis = 5 * minute;
/** A body may be 1 MiB, and all of a round are held. */
const round = { letters: 100, bytes: 32 * 1024 * 1024 } as const;
/** One empty answer may be a server that holds none. */
const emptyAnswers = 2;

export interface Redriven {
  readonly queue: DeadQueue;
  readonly seen: number;
  readonly moved: number;
  /** Why the rest stayed; undefined where nothing did. */
  readonly stayed?: string;
}

export interface Redrive {
  readonly account: Letters & Pick<Account, 'depth'>;
  readonly urlOf: (output: (typeof deadQueues)[DeadQueue]['dead' | 'alive']) => string;
  readonly now: Millis;
  readonly dryRun: boolean;
  readonly say: (row: string) => void;
}

export type Mover = Letters & Pick<Account, 'depth' | 'stack' | 'region'>;

export interface Wished {
  readonly stackName: string;
  readonly queues: readonly DeadQueue[];
  readonly now: Millis;
  readonly dryRun: boolean;
  /** Takes a row of text. */
  readonly say: (row: string) => void;
}

/** One queue after the other; what went wrong with one keeps nobody from the next. */
export const redriveAll = (account: Mover, wished: Wished): Promise<readonly Redriven[]> =>
  answeredOr(everyQueue(account, wished));

async function everyQueue(
  account: Mover,
  { stackName, queues, now, dryRun, say }: Wished,
): Promise<readonly Redriven[]> {
  const region = await account.region();
  const stack = await account.stack(stackName);
  if (!stack)
    throw new Problem(
      `There is no stack ${stackName} in ${region}: name the right one with --stack, or its Region with AWS_REGION.`,
    );
  const done: Redriven[] = [];
  const urlOf: Redrive['urlOf'] = (output) => outputOf(stackName, stack, output);
  for (const queue of queues) done.push(await redrive(queue, { account, urlOf, now, dryRun, say }));
  say('');
  say(summaryOf(done, dryRun));
  return done;
}

/**
 * Moves what lies in a dead-letter queue back to where it is tried again. Each is sent first and removed then: a crash
 * between the two leaves it in both, which the functions bear, and none in neither.
 */
export async function redrive(queue: DeadQueue, redriving: Redrive): Promise<Redriven> {
  const { account, urlOf, now, dryRun, say } = redriving;
  const urls = { dead: urlOf(deadQueues[queue].dead), alive: urlOf(deadQueues[queue].alive) };
  const { dead } = urls;
  const { waiting, inFlight } = await account.depth(dead);
  say(
    `${queue}: about ${count(waiting + inFlight, 'dead letter')}${inFlight > 0 ? `, ${inFlight} of them in somebody else's hands` : ''} (${deadQueues[queue].holds})`,
  );
  const seen = new Set<string>();
  const sent = new Set<string>();
  let moved = 0;
  for (;;) {
    const letters = await gather(account, dead);
    const fresh = letters.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    for (const row of describe(queue, fresh, now)) say(`  ${row}`);
    const back = letters.find(({ id }) => sent.has(id));
    if (dryRun || back || letters.length === 0) {
      await releaseAll(account, dead, letters);
      if (back) return { queue, seen: seen.size, moved, stayed: 'what was just moved failed again already' };
      return { queue, seen: seen.size, moved };
    }
    for (const [index, letter] of letters.entries()) {
      const failed = await moveOne(account, queue, urls, letter, sent);
      if (failed !== undefined) {
        await releaseAll(account, dead, letters.slice(index));
        return { queue, seen: seen.size, moved, stayed: failed };
      }
      moved++;
    }
    say(`  ${moved} moved`);
  }
}

/** Up to a round of letters, each of which is hidden from now on. */
async function gather(account: Letters, dead: string): Promise<readonly DeadLetter[]> {
  const letters = new Map<string, DeadLetter>();
  let bytes = 0;
  for (let empty = 0; empty < emptyAnswers && letters.size < round.letters && bytes < round.bytes; ) {
    const some = await account.receive(dead, hidden);
    empty = some.length === 0 ? empty + 1 : 0;
    for (const letter of some) {
      // At least once: a letter may come twice, and its last handle is the one that works.
      letters.set(letter.id, letter);
      bytes += letter.body.length;
    }
  }
  return [...letters.values()];
}

/** Undefined when it arrived; else why it stayed. */
async function moveOne(
  account: Letters,
  queue: DeadQueue,
  { dead, alive }: { readonly dead: string; readonly alive: string },
  letter: DeadLetter,
  sent: Set<string>,
): Promise<string | undefined> {
  try {
    sent.add(await account.send(alive, { ...letter, body: revived(queue, letter.body) }));
  } catch (error) {
    return `it could not be sent: ${reasonOf(error)}`;
  }
  try {
    await account.remove(dead, letter);
    return undefined;
  } catch (error) {
    return `one was sent and could not be removed, so it lies in both queues, which does no harm: ${reasonOf(error)}`;
  }
}

/** What goes wrong here is put right by time: in five minutes they are to be seen again anyway. */
async function releaseAll(account: Letters, dead: string, letters: readonly DeadLetter[]): Promise<void> {
  for (const letter of letters) await account.release(dead, letter).catch(() => undefined);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Unanswered)) throw error;
  return error.message;
}

const mostRows = 20;

/** One row for each kind of content, the most frequent first, with the age of the oldest. */
function describe(queue: DeadQueue, letters: readonly DeadLetter[], now: Millis): readonly string[] {
  const kinds = new Map<string, { letters: number; oldest: Millis; newest: Millis }>();
  for (const { body, sentAt } of letters) {
    // An error of a function may hold anything, and this goes to a terminal.
    const content = contentOf(queue, body).replace(/\p{C}/gu, '\ufffd');
    const held = kinds.get(content) ?? { letters: 0, oldest: sentAt, newest: sentAt };
    held.letters++;
    held.oldest = Math.min(held.oldest, sentAt);
    held.newest = Math.max(held.newest, sentAt);
    kinds.set(content, held);
  }
  const rows = [...kinds]
    .sort(([a, x], [b, y]) => y.letters - x.letters || (a < b ? -1 : 1))
    .map(([content, each]) => {
      const [oldest, newest] = [each.oldest, each.newest].map((at) => duration(Math.max(0, now - at)));
      return `${each.letters} × ${content}, ${oldest === newest ? `${oldest} old` : `${newest} to ${oldest} old`}`;
    });
  return rows.length <= mostRows
    ? rows
    : [...rows.slice(0, mostRows), `and ${rows.length - mostRows} more kinds`];
}

function summaryOf(all: readonly Redriven[], dryRun: boolean): string {
  const seen = all.reduce((sum, each) => sum + each.seen, 0);
  const moved = all.reduce((sum, each) => sum + each.moved, 0);
  if (dryRun)
    return seen === 0
      ? 'There are no dead letters.'
      : `${count(seen, 'dead letter')} looked at, none moved: leave out --dry-run to try them again.`;
  const stayed = all.flatMap(({ queue, stayed: why }) => (why === undefined ? [] : [`${queue}: ${why}`]));
  if (stayed.length > 0)
    return `${moved} moved; the rest is where it was and nothing is lost.\n${stayed.join('\n')}`;
  return moved === 0
    ? 'There are no dead letters.'
    : `${count(moved, 'dead letter')} moved: closecall doctor shows in a few minutes whether they stay away.`;
}
