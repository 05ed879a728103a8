import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { bundle, type HandlerName, handler, handlerNames, loadedWith, root } from '#infra/bundle.ts';
import { median } from './timed.ts';

const rounds = 11;
const bar = { own: 450 * 1024, milliseconds: 15 };

/**
 * What each Lambda function weighs with all its chunks, and what importing it costs beside importing its SDK clients
 * alone, in fresh processes that take turns. Everything that is not the SDK is ours, zod included.
 */
export async function benchBundles(): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'closecall-bundles-'));
  try {
    let held = true;
    const rows: string[] = [];
    for (const name of handlerNames) {
      const { code, chunks, metafile } = await bundle(handler(name));
      if (!metafile) throw new Error('esbuild made no metafile');
      const { sdk, own } = shares(metafile);
      const clients = await clientsOf(name, metafile);
      const folder = join(scratch, name);
      const bare = join(scratch, `${name}-clients`);
      const whole = put(folder, [['index.mjs', code], ...chunks]);
      const alone = put(bare, clients.files);
      const times = Array.from(
        { length: rounds + 1 },
        () => [importTime(alone), importTime(whole)] as const,
      ).slice(1);
      const extra = median(times.map(([bare, all]) => all - bare));
      const isEsm = /\bexport\s*\{/.test(code) && !/\bmodule\.exports\s*=/.test(code.slice(-2_000));
      const old = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/aws-sdk/'));
      const fits = own <= bar.own && extra <= bar.milliseconds && isEsm && old.length === 0;
      held &&= fits;
      rows.push(
        `  ${name.padEnd(9)} ${kilobytes(sdk + own)} total, ${kilobytes(sdk)} SDK, ${kilobytes(own)} ours; import ${milliseconds(median(times.map(([, all]) => all)))}, clients alone ${milliseconds(median(times.map(([bare]) => bare)))}, ours ${milliseconds(extra)}; ${isEsm ? 'ESM' : 'not ESM'}${old.length > 0 ? ', holds aws-sdk v2' : ''}${fits ? '' : '  <- over'}`,
        `            clients: ${clients.names.join(', ')}`,
      );
    }
    process.stdout.write(
      [
        `bundles: minified ESM for Node 24, ${rounds} rounds on Node ${process.versions.node} (bars: ours at most ${bar.own / 1024} KB and ${bar.milliseconds} ms)`,
        ...rows,
        '',
      ].join('\n'),
    );
    return held;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const isOurs = (path: string): boolean =>
  !path.startsWith('node_modules/') || path.startsWith('node_modules/zod/');

function shares({ outputs }: Metafile): { readonly sdk: number; readonly own: number } {
  const parts = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const sum = (ours: boolean) =>
    parts.reduce(
      (total, [path, { bytesInOutput }]) => total + (isOurs(path) === ours ? bytesInOutput : 0),
      0,
    );
  return { sdk: sum(false), own: sum(true) };
}

/** Writes files by the last part of their names, and answers with the path of the first. */
function put(folder: string, files: readonly (readonly [name: string, text: string])[]): string {
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(join(folder, basename(name)), text);
  return join(folder, basename(files[0]?.[0] ?? ''));
}

/** The same clients and commands that the adapters import which are loaded with the handler, and nothing that uses them. */
async function clientsOf(name: HandlerName, metafile: Metafile) {
  const loaded = new Set(loadedWith(metafile, handler(name).file));
  const isLoaded = (client: string) => [...loaded].some((path) => path.startsWith(`node_modules/${client}/`));
  const statements = [...loaded]
    .filter((path) => path.startsWith('functions/adapters/'))
    .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(importOfClient)])
    .map(([, list = '', client = '']) => ({ client, values: list.split(',').map((each) => each.trim()) }))
    .filter(({ client }) => isLoaded(client));
  const contents = statements
    .flatMap(({ values, client }, index) =>
      values
        .filter((value) => value !== '' && !value.startsWith('type '))
        .map(
          (value) =>
            `import { ${value} as ${value}${index} } from '${client}'; globalThis.${value} = ${value}${index};`,
        ),
    )
    .join('\n');
  const { entryPoints: _none, plugins: _neither, ...options } = handler(name).options;
  const { outputFiles } = await build({
    ...options,
    write: false,
    stdin: { contents, resolveDir: root, loader: 'js' },
  });
  const names = [...new Set(statements.map(({ client }) => client.replace('@aws-sdk/client-', '')))].sort();
  const isEntry = ({ path }: { readonly path: string }) => path.endsWith('/stdin.mjs');
  const files = [...outputFiles.filter(isEntry), ...outputFiles.filter((file) => !isEntry(file))];
  return { files: files.map(({ path, text }) => [path, text] as const), names };
}

const importOfClient = /^import \{([^}]+)\} from '(@aws-sdk\/client-[^']+)';/gm;

/**
 * Milliseconds of processor time, in a process that has done nothing else: what others do on the machine counts little.
 * Of the thread that imports, where Node tells (since 23.9): nobody waits for what V8 does beside it.
 */
function importTime(file: string): number {
  const url = JSON.stringify(pathToFileURL(file).href);
  const script = `const spent = process.threadCpuUsage ?? process.cpuUsage; const from = spent.call(process); await import(${url}); const { user, system } = spent.call(process, from); process.stdout.write(String((user + system) / 1000));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;
