import { Unanswered } from '#functions/adapters/unanswered.ts';
import { count, list } from '#lib/model/words.ts';
import { type Look, type Pen, penFor } from '#lib/notifiers/terminal/pen.ts';
import { Problem } from './problem.ts';

/** One thing that was looked at. `says` and `todo` are sentences. */
export type Check =
  | { readonly is: 'ok'; readonly about: string; readonly says: string }
  | {
      readonly is: 'warning' | 'problem' | 'unchecked';
      readonly about: string;
      readonly says: string;
      readonly todo: string;
    };

/** All that was looked at, and in which Region: looking in the wrong one is a common mistake. */
export interface Examined {
  readonly region: string;
  readonly checks: readonly Check[];
}

export const ok = (about: string, says: string): Check => ({ is: 'ok', about, says });
export const warning = (about: string, says: string, todo: string): Check => ({
  is: 'warning',
  about,
  says,
  todo,
});
export const problem = (about: string, says: string, todo: string): Check => ({
  is: 'problem',
  about,
  says,
  todo,
});
export const unchecked = (about: string, says: string, todo: string): Check => ({
  is: 'unchecked',
  about,
  says,
  todo,
});

/** A question that one missing right leaves open costs one line; without credentials or network there is nothing to say. */
export async function checked(
  about: string,
  look: () => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    switch (error.kind) {
      case 'nobody':
      case 'expired':
      case 'stranger':
      case 'region':
      case 'unreachable':
        throw new Problem(error.message);
      case 'denied':
        return [unchecked(about, error.message, 'Have it given to you, or let somebody look who has it.')];
      case 'failed':
        return [unchecked(about, error.message, 'Try again; if it stays, look in the AWS console.')];
    }
  }
}

/** For what cannot go on without an answer. */
export async function answeredOr<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof Unanswered ? new Problem(error.message) : error;
  }
}

export const having = (checks: readonly Check[], is: Check['is']): number =>
  checks.filter((check) => check.is === is).length;

/** 0: nothing that was looked at stands in the way; 2: something does. */
export const preflightExit = (checks: readonly Check[]): 0 | 2 => (having(checks, 'problem') > 0 ? 2 : 0);

/** 0: healthy, and nothing was left out; 1: a problem; 2: none was seen, and not everything. */
export function doctorExit(checks: readonly Check[]): 0 | 1 | 2 {
  if (having(checks, 'problem') > 0) return 1;
  return having(checks, 'unchecked') > 0 ? 2 : 0;
}

/** The checks for a program; `is` is ok, warning, problem or unchecked. */
export function checklistJson(command: string, stack: string, { region, checks }: Examined): string {
  const counts = {
    problems: having(checks, 'problem'),
    warnings: having(checks, 'warning'),
    unchecked: having(checks, 'unchecked'),
  };
  return `${JSON.stringify({ schema: `closecall/${command}@1`, stack, region, ...counts, checks }, undefined, 2)}\n`;
}

const marks = {
  ok: ['ok', 'resolved'],
  warning: ['warning', 'warning'],
  problem: ['problem', 'error'],
  unchecked: ['not checked', 'note'],
} as const;
const column = 13;

/** A row or more for each check, and a last one that counts. */
export function checklist(title: string, checks: readonly Check[], look: Look): string {
  const pen = penFor(look, []);
  return `${[pen.paint('strong', title), '', ...checks.flatMap((check) => rowsOf(check, pen)), '', countOf(checks)].join('\n')}\n`;
}

function rowsOf(check: Check, pen: Pen): readonly string[] {
  const [word, ink] = marks[check.is];
  const said = pen.hang(
    word.padEnd(column),
    `${check.about}: ${check.says}`,
    `${pen.paint(ink, word)}${' '.repeat(column - word.length)}`,
  );
  if (check.is === 'ok') return said;
  const help = `${' '.repeat(column)}= help: `;
  return [...said, ...pen.hang(help, check.todo, `${' '.repeat(column)}${pen.paint('help', '= help: ')}`)];
}

function countOf(checks: readonly Check[]): string {
  const parts = [
    [having(checks, 'problem'), 'problem', 'problems'],
    [having(checks, 'warning'), 'warning', 'warnings'],
    [having(checks, 'unchecked'), 'not checked', 'not checked'],
    [having(checks, 'ok'), 'ok', 'ok'],
  ] as const;
  return `${list(parts.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many)))}.`;
}
