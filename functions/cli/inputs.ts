import { closeSync, createReadStream, openSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { list } from '#lib/model/words.ts';
import { convert, encodingOf, headOf, isGzip, packerOf } from './encoding.ts';
import { nearest } from './nearest.ts';
import { Problem, spoken } from './problem.ts';
import { type Progress, silent } from './progress.ts';
import { type Scratch, scratchFile, writeAll } from './scratch.ts';
import { unpack } from './unpack.ts';

/** A file that can be scanned again and again, with the name that the user knows it by. */
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

export const remedy =
  "Pass the proxy's log and, as far as you have them, the backend's and the kernel's: text or .gz, - for standard input. closecall demo shows what comes out.";

/** Makes every argument scannable. A file that cannot be read is a warning as long as another one can. */
export async function openInputs(
  names: readonly string[],
  cwd: string,
  progress: Progress = silent,
): Promise<Inputs> {
  const warnings: string[] = [];
  const inputs: Input[] = [];
  const scratches: Scratch[] = [];
  const dispose = () => {
    for (const scratch of scratches.splice(0)) scratch.dispose();
  };
  const seen = new Map<string, string>();
  for (const name of names) {
    const path = name === '-' ? name : resolve(cwd, name);
    const identity = identityOf(path);
    const before = seen.get(identity);
    if (before !== undefined) {
      const other = before === name ? '' : ` (also as ${before})`;
      warnings.push(`${shown(name)} was given twice${other}; it is read once.`);
      continue;
    }
    seen.set(identity, name);
    const input = await opened({
      name: shown(name),
      path,
      progress,
      scratch() {
        const scratch = scratchFile();
        scratches.push(scratch);
        return scratch;
      },
      tell: (why) => warnings.push(`${shown(name)} ${why}`),
    });
    if (input) inputs.push(input);
  }
  if (inputs.length === 0) {
    dispose();
    throw new Problem(['nothing could be read.', ...warnings.map((each) => `  ${each}`), remedy].join('\n'));
  }
  return { inputs, warnings, dispose };
}

const shown = (name: string): string => (name === '-' ? 'standard input' : name);

/** One file may have several names. */
function identityOf(path: string): string {
  if (path === '-') return path;
  try {
    const { dev, ino } = statSync(path);
    return `${dev} ${ino}`;
  } catch {
    return path;
  }
}

interface Opening {
  readonly name: string;
  readonly path: string;
  readonly progress: Progress;
  readonly scratch: () => Scratch;
  /** A clause that goes on after the name. */
  readonly tell: (why: string) => void;
}

/** gzip of gzip happens; deeper than this is somebody's joke. */
const deepest = 3;

/** The way from a name to a file of plain text; undefined, and told, where it ends early. */
async function opened(opening: Opening): Promise<Input | undefined> {
  const { name, progress, scratch, tell } = opening;
  try {
    let path = await onDisk(opening);
    for (let depth = 0; path !== undefined && isGzip(headOf(path)); depth++) {
      if (depth === deepest) return void tell('is compressed again and again: unpack it first.');
      const {
        trouble,
        written,
        scratch: out,
      } = await unpack(path, scratch, (done, of) => progress.at(`unpacking ${name}`, done, of));
      if (trouble !== undefined) tell(trouble);
      path = trouble !== undefined && written === 0 ? undefined : out.path;
    }
    return path === undefined ? undefined : asText(path, opening);
  } catch (error) {
    tell(`was not read: ${error instanceof Problem ? `${error.message}.` : whyNot(error, opening)}`);
    return undefined;
  }
}

/** A path that can be read twice: the file itself, or a copy of what can be read only once. */
async function onDisk(opening: Opening): Promise<string | undefined> {
  const { name, path, tell } = opening;
  if (path === '-') return copied(process.stdin, opening);
  const stat = statSync(path);
  if (stat.isDirectory()) return void tell(directory(name, path));
  const device = stat.isCharacterDevice() || stat.isBlockDevice();
  if (device && !/^\/dev\/(?:stdin|null|tty|fd\/)/.test(path))
    return void tell('is a device: pass the log that was written, or pipe it in and pass - for it.');
  // Files in /proc have no size and much to say.
  if (!stat.isFile() || stat.size === 0) return copied(createReadStream(path), opening);
  closeSync(openSync(path, 'r'));
  return path;
}

async function copied(stream: AsyncIterable<unknown>, { name, progress, scratch }: Opening): Promise<string> {
  const to = scratch();
  let done = 0;
  for await (const chunk of stream) {
    done += writeAll(to, chunk as Buffer);
    progress.at(`reading ${name}`, done, 0);
  }
  return to.path;
}

function asText(path: string, { name, path: given, scratch, tell }: Opening): Input | undefined {
  const head = headOf(path);
  if (head.length === 0) return void tell('is empty.');
  const packer = packerOf(head);
  if (packer) return void tell(packer.say(name));
  if (/\.t?gz$/i.test(name) && path === given)
    tell('is named .gz and is not compressed: it was read as it is.');
  const encoding = encodingOf(head);
  let text = path;
  if (encoding) {
    const to = scratch();
    convert(path, encoding, to);
    text = to.path;
  }
  return { name: given === '-' ? 'stdin' : name, path: text, bytes: statSync(text).size };
}

function directory(name: string, path: string): string {
  const logs = filesIn(path).filter((file) => /log|\.(?:gz|txt|json|out|err)$|^syslog|^messages/i.test(file));
  const examples = logs.slice(0, 3).map((file) => join(name, file));
  const such = examples.length > 0 ? `for example ${list(examples)}` : `such as ${join(name, '*.log')}`;
  return `is a directory: name the files in it, ${such}.`;
}

function whyNot(error: unknown, { name, path }: Opening): string {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!missing) return `${spoken(error)}.`;
  if (/[*?[]/.test(name)) return 'no file matches it.';
  const meant = nearest(basename(path), filesIn(dirname(path)));
  return meant === undefined
    ? `${spoken(error)}.`
    : `${spoken(error)}; did you mean ${join(dirname(name), meant)}?`;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
