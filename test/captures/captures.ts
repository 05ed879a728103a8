import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, spoken } from '#functions/cli/problem.ts';
import { accountOf, totals } from './account.ts';
import { filesUnder } from './files.ts';
import { type Reading, readingOf } from './reading.ts';

const usage = `npm run captures -- DIR

Puts every log under DIR, each by itself, through what closecall explain does, and says of each how many lines it has,
how many are in a format and in how many a signature sees something, what they say (symptoms: the backend closed;
asides: somebody else did; clues: why), and the verdict; then the sums, and what was not understood, not read, skipped.
Prose, client views, configuration, source code, packets and JSON documents are skipped.

Exit codes: 0 all logs were read, 1 some could not be read, 2 wrong usage or no file to read.`;

interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Answers the exit code. */
export async function captures(
  args: readonly string[],
  cwd: string,
  { out, error }: Streams,
): Promise<number> {
  try {
    const { values, positionals } = asked(args);
    if (values.help) {
      out(usage);
      return 0;
    }
    const root = folderOf(positionals, cwd);
    const found = filesUnder(root);
    const files = found.logs.length + found.skipped.length + found.unreadable.length;
    if (files === 0) throw new Problem(`there is no file in ${positionals[0]}: name a folder with logs.`);
    const readings: Reading[] = [];
    for (const file of found.logs) {
      const reading = await readingOf(root, file);
      readings.push(reading);
      out(`${accountOf(reading)}\n`);
    }
    out(totals(readings, found));
    const unread = found.unreadable.length > 0 || readings.some(({ kind }) => kind === 'unreadable');
    return unread ? 1 : 0;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    error(`captures: ${problem.message}`);
    return 2;
  }
}

const seeHelp = 'npm run captures -- --help says more.';

function asked(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    throw new Problem(`${spoken(error)} ${seeHelp}`);
  }
}

function folderOf(given: readonly string[], cwd: string): string {
  const [folder, ...more] = given;
  if (folder === undefined) throw new Problem(`no folder was named: npm run captures -- DIR. ${seeHelp}`);
  if (more.length > 0) throw new Problem(`one folder at a time: ${given.join(', ')} are ${given.length}.`);
  const path = resolve(cwd, folder);
  const why = whyNot(path);
  if (why !== undefined) throw new Problem(`${folder}: ${why}.`);
  return path;
}

function whyNot(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : 'it is a file, and a folder is wanted';
  } catch (error) {
    return spoken(error);
  }
}
