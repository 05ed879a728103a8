/**
 * The layers are kept by biome.json, two GritQL plugins and lib/tsconfig.json. Here every one of those rules
 * is broken on purpose, in a copy, one planted line at a time; and beside each lies a line that must pass.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ambient, climbing, cycles, forms, layers, machine, type Planted } from './planted.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const rules = new Set(['plugin', 'lint/style/noRestrictedImports', 'lint/suspicious/noImportCycles']);

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'closecall-layers-'));
  for (const kept of ['biome.json', 'package.json', '.gitignore', 'tsconfig.json', 'infra']) {
    cpSync(join(root, kept), join(house, kept), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const planted of [...layers, ...climbing, ...forms, ...machine, ...cycles, ...ambient]) {
    mkdirSync(dirname(join(house, planted.at)), { recursive: true });
    writeFileSync(join(house, planted.at), [...planted.allows, ...planted.refuses, ''].join('\n'));
  }
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function run(tool: string, args: readonly string[]): string {
  const { error, stdout } = spawnSync(join(root, 'node_modules/.bin', tool), args, {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return stdout;
}

function lines(planted: Planted, numbers: Iterable<number>): string[] {
  const written = [...planted.allows, ...planted.refuses];
  return [...new Set(numbers)].sort((a, b) => a - b).map((line) => written[line - 1] ?? `line ${line}`);
}

describe('biome', () => {
  let diagnostics: readonly Diagnostic[];
  beforeAll(() => {
    const report = run('biome', ['lint', '--reporter=json', '--max-diagnostics=none', '.']);
    diagnostics = JSON.parse(report).diagnostics.filter((found: Diagnostic) => rules.has(found.category));
  });

  test.each([...layers, ...climbing, ...forms, ...machine, ...cycles])('$at', (planted) => {
    const here = diagnostics.filter(({ location }) => location.path === planted.at);
    const why = here.filter(({ message }) => planted.because.test(message));
    const linesOf = (found: readonly Diagnostic[]): string[] =>
      lines(
        planted,
        found.map(({ location }) => location.start.line),
      );
    expect(linesOf(here)).toEqual(planted.refuses);
    expect(linesOf(why)).toEqual(planted.refuses);
  });
});

describe('the compiler', () => {
  const refusedBy = (project: string, planted: Planted): string[] => {
    const report = run('tsc', ['-p', project, '--noEmit', '--pretty', 'false']);
    const at = new RegExp(`^${planted.at}\\((\\d+),`, 'gm');
    return lines(
      planted,
      [...report.matchAll(at)].map((match) => Number(match[1])),
    );
  };

  test.each(ambient)('loads nothing ambient in lib/', (planted) => {
    // With the real lib/ beside it: one package that names Node's types would bring them in for every file.
    const project = {
      extends: join(root, 'lib/tsconfig.json'),
      include: [join(root, 'lib'), join(house, planted.at)],
    };
    writeFileSync(join(house, 'tsconfig.real.json'), JSON.stringify(project));
    expect(refusedBy('tsconfig.real.json', planted)).toEqual(planted.refuses);
  });

  test.each(ambient)('loads Node outside, so it is lib/tsconfig.json that refuses', (planted) => {
    expect(refusedBy('tsconfig.json', planted)).toEqual([]);
  });
});
