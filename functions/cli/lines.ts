import { isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Input } from './inputs.ts';
import { type Progress, silent } from './progress.ts';

/** One line of a file: 1-based number, byte offset of its start, text. */
export interface Line {
  readonly number: number;
  readonly offset: number;
  readonly text: string;
}

export type Take = (line: Line) => void;

/** A line longer than this is cut: no program writes one, and a file without newlines must not fill the memory. */
export const longestLine = 1024 * 1024;
export const chunkBytes = 1024 * 1024;
export const newline = 0x0a;
const empty = Buffer.alloc(0);

/** Hands over every line in order; answers how many there are. */
export async function everyLine(input: Input, take: Take, progress: Progress = silent): Promise<number> {
  let number = 0;
  let done = 0;
  const rows = cutter((offset, row) => take({ number: ++number, offset, text: textOf(row) }));
  for await (const piece of createReadStream(input.path, { highWaterMark: chunkBytes })) {
    rows.push(piece as Buffer);
    done += (piece as Buffer).length;
    progress.at(`reading ${input.name}`, done, input.bytes);
  }
  rows.end();
  return number;
}

/**
 * Cuts a byte stream at newlines and at nothing else. Of a longer line than `longestLine` only the beginning is handed
 * on; zeros before a line are left out, since a log that was emptied under its writer begins with as many as it had bytes.
 */
export function cutter(emit: (offset: number, row: Buffer) => void) {
  let held: Buffer = empty;
  let begun = 0;
  let at = 0;
  const hold = (piece: Buffer) => {
    const kept = held.length === 0 ? withoutZeros(piece) : piece;
    if (kept.length > 0 && held.length <= longestLine)
      held = Buffer.concat([held, kept.subarray(0, longestLine + 1)]);
  };
  const close = () => {
    emit(begun, held.subarray(0, longestLine));
    held = empty;
  };
  return {
    push(chunk: Buffer) {
      let start = 0;
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
        if (begun === at + start && end - start <= longestLine) {
          emit(begun, chunk.subarray(start, end));
        } else {
          hold(chunk.subarray(start, end));
          close();
        }
        start = end + 1;
        begun = at + start;
      }
      hold(chunk.subarray(start));
      at += chunk.length;
    },
    end() {
      if (at > begun) close();
    },
  };
}

export function withoutZeros(piece: Buffer): Buffer {
  let start = 0;
  while (piece[start] === 0) start++;
  return piece.subarray(start);
}

/** Controls are a sign of binary, other letters beyond ASCII one of UTF-8 with a damage. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const notOneByte = /[\0-\x08\x0e-\x1a\x1c-\x1f\u0080-\ufffc]|\ufffd{4}/;
const oneByteText = new TextDecoder('windows-1252');

/** UTF-8, else the one-byte encoding of old Windows and Unix programs; without zeros and a byte-order mark in front. */
export function textOf(bytes: Buffer): string {
  let text = bytes.toString('utf8');
  if (text.includes('\ufffd') && !isUtf8(bytes) && !notOneByte.test(text)) text = oneByteText.decode(bytes);
  const first = text.charCodeAt(0);
  return first === 0 || first === 0xfeff ? text.replace(/^[\0\ufeff]+/, '') : text;
}

/** The line that begins at this byte, cut where it is too long. */
export function lineAt(input: Input, offset: number): string {
  for (let from = offset; from < input.bytes; from += longestLine) {
    const piece = bytesAt(input, from, longestLine);
    const kept = withoutZeros(piece);
    const end = kept.indexOf(newline);
    if (kept.length === 0) continue;
    if (end >= 0 || kept.length === piece.length) return textOf(end < 0 ? kept : kept.subarray(0, end));
    return lineAt(input, from + piece.length - kept.length);
  }
  return '';
}

export function bytesAt(input: Input, from: number, length: number): Buffer {
  const file = openSync(input.path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, input.bytes - from)));
    return buffer.subarray(0, buffer.length === 0 ? 0 : readSync(file, buffer, 0, buffer.length, from));
  } finally {
    closeSync(file);
  }
}

/** A line of which nobody counted the number. */
export interface Sampled {
  readonly offset: number;
  readonly text: string;
}

/** The whole lines between two byte offsets; a line cut at the start is left out, unless the file begins there. */
export function linesAt(input: Input, from: number, bytes: number): Sampled[] {
  // One byte more in front tells whether the first line begins here.
  const start = Math.max(0, from - 1);
  const buffer = bytesAt(input, start, from + bytes - start);
  const lines: Sampled[] = [];
  let at = from === 0 ? 0 : buffer.indexOf(newline) + 1;
  if (from > 0 && at === 0) return [];
  while (at < buffer.length) {
    const end = buffer.indexOf(newline, at);
    const stop = end < 0 ? buffer.length : end;
    if (end < 0 && start + buffer.length < input.bytes) break;
    const row = withoutZeros(buffer.subarray(at, Math.min(stop, at + longestLine)));
    lines.push({ offset: start + at, text: textOf(row) });
    at = stop + 1;
  }
  return lines;
}

/** What is asked for mostly stands close by, so a little is read first. */
const closeBy = 4 * 1024;

/** The lines from a line's beginning on, within so many bytes. */
export function* linesBelow(input: Input, offset: number, reach: number): Generator<Sampled> {
  const near = linesAt(input, offset, closeBy);
  yield* near;
  yield* linesAt(input, offset, reach).slice(near.length);
}

/** The lines above a line's beginning, nearest first, down to a byte. */
export function* linesAbove(input: Input, offset: number, from: number): Generator<Sampled> {
  const start = Math.max(from, offset - closeBy);
  const near = linesAt(input, start, offset - start).reverse();
  yield* near;
  if (start > from)
    yield* linesAt(input, from, offset - from)
      .reverse()
      .slice(near.length);
}

const sampleHead = 32 * 1024;
const samplePieces = 24;
const samplePiece = 4 * 1024;

/** Lines spread over a file: its head, pieces at even distances, its tail. The whole of a small file. */
export function sampleLines(input: Input): readonly Sampled[] {
  if (input.bytes <= sampleHead + samplePieces * samplePiece) return linesAt(input, 0, input.bytes);
  const step = (input.bytes - sampleHead - samplePiece) / (samplePieces - 1);
  const lines = [
    ...linesAt(input, 0, sampleHead),
    ...Array.from({ length: samplePieces }, (_, i) =>
      linesAt(input, Math.floor(sampleHead + i * step), samplePiece),
    ).flat(),
  ];
  const unique = [...new Map(lines.map((line) => [line.offset, line])).values()];
  return unique.length > 0 ? unique : [{ offset: 0, text: lineAt(input, 0) }];
}

/** How many lines begin at or after this byte; one begins there. */
export async function linesFrom(input: Input, from: number): Promise<number> {
  let lines = 0;
  let last = newline;
  for await (const piece of createReadStream(input.path, { start: from, highWaterMark: chunkBytes })) {
    const chunk = piece as Buffer;
    lines += newlinesIn(chunk);
    last = chunk[chunk.length - 1] ?? last;
  }
  return last === newline ? lines : lines + 1;
}

/** How many lines end between two bytes. */
export function linesBetween(input: Input, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += chunkBytes)
    lines += newlinesIn(bytesAt(input, at, Math.min(chunkBytes, to - at)));
  return lines;
}

function newlinesIn(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) lines++;
  return lines;
}
