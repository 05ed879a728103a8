import { spawn } from 'node:child_process';
import type { Input } from './inputs.ts';
import { cutter, everyLine, lineAt, linesFrom, longestLine, type Take, textOf } from './lines.ts';
import { type Progress, silent } from './progress.ts';

const colon = 0x3a;

/**
 * Hands over the lines that contain a needle, in order, by ripgrep where its binary runs, else in this process; the
 * lines are the same. Answers how many lines the file has.
 */
export async function candidates(
  input: Input,
  needles: readonly string[],
  take: Take,
  progress: Progress = silent,
): Promise<number> {
  const ripgrep = await ripgrepPath();
  let last = 0;
  const takeNext: Take = (line) => {
    if (line.number <= last) return;
    last = line.number;
    take(line);
  };
  const total =
    ripgrep === undefined ? undefined : await byRipgrep(ripgrep, input, needles, takeNext, progress);
  return total ?? byReading(input, needles, takeNext, progress);
}

export async function ripgrepPath(): Promise<string | undefined> {
  try {
    return (await import('@vscode/ripgrep')).rgPath;
  } catch {
    return undefined;
  }
}

/** What ripgrep prints in place of a line longer than `--max-columns`. */
const omitted = Buffer.from('[Omitted long matching line]');
const flags = [
  ...['--no-config', '--no-heading', '--no-filename', '--color', 'never'],
  ...[
    '--text',
    '--encoding',
    'none',
    '--line-number',
    '--byte-offset',
    '--max-columns',
    `${longestLine / 2}`,
  ],
  ...['--file', '-'],
];

/** Undefined when the binary does not run here, or not to the file's end. */
export async function byRipgrep(
  binary: string,
  input: Input,
  needles: readonly string[],
  take: Take,
  progress: Progress = silent,
): Promise<number | undefined> {
  const pattern = patternOf(needles);
  const numbers = areNumbers(needles);
  const asked = [...flags, ...(numbers ? ['--no-unicode'] : ['--fixed-strings']), '--', input.path];
  const child = spawn(binary, asked, { stdio: ['pipe', 'pipe', 'ignore'] });
  const exit = new Promise<number | null>((done) => {
    child.on('error', () => done(null));
    child.on('close', done);
  });
  child.stdin.on('error', () => {});
  child.stdin.end(numbers ? pattern.source : needles.join('\n'));
  let last = { number: 0, offset: 0 };
  const rows = cutter((_, row) => {
    const first = row.indexOf(colon);
    const second = row.indexOf(colon, first + 1);
    const offset = Number(row.toString('latin1', first + 1, second));
    const number = Number(row.toString('latin1', 0, first));
    last = { number, offset };
    const rest = row.subarray(second + 1);
    const long = rest.equals(omitted);
    const text = long ? lineAt(input, offset) : textOf(rest);
    if (!long || pattern.test(text)) take({ number, offset, text });
  });
  for await (const chunk of child.stdout) {
    rows.push(chunk as Buffer);
    progress.at(`searching ${input.name}`, last.offset, input.bytes);
  }
  rows.end();
  const code = await exit;
  if (code !== 0 && code !== 1) return undefined;
  return Math.max(0, last.number - 1) + (await linesFrom(input, last.offset));
}

export async function byReading(
  input: Input,
  needles: readonly string[],
  take: Take,
  progress: Progress = silent,
): Promise<number> {
  const pattern = patternOf(needles);
  return everyLine(input, (line) => pattern.test(line.text) && take(line), progress);
}

/**
 * Any of the needles. Where all are numbers (an access log is searched for statuses) they count as whole numbers only,
 * which spares most lines with a larger number around the same digits. Written so that ripgrep reads it alike.
 */
function patternOf(needles: readonly string[]): RegExp {
  const any = needles.map((needle) => needle.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return new RegExp(areNumbers(needles) ? `(?:^|[^0-9])(?:${any})(?:[^0-9]|$)` : any);
}

const areNumbers = (needles: readonly string[]): boolean => needles.every((needle) => /^\d+$/.test(needle));
