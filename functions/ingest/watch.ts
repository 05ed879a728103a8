import { feeds } from '#functions/cli/filters.ts';
import { noteSighting } from '#functions/evaluate/blind.ts';
import { blindKey } from '#functions/keys.ts';
import type { Ports } from '#functions/ports.ts';
import { passes, refusalOf, spokenRefusal } from '#functions/replay/refusal.ts';
import type { Setup } from '#functions/setup.ts';
import type { Lexicon } from '#lib/model/catalogue.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';

/** How often this is called (infra/closecall.ts). */
const every: Millis = 5 * minute;
/** Each group is asked about once an hour; one without its filter each time, so that the alarm on `Problems` sees it. */
const turns = hour / every;
const longestRun: Millis = 35 * second;
const betweenCalls: Millis = 200;

export type WatchPorts = Pick<Ports, 'table' | 'clock' | 'log' | 'filters'>;

type Found = 'there' | 'missing' | 'unknown';

/**
 * Looks whether the groups that are subscribed to still have a filter that leads to this function. A group that was
 * deleted, and perhaps made again, has none, and then nothing fails and no alarm of CloudWatch's speaks: no line comes.
 */
export function watcher(
  { table, clock, log, filters }: WatchPorts,
  { intakes }: Setup<Lexicon>,
): (ownName: string) => Promise<void> {
  const groups = intakes.flatMap((intake) =>
    intake.kind === 'group' && intake.transport === 'subscribe' ? [intake.group] : [],
  );

  return async (ownName) => {
    const turn = Math.floor(clock.now() / every) % turns;
    const end = clock.now() + longestRun;
    const missed = await Promise.all(groups.map(isMissed));
    for (const [index, group] of groups.entries()) {
      const wasMissing = missed[index] === true;
      if (!wasMissing && index % turns !== turn) continue;
      if (clock.now() > end) return;
      const found = await look(group, ownName);
      const isBlind = found === 'missing';
      if (isBlind || (found === 'there' && wasMissing))
        await noteSighting(table, { group, reason: 'unsubscribed', isBlind, at: clock.now() });
      await clock.sleep(betweenCalls);
    }
  };

  async function isMissed(group: string): Promise<boolean> {
    const held = await table.get(blindKey(group, 'unsubscribed'));
    return held?.kind === 'blind' && held.until === undefined;
  }

  async function look(group: string, ownName: string): Promise<Found> {
    try {
      const all = await filters(group);
      if (all.some(({ destination }) => feeds(destination, ownName))) return 'there';
      return missing(`${group} has no subscription filter that leads to ${ownName}`);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.kind === 'missing') return missing(`${group} does not exist`);
      if (refusal && passes(refusal)) return 'unknown';
      const why = refusal ? spokenRefusal(refusal).what : nameOf(error);
      problem(`Whether ${group} still has its subscription filter could not be seen: ${why}.`);
      return 'unknown';
    }
  }

  function missing(what: string): Found {
    problem(
      `${what}: no line of it comes in, and until one can, no incident that it could tell of is called over. closecall doctor says how to put it right, and closecall replay reads what was missed.`,
    );
    return 'missing';
  }

  function problem(sentence: string): void {
    log.count('Problems', 1);
    log.warn(sentence);
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'an unknown error');
