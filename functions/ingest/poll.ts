import { noteSighting } from '#functions/evaluate/blind.ts';
import { recordsOf } from '#functions/events/records.ts';
import type { CursorItem } from '#functions/items.ts';
import { blindKey, cursorKey } from '#functions/keys.ts';
import type { LogAsk, Ports, StoredEvent } from '#functions/ports.ts';
import { passes, refusalOf, spokenRefusal } from '#functions/replay/refusal.ts';
import type { Setup } from '#functions/setup.ts';
import type { Lexicon } from '#lib/model/catalogue.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { duration } from '#lib/model/words.ts';
import type { Keeper } from './keep.ts';

/** Of the sixty seconds that the function may run: a page that is slow to be stored must still end in time. */
const longestRun: Millis = 35 * second;
/** FilterLogEvents takes 5 to 25 calls a second in a Region, from everybody: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const betweenCalls: Millis = 400;
/** Lines come to a group after their time: so far back everything is asked for again. */
const leastOverlap: Millis = 5 * minute;

/** Whoever reads too often, or cannot get through, waits for this long. */
const backOff: Millis = 2 * second;

export type PollPorts = Pick<Ports, 'table' | 'clock' | 'log' | 'logs'>;

interface Polled {
  readonly group: string;
  readonly pattern: string;
  readonly source: Source;
}

type Answer =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[]; readonly next?: string }
  /** The same question may well be answered in a moment. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly why: string };

/** One window of a group that is being read. `version` is that of the cursor item; 0 before the first. */
interface Reading extends Polled {
  readonly from: Millis;
  readonly to: Millis;
  readonly next: string | undefined;
  readonly version: number;
  /** Events after this were not asked for before. */
  readonly newFrom: Millis;
}

/**
 * Reads the log groups that have no free subscription filter. The cursor of a group is written only after what was read
 * is stored and announced, so a crash repeats and never skips. A group that fails does not stop the others.
 */
export function poller(
  ports: PollPorts,
  setup: Setup<Lexicon>,
  { keep }: Pick<Keeper, 'keep'>,
): (account: string) => Promise<void> {
  const { table, clock, log, logs } = ports;
  const { run, pace, horizon, intakes } = setup;
  const overlap = Math.max(pace.lateness, leastOverlap);
  const groups = intakes.flatMap((intake): readonly Polled[] => {
    if (intake.kind !== 'group' || intake.transport !== 'poll') return [];
    const source = run.sources.find(({ name }) => name === intake.group);
    return source ? [{ ...intake, source }] : [];
  });

  return async (account) => {
    const end = clock.now() + longestRun;
    // The one that is furthest behind goes first, and then they take turns, page by page.
    let waiting = (await Promise.all(groups.map(begin))).sort((a, b) => a.from - b.from);
    while (isNonEmpty(waiting) && clock.now() < end) {
      const [reading, ...others] = waiting;
      const rest = await step(reading, account);
      waiting = rest ? [...others, rest] : others;
      if (waiting.length > 0) await clock.sleep(betweenCalls);
    }
    for (const reading of waiting) await noteProgress(reading, readUpTo(reading));
  };

  async function begin(polled: Polled): Promise<Reading> {
    const { group } = polled;
    const held = await table.get(cursorKey(group));
    const now = clock.now();
    if (held?.kind !== 'cursor')
      return { ...polled, from: now - overlap, to: now, next: undefined, version: 0, newFrom: now - overlap };
    const { version, next } = held;
    if (next !== undefined)
      return { ...polled, from: held.from, to: held.to, next, version, newFrom: held.from + overlap };
    const from = held.to - overlap;
    const oldest = now - horizon;
    if (held.to < oldest) {
      log.count('Problems', 1);
      log.warn(
        `${group} was not read for ${duration(now - held.to)}: what came more than ${horizon / hour} h ago will not be judged. closecall replay shows it.`,
      );
    }
    // Two clocks may differ: what this one calls the future was read by another.
    return {
      ...polled,
      from: Math.max(from, oldest),
      to: Math.max(now, held.to),
      next,
      version,
      newFrom: held.to,
    };
  }

  /** Takes one page; what is left to read, or undefined when nothing is or the group is for the next run. */
  async function step(reading: Reading, owner: string): Promise<Reading | undefined> {
    const { group, pattern, source, from, to, next } = reading;
    const page = await pageOf({ group, pattern, from, to, ...(next === undefined ? {} : { next }) });
    switch (page.kind) {
      case 'busy':
        await clock.sleep(backOff);
        return reading;
      case 'failed':
        log.count('Problems', 1);
        log.warn(
          `${group} was not read: ${page.why}. It is asked again with the next poll, and nothing is skipped.`,
        );
        await noteProgress(reading, readUpTo(reading));
        return undefined;
      case 'stale':
        // The token has expired, or belongs to a pattern of before: the window is read from its start.
        await save({ ...reading, to: from + overlap }, undefined);
        await noteProgress(reading, readUpTo(reading));
        return undefined;
      case 'events':
        break;
    }
    // The account that deliveries name too: a group that goes over from one to the other keeps its lines' ids.
    const records = page.events.flatMap((event) => recordsOf(event, { owner, group, stream: event.stream }));
    log.count('Lines', page.events.filter(({ timestamp }) => timestamp > reading.newFrom).length);
    await keep(records, source, 'repeated');
    // Another run that is ahead of this one has this window too.
    if (!(await save(reading, page.next))) return undefined;
    if (page.next !== undefined) return { ...reading, next: page.next, version: reading.version + 1 };
    await noteProgress(reading, to);
    return undefined;
  }

  async function pageOf(ask: LogAsk): Promise<Answer> {
    try {
      return { kind: 'events', ...(await logs.page(ask)) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) return { kind: 'failed', why: error instanceof Error ? error.name : 'an unknown error' };
      if (refusal.kind === 'stale-token') return { kind: 'stale' };
      if (passes(refusal)) return { kind: 'busy' };
      const { what, remedy } = spokenRefusal(refusal);
      return { kind: 'failed', why: `${what}; ${remedy}` };
    }
  }

  function save({ group, from, to, version }: Reading, next: string | undefined): Promise<boolean> {
    const item: CursorItem = {
      kind: 'cursor',
      ...cursorKey(group),
      version: version + 1,
      group,
      from,
      to,
      ...(next === undefined ? {} : { next }),
    };
    return table.write({
      do: 'put',
      item,
      when: version === 0 ? { is: 'absent' } : { is: 'version', version },
    });
  }

  /** Inside a window its first part is what was read before, and its last has not been seen. */
  function readUpTo({ from, next, newFrom }: Reading): Millis {
    return next === undefined ? newFrom : from + overlap;
  }

  /** A group of which less is known than a late line may need is blind, whatever the reason. */
  async function noteProgress({ group }: Reading, readTo: Millis): Promise<void> {
    const now = clock.now();
    const held = await table.get(blindKey(group, 'polling'));
    const wasBlind = held?.kind === 'blind' && held.until === undefined;
    const isBlind = now - readTo > pace.lateness + minute;
    // A word about blindness is not believed for ever, so it is said again.
    const isFresh = !isBlind || (held?.kind === 'blind' && now - held.version < hour);
    if (isBlind === wasBlind && isFresh) return;
    if (isBlind)
      log.warn(
        `${group} was read only up to ${new Date(readTo).toISOString()}: until polling has caught up, its silence says nothing and no incident that it could tell of is called over.`,
      );
    await noteSighting(table, { group, reason: 'polling', isBlind, at: now });
  }
}
