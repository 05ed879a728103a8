import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { day, type Millis } from '#lib/model/time.ts';
import { bundle, type Product, products, root } from './bundle.ts';

const madeOf = ['lib', 'functions', 'infra', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Brings products of `bundle.ts` up to date: what is newer than everything it is made of is left as it is. Several of
 * these may run at once: a file is written under another name and renamed, so that a reader sees the old one or the
 * new one and never half of either; the chunks that it names are there before it. Throws where esbuild does, which has
 * then printed what is wrong and where.
 */
export async function make(names: readonly string[]): Promise<void> {
  const changed = Math.max(...madeOf.map((path) => newest(join(root, path))));
  for (const name of names)
    await Promise.all((products[name] ?? []).map((product) => refresh(product, changed)));
}

/** Folders count too: deleting or renaming a file changes nothing but its folder. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

async function refresh(product: Product, changed: number): Promise<void> {
  const target = join(root, product.file);
  const started = new Date();
  if ((statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0) > changed) return;
  const { code, chunks } = await bundle(product);
  mkdirSync(dirname(target), { recursive: true });
  if (product.chunks !== undefined) mkdirSync(join(root, product.chunks), { recursive: true });
  for (const [path, text] of chunks) put(path, text, started);
  if (product.declared) {
    const { declarationsOf } = await import('./declare.ts');
    put(target.replace(/\.js$/, '.d.ts'), declarationsOf(product.entry), started);
  }
  const text = product.program && !code.startsWith('#!') ? `#!/usr/bin/env node\n${code}` : code;
  put(target, text, started, product.program ? 0o755 : 0o644);
  if (product.chunks !== undefined) {
    const current = new Set([...chunks.keys(), target]);
    removeOld(join(root, product.chunks), current, started, product.program ? day : 0);
  }
}

/** Removes chunks of builds of before; of a program not at once, for one that is running may still ask for them. */
export function removeOld(folder: string, current: ReadonlySet<string>, now: Date, after: Millis): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && !current.has(path) && now.getTime() - stat.mtimeMs >= after) rmSync(path, { force: true });
  }
}

function put(target: string, text: string, started: Date, mode = 0o644): void {
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, text);
  chmodSync(draft, mode);
  // Stamped with the start: what was saved while esbuild was reading makes the next run build again.
  utimesSync(draft, started, started);
  renameSync(draft, target);
}
