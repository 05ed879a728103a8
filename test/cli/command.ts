import { execFileSync, type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Verdict } from '#lib/model/verdict.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = join(root, 'dist/cli.js');

/** Bundles the command as a user gets it; does nothing when that is fresh. */
export function build(): void {
  execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'infra/build.ts', 'cli'], {
    cwd: root,
    stdio: 'inherit',
  });
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command, with nobody's settings and standard input closed unless one is given. */
export function closecall(cwd: string, args: readonly string[], options: SpawnSyncOptions = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    ...options,
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...options.env },
  });
  if (error) throw error;
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}

/** The verdict of the real command. */
export function verdictOf(cwd: string, args: readonly string[], options: SpawnSyncOptions = {}): Verdict {
  const { stdout, stderr } = closecall(cwd, ['explain', '--json', ...args], options);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Verdict;
}

/** A folder that is gone after the tests of this file, and a way to put files into it. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'closecall-test-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    put(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return name;
    },
  };
}

/** What a verdict found, as short as it can be compared: closes and causes. */
export const told = ({ incidents, summary }: Verdict) => ({
  closes: summary.closes,
  causes: [
    ...new Set(
      incidents.flatMap(({ findings }) => findings.map(({ cause, confidence }) => `${cause} ${confidence}`)),
    ),
  ].sort(),
});
