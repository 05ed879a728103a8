import { closeSync, openSync, readSync } from 'node:fs';
import { type Scratch, writeAll } from './scratch.ts';

const headBytes = 4096;

/** The first bytes of a file, which tell what it is. */
export function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}

const begins =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    bytes.every((byte, index) => head[index] === byte);

export const isGzip = begins(0x1f, 0x8b);

interface Packer {
  readonly is: (head: Buffer) => boolean;
  /** A clause that goes on after the file's name and ends with what to do. */
  readonly say: (name: string) => string;
}

const piped =
  (what: string, command: string): Packer['say'] =>
  (name) =>
    `is ${what}, which closecall does not read; this does: ${command.replace('FILE', name)} | closecall explain -`;

/** What else a log may be packed in. */
const packers: readonly Packer[] = [
  { is: begins(0x28, 0xb5, 0x2f, 0xfd), say: piped('a zstd file', 'zstd -dc FILE') },
  { is: begins(0xfd, 0x37, 0x7a, 0x58, 0x5a), say: piped('an xz file', 'xz -dc FILE') },
  { is: begins(0x42, 0x5a, 0x68), say: piped('a bzip2 file', 'bzip2 -dc FILE') },
  { is: begins(0x04, 0x22, 0x4d, 0x18), say: piped('an lz4 file', 'lz4 -dc FILE') },
  { is: begins(0x50, 0x4b, 0x03, 0x04), say: piped('a zip file', 'unzip -p FILE') },
  {
    is: (head) => head.toString('latin1', 0, 8) === 'LPKSHHRH',
    say: piped("a journal in systemd's own form", 'journalctl --file FILE -o json'),
  },
  {
    is: (head) => head.toString('latin1', 257, 262) === 'ustar',
    say: (name) => `is a tar archive: unpack it (tar -xf ${name}) and pass the logs that were in it.`,
  },
];

export const packerOf = (head: Buffer): Packer | undefined => packers.find(({ is }) => is(head));

export type Encoding = 'utf-16le' | 'utf-16be' | 'cr';

/** UTF-16 by its mark, or by every other byte being zero; `cr`: text whose lines end in a carriage return alone. */
export function encodingOf(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = head.length * 0.35;
  if (odd > most && even < most / 10) return 'utf-16le';
  if (even > most && odd < most / 10) return 'utf-16be';
  return head.includes(10) || !head.includes(13) ? undefined : 'cr';
}

/** The file as UTF-8 with newlines. */
export function convert(path: string, encoding: Encoding, to: Scratch): void {
  const decoder = encoding === 'cr' ? undefined : new TextDecoder(encoding);
  const input = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(1024 * 1024);
    for (let read = readSync(input, chunk); read > 0; read = readSync(input, chunk)) {
      const piece = chunk.subarray(0, read);
      writeAll(to, decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : withNewlines(piece));
    }
  } finally {
    closeSync(input);
  }
}

const withNewlines = (piece: Buffer): Buffer => Buffer.from(piece.map((byte) => (byte === 13 ? 10 : byte)));
