import type { Account, Groups } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import type { Clock, LogStore } from '#functions/ports.ts';
import type { Look } from '#lib/notifiers/terminal/pen.ts';
import { answeredOr } from './checklist.ts';
import type { SlackWish } from './init-config.ts';
import type { Interview, Waiting } from './init-interview.ts';
import { rows } from './init-rows.ts';

/** What the command line has answered already; undefined is asked for, where somebody is there to answer. */
export interface Answers {
  readonly groups: readonly string[] | undefined;
  readonly clusters: readonly string[] | undefined;
  readonly email: readonly string[] | undefined;
  readonly slack: SlackWish | undefined;
  /** Takes every proposal. */
  readonly yes: boolean;
}

export interface Surroundings {
  readonly account: Account & Groups;
  readonly logs: Pick<LogStore, 'page'>;
  readonly clock: Clock;
  /** Undefined where nobody can be asked. */
  readonly interview: Interview | undefined;
  readonly waiting: Waiting;
  /** The name of this machine's zone: servers often have the same. */
  readonly zoneHere: string;
  readonly look: Look;
  readonly say: (text: string) => void;
  /** What `$schema` says. */
  readonly schema: string;
}

/** An answer, or undefined where a right is missing, which is said: `lost` is a clause that begins a sentence. */
export async function orNote<T>(
  { say, look }: Surroundings,
  lost: string,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Unanswered) || (error.kind !== 'denied' && error.kind !== 'failed'))
      return answeredOr(Promise.reject(error));
    say(rows(look, [['  = note:', `${lost}. ${error.message}`]]));
    return undefined;
  }
}

export const commaSeparated = (answer: string): readonly string[] => [
  ...new Set(answer.split(/[,\s]+/).filter((each) => each !== '')),
];
