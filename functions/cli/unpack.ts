import { createReadStream, fstatSync, openSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { size } from '#lib/model/words.ts';
import { spoken } from './problem.ts';
import { type Scratch, writeAll } from './scratch.ts';

/** A line of text seldom repeats enough to shrink a hundredfold; more than this is no log. */
const mostInflation = 250;
const alwaysInflated = 64 * 1024 * 1024;
const smallLog = 4 * 1024 * 1024;

export interface Unpacked {
  /** What went wrong, as a clause that goes on after the file's name. */
  readonly trouble: string | undefined;
  readonly written: number;
  readonly scratch: Scratch;
}

/** Unpacks all members of a gzip file and keeps what came before a fault. */
export async function unpack(
  path: string,
  scratch: () => Scratch,
  tell: (done: number, of: number) => void,
): Promise<Unpacked> {
  let out = scratch();
  let result = await inflate(path, out, 64 * 1024, tell);
  // What zlib had unpacked within the step that failed is lost; smaller steps lose less.
  if (result.trouble?.kind === 'damaged') {
    out = scratch();
    result = await inflate(path, out, result.written < smallLog ? 64 : 4096, () => {});
  }
  const { trouble, written } = result;
  const rest =
    written > 0 ? `only the ${size(written)} before that were read.` : 'nothing could be taken out of it.';
  switch (trouble?.kind) {
    case undefined:
      return { trouble: undefined, written, scratch: out };
    case 'damaged':
      return {
        trouble: `is a damaged gzip file (${trouble.why}): ${rest} Pass an undamaged copy to have the rest.`,
        written,
        scratch: out,
      };
    case 'bomb':
      return {
        trouble: `grows more than ${mostInflation}-fold when unpacked: ${rest}`,
        written,
        scratch: out,
      };
  }
}

type Trouble = { readonly kind: 'damaged'; readonly why: string } | { readonly kind: 'bomb' };

/** `step` is how many bytes zlib hands over at a time. */
function inflate(
  path: string,
  to: Scratch,
  step: number,
  tell: (done: number, of: number) => void,
): Promise<{ readonly trouble: Trouble | undefined; readonly written: number }> {
  const file = openSync(path, 'r');
  const packed = fstatSync(file).size;
  const most = Math.max(alwaysInflated, packed * mostInflation);
  let written = 0;
  return new Promise((answer, fail) => {
    const source = createReadStream('', { fd: file, start: 0 });
    const gunzip = createGunzip({ chunkSize: step });
    const stop = () => {
      source.destroy();
      gunzip.destroy();
    };
    const end = (trouble: Trouble | undefined) => {
      stop();
      answer({ trouble, written });
    };
    gunzip.on('data', (chunk: Buffer) => {
      try {
        written += writeAll(to, chunk);
      } catch (error) {
        stop();
        fail(error);
      }
      tell(source.bytesRead, packed);
      if (written > most) end({ kind: 'bomb' });
    });
    gunzip.on('end', () => end(undefined));
    gunzip.on('error', (error) => end({ kind: 'damaged', why: spoken(error) }));
    source.on('error', (error) => end({ kind: 'damaged', why: spoken(error) }));
    source.pipe(gunzip);
  });
}
