import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './bundle.ts';

/**
 * The declarations of one source file as text, for those who import what was bundled from it. Throws when they name
 * another file of the project, since a package does not carry it.
 */
export function declarationsOf(source: string): string {
  const folder = mkdtempSync(join(root, 'dist/declare-'));
  try {
    const compilerOptions = {
      noEmit: false,
      noCheck: true, // npm run types has checked; this only writes down
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: root,
      outDir: folder,
    };
    const project = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions,
      include: [],
      files: [join(root, source)],
    };
    const file = join(folder, 'tsconfig.json');
    writeFileSync(file, JSON.stringify(project));
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', file], {
      stdio: 'inherit',
    });
    const text = readFileSync(join(folder, source.replace(/\.ts$/, '.d.ts')), 'utf8');
    const inner = /from ['"]([.#][^'"]*)['"]|import\(['"]([.#][^'"]*)['"]\)/.exec(text);
    if (inner)
      throw new Error(`the declarations of ${source} name ${inner[1] ?? inner[2]}, which is not packed`);
    return text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
