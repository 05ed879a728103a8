import type { Account } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import type { LogStore } from '#functions/ports.ts';
import { refusalOf, spokenRefusal } from '#functions/replay/refusal.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { type Sniffed, sniff } from '#lib/engine/sniff.ts';
import { hour, type Millis } from '#lib/model/time.ts';
import { answeredOr } from './checklist.ts';
import { linesOf, samplesOf } from './log-samples.ts';
import { Problem } from './problem.ts';

/** What some recent lines of a log group tell. */
export type Sample =
  | {
      readonly kind: 'lines';
      readonly sniffed: Sniffed | undefined;
      /** As they came, without an envelope of ours. */
      readonly texts: readonly string[];
      readonly streams: number;
    }
  /** Nothing was written for long, or ever. */
  | { readonly kind: 'quiet' }
  /** It may not be read; `why` is a clause. */
  | { readonly kind: 'closed'; readonly why: string };

const window: Millis = hour;
const places = 2;

/** Looks at the last hour, and where it is silent at the hour before the last line. */
export async function sampleOf(
  account: Pick<Account, 'lastEvent'>,
  logs: Pick<LogStore, 'page'>,
  group: string,
  now: Millis,
): Promise<Sample> {
  try {
    const recent = await samplesOf(logs, group, { from: now - window, to: now }, places);
    const events = recent.length > 0 ? recent : await earlier(account, logs, group, now);
    if (events.length === 0) return { kind: 'quiet' };
    return {
      kind: 'lines',
      sniffed: sniff(linesOf(events), catalogue),
      texts: events.flatMap(({ message }) => message.split(/\r?\n/).filter((text) => text !== '')),
      streams: new Set(events.map(({ stream }) => stream)).size,
    };
  } catch (error) {
    return closedBy(error);
  }
}

async function earlier(
  account: Pick<Account, 'lastEvent'>,
  logs: Pick<LogStore, 'page'>,
  group: string,
  now: Millis,
) {
  const last = await lastEvent(account, group);
  return last === undefined || last > now - window
    ? []
    : samplesOf(logs, group, { from: last - window, to: last }, places);
}

/** Who may not ask when a line last came loses only that. */
async function lastEvent(account: Pick<Account, 'lastEvent'>, group: string): Promise<Millis | undefined> {
  try {
    return await account.lastEvent(group);
  } catch (error) {
    if (error instanceof Unanswered && (error.kind === 'denied' || error.kind === 'failed')) return undefined;
    return answeredOr(Promise.reject(error));
  }
}

function closedBy(error: unknown): Sample {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  const { what, remedy } = spokenRefusal(refusal);
  switch (refusal.kind) {
    case 'credentials':
    case 'region':
    case 'unreachable':
      throw new Problem(`${what}: ${remedy}.`);
    case 'throttled':
    case 'stale-token':
    case 'missing':
    case 'denied':
    case 'class':
    case 'beyond-retention':
    case 'invalid':
    case 'too-many':
      return { kind: 'closed', why: what };
  }
}
