import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import type { Verdict } from '#lib/model/verdict.ts';
import { Problem, spoken } from './problem.ts';

/** A file that a report will be in: whole, or as it was before. */
export interface ReportFile {
  /** Says where it is. */
  readonly write: (verdict: Verdict) => Promise<void>;
}

/** On standard error, so that what is piped on stays what it was. */
const tellBeside = (path: string): void => {
  process.stderr.write(`closecall: the report is in ${path}\n`);
};

/**
 * Looks whether a report can be written there, before anybody has waited for it. Only another report is overwritten:
 * of `--html *.log` a shell makes the name of a log. Throws a `Problem`.
 */
export function reportFile(name: string, cwd: string, tell = tellBeside): ReportFile {
  const wrong = (why: string) => new Problem(`--html ${name}: ${why}`);
  if (name === '' || name === '-') throw wrong('name a file, such as --html report.html.');
  const path = followed(resolve(cwd, name));
  try {
    accessSync(dirname(path), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw wrong(`nothing can be written to ${dirname(path)}: ${unwritable(error)}.`);
  }
  if (!mayReplace(path))
    throw wrong('there is something else of that name, which a report would replace: name another file.');
  return {
    async write(verdict) {
      const { html } = await import('#lib/notifiers/html.ts');
      const page = html(verdict);
      const draft = join(dirname(path), `.closecall-${randomUUID()}.html`);
      try {
        writeFileSync(draft, page, { flag: 'wx' });
        renameSync(draft, path);
      } catch (error) {
        rmSync(draft, { force: true });
        throw wrong(
          `the report was not written: ${unwritable(error)}. What it would have said stands above.`,
        );
      }
      tell(path);
    },
  };
}

/** Where a link leads, so that the link stays one. */
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function mayReplace(path: string): boolean {
  try {
    const stat = statSync(path);
    return (
      stat.isFile() &&
      (stat.size === 0 || readFileSync(path, 'utf8').slice(0, 4_000).includes('· closecall</title>'))
    );
  } catch {
    return true;
  }
}

const known: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its file system is read-only',
  ENOENT: 'there is no such directory',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
};

const unwritable = (error: unknown): string =>
  (error instanceof Error && 'code' in error ? known[String(error.code)] : undefined) ?? spoken(error);
