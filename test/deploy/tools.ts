import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './places.ts';

/** ministack on PyPI, the emulator whose gaps `pump.ts` fills. Another version needs another look. */
const ministack = '1.4.21';
const nodeMajor = 24;

export interface Tools {
  /** A Python that has the emulator. */
  readonly python: string;
  /** A PATH on which `node` is the version that Lambda runs. */
  readonly path: string;
}

/** Installs what is missing into node_modules/.cache, once. Throws with what to do when it cannot. */
export function tools(): Tools {
  const cache = join(root, 'node_modules/.cache/closecall-deploy');
  mkdirSync(cache, { recursive: true });
  const emulator = once(join(cache, `ministack-${ministack}`), (folder) => {
    const host = pythonOrThrow();
    run(host, ['-m', 'venv', folder], `install Python's venv module (Debian: apt install python3-venv)`);
    run(
      join(folder, 'bin/python'),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `ministack==${ministack}`],
      'see that pip reaches a package index',
    );
  });
  return {
    python: join(emulator, 'bin/python'),
    path: [nodeFolder(cache), process.env['PATH']].flatMap((each) => each ?? []).join(':'),
  };
}

/** Half an installation would be taken for a whole one: it gets its name when it is done. */
function once(folder: string, make: (folder: string) => void): string {
  const done = join(folder, '.done');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  make(folder);
  mkdirSync(done);
  return folder;
}

function nodeFolder(cache: string): string | undefined {
  const found = spawnSync('node', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  if (found.startsWith(`v${nodeMajor}.`)) return undefined;
  const { platform, arch } = process;
  const name = `node-${platform}-${arch}`;
  const folder = once(join(cache, `node-${nodeMajor}`), (folder) =>
    run(
      'npm',
      ['install', '--prefix', folder, '--silent', '--no-fund', '--no-audit', `${name}@${nodeMajor}`],
      `put Node ${nodeMajor} first on PATH`,
    ),
  );
  return join(folder, 'node_modules', name, 'bin');
}

function pythonOrThrow(): string {
  const python = process.env['PYTHON'] ?? 'python3';
  const asked = spawnSync(
    python,
    ['-c', 'import sys; print(sys.version_info >= (3, 10), sys.version.split()[0])'],
    { encoding: 'utf8' },
  );
  const [enough, version] = (asked.stdout ?? '').trim().split(' ');
  if (enough === 'True') return python;
  throw new Error(
    `The deploy test runs an AWS emulator written in Python 3.10 or later, and ${python} is ${version ?? 'not there'}: install it, or name one in PYTHON.`,
  );
}

function run(program: string, args: readonly string[], remedy: string): void {
  try {
    execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error).trim();
    throw new Error(`${program} ${args.join(' ')} failed: ${remedy}.\n${said}`);
  }
}
