import {
  appendFileSync,
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Chapter } from '#functions/replay/past.ts';
import { Problem, spoken } from './problem.ts';

/** What a replay has read, kept on disk so that an interrupted one can go on. One JSON a line. */
export interface State {
  readonly path: string;
  /** What an earlier run of the same question left. */
  readonly earlier: () => AsyncGenerator<Chapter>;
  /** False where it could not be kept: the disk may be full, and the answer does not depend on it. */
  readonly keep: (chapter: Chapter) => boolean;
  readonly remove: () => void;
}

const kind = 'closecall/replay-state@1';

/** Where people's caches are, by the customs of their system. */
function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'closecall', 'Cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'closecall');
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'closecall');
}

/** `question` names what is asked: what was kept for another one is of no use. The file holds log lines, so it is the user's alone. */
export function stateOf(question: string, given: string | undefined): State {
  const path = given ?? join(cacheFolder(process.env, process.platform), `replay-${question}.jsonl`);
  let usable = true;
  let begun = existsSync(path);
  return {
    path,
    async *earlier() {
      if (!begun) return;
      let first = true;
      try {
        for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
          const value = jsonOf(line);
          if (first) {
            ifAnother(value, question, path);
            first = false;
          } else if (isChapter(value)) yield value;
        }
      } catch (error) {
        if (error instanceof Problem) throw error;
        throw new Problem(`--resume ${path} was not read: ${spoken(error)}.`);
      }
    },
    keep(chapter) {
      if (!usable) return false;
      try {
        if (!begun) {
          mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
          writeFileSync(path, `${JSON.stringify({ kind, question })}\n`, { mode: 0o600 });
          chmodSync(path, 0o600);
          begun = true;
        }
        // The line before may have been cut off where a run was killed.
        appendFileSync(path, `\n${JSON.stringify(chapter)}\n`);
      } catch {
        usable = false;
      }
      return usable;
    },
    remove() {
      if (begun) rmSync(path, { force: true });
    },
  };
}

function ifAnother(value: unknown, question: string, path: string): void {
  const { kind: found, question: asked } = (value ?? {}) as { kind?: unknown; question?: unknown };
  if (found !== kind)
    throw new Problem(`${path} holds no unfinished replay: name another file with --resume, or remove it.`);
  if (asked !== question)
    throw new Problem(
      `${path} was left by a replay of other groups, another window, configuration or version: ask exactly as then, name another file with --resume, or remove it.`,
    );
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isChapter = (value: unknown): value is Chapter =>
  typeof value === 'object' && value !== null && 'slice' in value && 'pages' in value && 'tally' in value;
