import { createReadStream, createWriteStream, mkdtempSync, openSync, readSync, closeSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Problem, spoken } from './problem.ts';

/** A file that can be scanned: plain UTF-8 (or nearly) on disk, with the name that the user knows it by. */
export interface Input {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** What could not be read, or only in part, and what to do. */
  readonly warnings: readonly string[];
  readonly dispose: () => void;
}

const gzipMagic = [0x1f, 0x8b];
/** A line of text seldom repeats enough to shrink a hundredfold; ten times that is no log. */
const mostInflation = 1_000;

/** Makes every argument scannable. A file that cannot be read is a warning as long as another one can. */
export async function openInputs(names: readonly string[], cwd: string): Promise<Inputs> {
  const scratch = mkdtempSync(join(tmpdir(), 'closecall-'));
  const warnings: string[] = [];
  const inputs: Input[] = [];
  const dispose = () => rmSync(scratch, { recursive: true, force: true });
  try {
    const seen = new Set<string>();
    for (const name of names) {
      const path = name === '-' ? name : resolve(cwd, name);
      if (seen.has(path)) {
        warnings.push(`${name} was given twice; it is read once.`);
        continue;
      }
      seen.add(path);
      const result = await openInput(name, path, join(scratch, String(seen.size)));
      warnings.push(...result.warnings);
      if (result.input) inputs.push(result.input);
    }
  } catch (error) {
    dispose();
    throw error;
  }
  if (inputs.length === 0) {
    dispose();
    throw new Problem(
      `Nothing could be read. ${warnings.join(' ')} Pass log files (also .gz), or - for standard input; try: closecall demo`,
    );
  }
  return { inputs, warnings, dispose };
}

async function openInput(name: string, path: string, scratch: string) {
  const warnings: string[] = [];
  const refused = (why: string) => ({ input: undefined, warnings: [...warnings, why] });
  let readable = path;
  try {
    if (name === '-') {
      await pipeline(process.stdin, createWriteStream(scratch));
      readable = scratch;
    } else {
      const stat = statSync(path);
      if (stat.isDirectory())
        return refused(`${name} is a directory: name the files in it, for example ${name.replace(/\/$/, '')}/*.log`);
      if (!stat.isFile()) {
        await pipeline(createReadStream(path), createWriteStream(scratch));
        readable = scratch;
      }
    }
    const head = headOf(readable);
    if (head[0] === gzipMagic[0] && head[1] === gzipMagic[1]) {
      const trouble = await gunzip(readable, `${scratch}.txt`);
      readable = `${scratch}.txt`;
      if (trouble) warnings.push(`${name} is a damaged gzip file (${trouble}): ${statSync(readable).size > 0 ? 'what came before the damage was read.' : 'nothing could be taken out of it.'}`);
    } else if (name.endsWith('.gz') && head.length > 0) {
      warnings.push(`${name} is named .gz and is not compressed: it was read as it is.`);
    }
    const utf16 = utf16Of(headOf(readable));
    if (utf16) {
      await decodeTo(readable, `${scratch}.utf8`, utf16);
      readable = `${scratch}.utf8`;
    }
  } catch (error) {
    return refused(`${name} was not read: ${spoken(error)}.`);
  }
  const bytes = statSync(readable).size;
  if (bytes === 0) return refused(`${name === '-' ? 'Standard input' : name} is empty.`);
  return { input: { name: name === '-' ? 'stdin' : name, path: readable, bytes }, warnings };
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4);
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}

const utf16Of = (head: Buffer): 'utf-16le' | 'utf-16be' | undefined =>
  head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;

async function decodeTo(from: string, to: string, encoding: 'utf-16le' | 'utf-16be'): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const chunks = async function* () {
    for await (const chunk of createReadStream(from)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  };
  await pipeline(Readable.from(chunks()), createWriteStream(to));
}

/** Inflates into a file, keeping what came before a fault. Answers what was wrong, if anything. */
async function gunzip(from: string, to: string): Promise<string | undefined> {
  const most = Math.max(64 * 1024 * 1024, statSync(from).size * mostInflation);
  const out = createWriteStream(to);
  let written = 0;
  let trouble: string | undefined;
  try {
    const inflated = createReadStream(from).pipe(createGunzip());
    for await (const chunk of inflated) {
      written += (chunk as Buffer).length;
      if (written > most) {
        trouble = `${basename(from)} grows more than ${mostInflation}-fold`;
        break;
      }
      if (!out.write(chunk)) await new Promise<void>((resume) => out.once('drain', () => resume()));
    }
  } catch (error) {
    trouble = spoken(error);
  }
  out.end();
  await finished(out);
  return trouble;
}
