/**
 * Bundles one program into dist/: `tsx infra/build.ts cli` writes dist/cli.js, and does nothing when that
 * is already newer than everything it is made of. Two of these may run at once: the file is written under
 * another name and renamed, so that a reader sees the old one or the new one and never half of either.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const programs = {
  cli: 'functions/cli/main.ts',
  demo: 'functions/cli/demo/start.ts',
} as const;

const madeOf = ['lib', 'functions', 'package.json', 'package-lock.json', 'infra/build.ts'];

/** Folders count too: deleting or renaming a file changes nothing but its folder. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function isProgram(name: string | undefined): name is keyof typeof programs {
  return name !== undefined && Object.hasOwn(programs, name);
}

async function bundle(name: keyof typeof programs): Promise<void> {
  const target = join(root, 'dist', `${name}.js`);
  const started = new Date();
  const built = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > Math.max(...madeOf.map((path) => newest(join(root, path))))) return;

  const { build } = await import('esbuild'); // only now: most runs find the file fresh
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [programs[name]],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    // Its binary lies in a package of its own beside it, found relative to its own files.
    external: ['@vscode/ripgrep'],
    // CommonJS packages inside the bundle call require() for Node's own modules; an ES module has none.
    banner: {
      js: "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  });
  const [code = ''] = outputFiles.map(({ text }) => text);
  const draft = `${target}.${process.pid}`;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(draft, code.startsWith('#!') ? code : `#!/usr/bin/env node\n${code}`);
  chmodSync(draft, 0o755);
  // Stamped with the start: what was saved while esbuild was reading makes the next run build again.
  utimesSync(draft, started, started);
  renameSync(draft, target);
}

const name = process.argv[2];
if (!isProgram(name) || !existsSync(join(root, programs[name]))) {
  const known = Object.keys(programs).join(', ');
  process.stderr.write(`build: there is no program '${name ?? ''}'; known: ${known}\n`);
  process.exit(2);
}
await bundle(name).catch((error: unknown) => {
  // esbuild has printed what is wrong and where. Not 1: for the command that means "closes found".
  if (!(error instanceof Error && 'errors' in error)) process.stderr.write(`build: ${error}\n`);
  process.exit(2);
});
