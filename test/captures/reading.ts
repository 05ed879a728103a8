import { gather } from '#functions/cli/gather.ts';
import { openInputs } from '#functions/cli/inputs.ts';
import { Problem } from '#functions/cli/problem.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import type { Signature } from '#lib/model/signature.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { explained, wishes } from '#test/explained.ts';

/** Names with counts, most first. */
export type Counts = ReadonlyMap<string, number>;

/** What `closecall explain` makes of one file, and how much of it was understood. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly file: string;
      readonly lines: number;
      /** Lines with words that were decoded: all of a file up to 1 MiB, else a sample and the lines with a needle. */
      readonly examined: number;
      /** In some format, plain text included. */
      readonly inFormat: number;
      /** With a time, or in a format of some program. */
      readonly telling: number;
      /** In which some signature sees something. */
      readonly seen: number;
      /** The main one first. */
      readonly formats: readonly string[];
      readonly said: Readonly<Record<Signature['role'], Counts>>;
      /** Closes by cause and confidence. */
      readonly closes: Counts;
      readonly lookalikes: Counts;
      /** What could be read only in part. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'foreign' | 'unreadable'; readonly file: string; readonly why: string };

const roles = new Map(catalogue.signatures.map(({ id, role }) => [id, role]));

export async function readingOf(cwd: string, file: string): Promise<Reading> {
  let verdict: Verdict;
  try {
    verdict = await explained(cwd, [file]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: isUnread(error) ? 'unreadable' : 'foreign', file, why: reasonOf(error, file) };
  }
  const opened = await openInputs([file], cwd);
  try {
    const gathered = await gather(opened.inputs, wishes, observer(catalogue));
    const [only] = gathered.files;
    if (!only) throw new Error(`${file} was read once and not again: ${gathered.warnings.join(' ')}`);
    const { source, read, telling, signals, pages } = only;
    const facts = new Map(pages.flatMap((page) => page.facts.map((fact) => [fact.id, fact.signature])));
    const saidAs = (role: Signature['role']): Counts =>
      counted([...facts.values()].filter((id) => roles.get(id) === role).map((id) => [id, 1]));
    return {
      kind: 'read',
      file,
      lines: read.lines,
      examined: read.examined,
      inFormat: read.understood,
      telling,
      seen: signals,
      formats: [read.format, ...source.formats.filter((id) => id !== read.format)],
      said: { symptom: saidAs('symptom'), aside: saidAs('aside'), clue: saidAs('clue') },
      closes: closesOf(verdict),
      lookalikes: counted(verdict.lookalikes.map(({ cause, count }) => [cause, count])),
      warnings: [...opened.warnings, ...gathered.warnings],
    };
  } finally {
    opened.dispose();
  }
}

/** Sums by name, most first. */
export function counted(parts: Iterable<readonly [name: string, n: number]>): Counts {
  const sums = new Map<string, number>();
  for (const [name, n] of parts) sums.set(name, (sums.get(name) ?? 0) + n);
  return new Map([...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

const closesOf = ({ incidents }: Verdict): Counts =>
  counted(
    incidents.flatMap(({ findings, unexplained }) => [
      ...findings.map(({ cause, confidence, closes }) => [`${cause} ${confidence}`, closes] as const),
      ...(unexplained ? [['unexplained', unexplained.closes] as const] : []),
    ]),
  );

const isUnread = ({ message }: Problem): boolean =>
  /^nothing could be read|could not be read to its end/.test(message);

/** Of a problem's message the lines about the file, without its name. */
function reasonOf({ message }: Problem, file: string): string {
  const reasons = message.split('\n').filter((line) => line.startsWith('  '));
  const about = (reason: string) => {
    const text = reason.trim();
    return text.startsWith(file) ? text.slice(file.length).replace(/^:? /, '') : text;
  };
  return (reasons.length > 0 ? reasons.map(about) : [message]).join(' ');
}
