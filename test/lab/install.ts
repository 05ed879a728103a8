import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { hash64 } from '#lib/model/hash.ts';

/** What the lab installs that is not the machine's: kept, so that the next run finds it. */
export const cache = fileURLToPath(new URL('../../node_modules/.cache/closecall-lab', import.meta.url));
/** The applications that run behind the proxies. */
export const apps = fileURLToPath(new URL('./apps', import.meta.url));

/** Half an installation would be taken for a whole one: it gets its name when it is done. */
function once(name: string, make: (folder: string) => void): string {
  const folder = join(cache, name);
  const done = join(folder, '.done');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make(folder);
  mkdirSync(done);
  return folder;
}

/** A Python environment with these packages, named as pip does (`gunicorn==23.0.0`); answers with its `bin`. */
export function python(packages: readonly string[]): string {
  const folder = once(`python-${packages.join('-').replace(/[^\w.-]+/g, '-')}`, (made) => {
    run(
      'python3',
      ['-m', 'venv', made],
      'install Python’s venv module (Debian: apt-get install python3-venv)',
    );
    run(
      join(made, 'bin/python'),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages],
      'see that pip reaches a package index',
    );
  });
  return join(folder, 'bin');
}

/** A package of npm with its own folder; answers with that. */
export const npm = (packages: readonly string[]): string =>
  once(`npm-${packages.join('-').replace(/[^\w.-]+/g, '-')}`, (made) =>
    run(
      'npm',
      ['install', '--prefix', made, '--silent', '--no-fund', '--no-audit', ...packages],
      'see that npm reaches a registry',
    ),
  );

/** A program of the machine, from a Debian package where it is missing; answers with its path. */
export function debian(program: string, name: string): string {
  const found = which(program);
  if (found) return found;
  const remedy = `install ${name} (on Debian as root: apt-get install ${name})`;
  run('apt-get', ['update', '-q'], remedy);
  run('apt-get', ['install', '-q', '-y', '--no-install-recommends', name], remedy);
  const installed = which(program);
  if (!installed) throw new Error(`${name} is installed, and there is no ${program}: ${remedy}.`);
  return installed;
}

/** A program built from one file by the machine's Go, without the name of the folder; answers with its path. */
export function goProgram(name: string, source: string): string {
  const made = once(`go-${name}-${hash64(`trimmed ${readFileSync(source, 'utf8')}`)}`, (folder) =>
    run(
      debian('go', 'golang-go'),
      ['build', '-trimpath', '-o', join(folder, name), source],
      'see that this Go can build a program of its standard library',
    ),
  );
  return join(made, name);
}

function which(program: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${program}`], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** The first thing like a version that a program prints of itself. */
export function versionOf(program: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return /\d+\.\d+(?:\.\d+)?/.exec(`${stdout}${stderr}`)?.[0] ?? 'unknown';
}

function run(program: string, args: readonly string[], remedy: string): void {
  try {
    execFileSync(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error).trim();
    throw new Error(`${program} ${args.join(' ')} failed: ${remedy}.\n${said}`);
  }
}
