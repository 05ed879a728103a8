import { spawn } from 'node:child_process';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Input } from './inputs.ts';

/** One line of a file: 1-based number, byte offset of its start, text. */
export interface Line {
  readonly number: number;
  readonly offset: number;
  readonly text: string;
}

/** A line longer than this is cut: no program writes one, and a file without newlines must not fill the memory. */
const longestLine = 1024 * 1024;
const newline = 0x0a;

/** Lines that contain a needle, by ripgrep where its binary is there, else in this process. Same lines, same order. */
export async function candidates(input: Input, needles: readonly string[]): Promise<readonly Line[]> {
  const ripgrep = await ripgrepPath();
  const found = ripgrep === undefined ? undefined : await byRipgrep(ripgrep, input, needles);
  return found ?? byReading(input, needles);
}

async function ripgrepPath(): Promise<string | undefined> {
  try {
    return (await import('@vscode/ripgrep')).rgPath;
  } catch {
    return undefined;
  }
}

/** What ripgrep prints in place of a line longer than `--max-columns`. */
const omitted = '[Omitted long matching line]';

/** Undefined when the binary does not run here. */
async function byRipgrep(binary: string, input: Input, needles: readonly string[]): Promise<Line[] | undefined> {
  const flags = ['--fixed-strings', '--file', '-', '--text', '--encoding', 'none', '--line-number', '--byte-offset'];
  const plain = ['--no-config', '--no-heading', '--no-filename', '--color', 'never', '--max-columns', `${longestLine}`];
  const child = spawn(binary, [...flags, ...plain, '--', input.path], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exit = new Promise<number | null>((done) => {
    child.on('error', () => done(null));
    child.on('close', done);
  });
  child.stdin.on('error', () => {});
  child.stdin.end(needles.join('\n'));
  const found: Line[] = [];
  for await (const { text: row } of split(child.stdout)) {
    const first = row.indexOf(':');
    const second = row.indexOf(':', first + 1);
    const offset = Number(row.slice(first + 1, second));
    const text = row.slice(second + 1);
    const number = Number(row.slice(0, first));
    found.push({ number, offset, text: text === omitted ? lineAt(input, offset) : text });
  }
  const code = await exit;
  return code === 0 || code === 1 ? found : undefined;
}

function lineAt(input: Input, offset: number): string {
  const file = openSync(input.path, 'r');
  try {
    const buffer = Buffer.alloc(longestLine);
    const text = buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, offset));
    return text.split('\n', 1)[0] ?? '';
  } finally {
    closeSync(file);
  }
}

async function byReading(input: Input, needles: readonly string[]): Promise<readonly Line[]> {
  const any = new RegExp(needles.map((needle) => needle.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'));
  const found: Line[] = [];
  for await (const line of linesOf(input)) if (any.test(line.text)) found.push(line);
  return found;
}

/** Every line of a file in order. */
export async function* linesOf(input: Input): AsyncGenerator<Line> {
  let number = 0;
  for await (const line of split(createReadStream(input.path, { highWaterMark: 1024 * 1024 })))
    yield { number: ++number, ...line };
}

/** Cuts a byte stream at newlines and at nothing else; a longer line than `longestLine` is cut, its rest dropped. */
async function* split(stream: AsyncIterable<unknown>): AsyncGenerator<{ offset: number; text: string }> {
  let offset = 0;
  let rest: Buffer = Buffer.alloc(0);
  let dropping = false;
  for await (const piece of stream) {
    const chunk: Buffer = rest.length > 0 ? Buffer.concat([rest, piece as Buffer]) : (piece as Buffer);
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      if (!dropping) yield { offset: offset + start, text: chunk.toString('utf8', start, Math.min(end, start + longestLine)) };
      dropping = false;
      start = end + 1;
    }
    if (chunk.length - start > longestLine) {
      if (!dropping) yield { offset: offset + start, text: chunk.toString('utf8', start, start + longestLine) };
      dropping = true;
      start = chunk.length;
    }
    offset += start;
    rest = dropping ? Buffer.alloc(0) : Buffer.from(chunk.subarray(start));
  }
  if (rest.length > 0) yield { offset, text: rest.toString('utf8') };
}

/** How many lines a file has. */
export async function countLines(input: Input): Promise<number> {
  let lines = 0;
  let last = newline;
  for await (const piece of createReadStream(input.path, { highWaterMark: 1024 * 1024 })) {
    const chunk = piece as Buffer;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) lines++;
    last = chunk[chunk.length - 1] ?? last;
  }
  return last === newline ? lines : lines + 1;
}

const sampleHead = 256 * 1024;
const samplePieces = 24;
const samplePiece = 8 * 1024;

/** Lines spread over a file: its head, pieces at even distances, its tail. The whole of a small file. */
export function sampleLines(input: Input): readonly string[] {
  const file = openSync(input.path, 'r');
  try {
    const read = (from: number, length: number): string[] => {
      const buffer = Buffer.alloc(Math.min(length, input.bytes - from));
      const text = buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, from));
      const lines = text.split('\n');
      if (from + length < input.bytes) lines.pop();
      if (from > 0) lines.shift();
      return lines.map((line) => line.slice(0, longestLine));
    };
    if (input.bytes <= sampleHead + samplePieces * samplePiece) return read(0, input.bytes);
    const step = Math.floor((input.bytes - sampleHead - samplePiece) / samplePieces);
    return [
      ...read(0, sampleHead),
      ...Array.from({ length: samplePieces + 1 }, (_, i) => read(sampleHead + i * step, samplePiece)).flat(),
    ];
  } finally {
    closeSync(file);
  }
}

/** The whole lines between two byte offsets; a line cut at the start is left out, unless the file begins there. */
export function linesAt(input: Input, from: number, bytes: number): { readonly offset: number; readonly text: string }[] {
  const file = openSync(input.path, 'r');
  try {
    // One byte more in front tells whether the first line begins here.
    const start = Math.max(0, from - 1);
    const buffer = Buffer.alloc(Math.max(0, Math.min(from + bytes, input.bytes) - start));
    readSync(file, buffer, 0, buffer.length, start);
    const lines: { offset: number; text: string }[] = [];
    let at = from === 0 ? 0 : buffer.indexOf(newline) + 1;
    if (from > 0 && at === 0) return [];
    while (at < buffer.length) {
      const end = buffer.indexOf(newline, at);
      const stop = end < 0 ? buffer.length : end;
      if (end < 0 && start + buffer.length < input.bytes) break;
      lines.push({ offset: start + at, text: buffer.toString('utf8', at, Math.min(stop, at + longestLine)) });
      at = stop + 1;
    }
    return lines;
  } finally {
    closeSync(file);
  }
}
