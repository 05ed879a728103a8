import { spent } from '#test/spent.ts';

/** Steps this small keep exponential work below a minute at the first length at which it shows. */
const small = [16, 20, 26, 34, 44, 58, 75, 98, 127, 165, 215, 280, 364, 473, 615, 800];
const large = [1_024, 4_096, 16_384, 65_536];
/** Below this a measurement says more about the machine than about the pattern. */
const noticeable = 15;
/** Linear work grows fourfold, quadratic sixteenfold. */
const tooMuch = 9;

export interface Slow {
  /** Characters in the run that was put in. */
  readonly length: number;
  readonly ms: number;
  readonly before: string;
  readonly run: string;
}

/**
 * Puts ever longer runs behind each word of a line and looks for work that grows faster than the line.
 * All times are compared within the run, and each suspicion is measured again: a busy machine is no reason to fail.
 */
export function slowGrowth(work: (text: string) => unknown, line: string): Slow | undefined {
  for (const before of beginnings(line))
    for (const unit of units(before, line.slice(before.length)))
      for (const rest of new Set(['\u0001', line.slice(before.length)])) {
        const grown = (length: number) => `${before}${unit.repeat(Math.ceil(length / unit.length))}${rest}`;
        const slow = slowest(work, grown);
        if (slow) return { ...slow, before, run: unit };
      }
  return undefined;
}

function slowest(
  work: (text: string) => unknown,
  grown: (length: number) => string,
): Pick<Slow, 'length' | 'ms'> | undefined {
  let previous = 0;
  for (const length of [...small, ...large]) {
    const text = grown(length);
    if (timed(work, text) > noticeable) {
      const ms = best(work, text);
      const already = previous === 0 ? 0 : best(work, grown(previous));
      if (ms > noticeable && (length < 1_024 || ms > tooMuch * Math.max(already, noticeable / 10)))
        return { length, ms };
    }
    previous = length;
  }
  return undefined;
}

const best = (work: (text: string) => unknown, text: string): number =>
  Math.min(timed(work, text), timed(work, text), timed(work, text));

function timed(work: (text: string) => unknown, text: string): number {
  const start = spent();
  work(text);
  return spent() - start;
}

/** The line up to the end of each of its words, the empty beginning and the whole included. */
function beginnings(line: string): readonly string[] {
  const ends = [...line.slice(0, 400).matchAll(/[\w.$-]+|[^\w\s]+/g)].map(
    (word) => word.index + word[0].length,
  );
  return [...new Set(['', ...ends.map((end) => line.slice(0, end)), line])];
}

/** What to repeat: what a greedy part would swallow (letters, digits, blanks), and what stands at this place already. */
function units(before: string, after: string): ReadonlySet<string> {
  const word = /[\w.$-]+\W*$/.exec(before)?.[0].slice(0, 40);
  const next = /^\W*[\w.$-]+/.exec(after)?.[0].slice(0, 40);
  return new Set([' ', 'a', '0', before.at(-1) ?? 'a', word ?? 'a', next ?? 'a', after.at(0) ?? 'a']);
}
