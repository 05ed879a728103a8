import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isFull, Problem } from './problem.ts';

/** Room on disk for what cannot be read where it is: standard input, a compressed file, another encoding. */
export interface Scratch {
  readonly descriptor: number;
  /** By which it can be opened, here and in a child process. */
  readonly path: string;
  readonly dispose: () => void;
}

/** Where a container has a read-only file system, the memory file system is often still writable. */
const folders = (): readonly string[] => [...new Set([tmpdir(), '/dev/shm', '/var/tmp'])];

/** A file that is gone with this process, however that ends: on Linux it loses its name at once. */
export function scratchFile(): Scratch {
  for (const folder of folders()) {
    const named = join(folder, `closecall-${randomUUID()}`);
    let descriptor: number;
    try {
      descriptor = openSync(named, 'wx+', 0o600);
    } catch {
      continue;
    }
    const nameless = `/proc/${process.pid}/fd/${descriptor}`;
    if (existsSync(nameless)) {
      unlinkSync(named);
      return { descriptor, path: nameless, dispose: () => closeSync(descriptor) };
    }
    const dispose = () => {
      process.off('exit', dispose);
      closeSync(descriptor);
      rmSync(named, { force: true });
    };
    process.on('exit', dispose);
    return { descriptor, path: named, dispose };
  }
  throw new Problem(
    `no temporary directory can be written (tried ${folders().join(', ')}): name one with TMPDIR=/some/directory, or pass plain files, which need none`,
  );
}

/** Answers how many bytes these are. */
export function writeAll({ descriptor }: Scratch, chunk: Buffer): number {
  try {
    for (let from = 0; from < chunk.length; ) from += writeSync(descriptor, chunk, from);
  } catch (error) {
    if (!isFull(error)) throw error;
    throw new Problem(
      `the temporary directory ${tmpdir()} is full: name one with more room with TMPDIR=/some/directory, or pass plain files, which need none`,
    );
  }
  return chunk.length;
}
