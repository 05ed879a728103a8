import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, BuildResult, Metafile } from 'esbuild';
import type { Use } from './fold.ts';
import { cataloguePlugin, versionOnly } from './lean.ts';

export const root: string = fileURLToPath(new URL('..', import.meta.url));

/** What esbuild makes of one entry: a file, and perhaps chunks beside it. Paths are relative to the root of the project. */
export interface Product {
  readonly entry: string;
  readonly file: string;
  readonly options: BuildOptions;
  /** The folder of the chunks that are loaded when they are needed; undefined where all is in the file. */
  readonly chunks: string | undefined;
  /** Whether the file is started by its name. */
  readonly program: boolean;
  /** Whether declarations go beside it. */
  readonly declared: boolean;
}

const esm = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  // Without it esbuild takes the CommonJS half of the SDK, which is larger by more than half.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

const program = (name: string, entry: string, isSplit: boolean): Product => ({
  entry,
  file: `dist/${name}.js`,
  chunks: isSplit ? `dist/${name}` : undefined,
  program: true,
  declared: false,
  options: {
    ...esm,
    entryPoints: { [name]: entry },
    outdir: 'dist',
    splitting: isSplit,
    chunkNames: `${name}/[name]-[hash]`,
    target: 'node20.19',
    // Its binary lies in a package of its own beside it, found relative to its own files.
    external: ['@vscode/ripgrep'],
    // CommonJS packages inside the bundle call require() for Node's own modules; an ES module has none.
    banner: {
      js: "import { createRequire as createRequireOfNode } from 'node:module'; const require = createRequireOfNode(import.meta.url);",
    },
  },
});

export const handlerNames = ['ingest', 'evaluate', 'tick', 'deliver', 'replay'] as const;
export type HandlerName = (typeof handlerNames)[number];

const uses: Readonly<Record<HandlerName, Use>> = {
  ingest: 'reads',
  evaluate: 'judges',
  tick: 'judges',
  deliver: 'judges',
  replay: 'reads and judges',
};

/** A Lambda function with everything in it but Node itself; what few calls need is in chunks beside it. */
export const handler = (name: HandlerName): Product => ({
  entry: `functions/${name}.ts`,
  file: `dist/handlers/${name}/index.mjs`,
  chunks: `dist/handlers/${name}`,
  program: false,
  declared: false,
  options: {
    ...esm,
    entryPoints: { index: `functions/${name}.ts` },
    outdir: `dist/handlers/${name}`,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: '[name]-[hash]',
    target: 'node24',
    minify: true,
    // V8 takes longer over a template than over a string, and the catalogue is a long one.
    supported: { 'template-literal': false },
    plugins: [cataloguePlugin(uses[name]), versionOnly],
  },
});

export const products: Readonly<Record<string, readonly Product[]>> = {
  cli: [program('cli', 'functions/cli/main.ts', true)],
  demo: [program('demo', 'functions/cli/demo/start.ts', false)],
  handlers: handlerNames.map(handler),
  construct: [
    {
      entry: 'infra/closecall.ts',
      file: 'dist/construct.js',
      chunks: undefined,
      program: false,
      declared: true,
      // A construct must be of the very library that the app of its user has loaded.
      options: {
        ...esm,
        entryPoints: ['infra/closecall.ts'],
        target: 'node20.19',
        external: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'],
      },
    },
  ],
};

export interface Bundled {
  readonly code: string;
  /** By their paths. */
  readonly chunks: ReadonlyMap<string, string>;
  /** What esbuild says of the parts. */
  readonly metafile: BuildResult['metafile'];
}

/** The code of a product. Throws where esbuild does, which has then printed why. */
export async function bundle(product: Product): Promise<Bundled> {
  if (!existsSync(join(root, product.entry))) throw new Error(`${product.entry} is missing`);
  const { build } = await import('esbuild'); // only now: most builds find everything fresh
  const { outputFiles, metafile } = await build({ ...product.options, write: false, metafile: true });
  const whole = product.chunks === undefined ? outputFiles : outputFiles.filter(isWhole(product));
  // esbuild writes a chunk even where the import of it was dropped.
  const named = new Set(reached(metafile, product.file, () => true).map((file) => join(root, file)));
  const chunks = outputFiles
    .filter((file) => !whole.includes(file) && named.has(file.path))
    .map(({ path, text }) => [path, text] as const);
  return { code: whole[0]?.text ?? '', chunks: new Map(chunks), metafile };
}

const isWhole =
  ({ file }: Product) =>
  ({ path }: { readonly path: string }) =>
    path === join(root, file);

/** What is loaded with a file: its own parts and those of the chunks that it names in import statements. */
export const loadedWith = (metafile: Metafile, entry: string): readonly string[] =>
  reached(metafile, entry, ({ kind }) => kind === 'import-statement').flatMap((file) =>
    Object.keys(metafile.outputs[file]?.inputs ?? {}),
  );

type Import = Metafile['outputs'][string]['imports'][number];

function reached(
  { outputs }: Metafile,
  entry: string,
  isFollowed: (each: Import) => boolean,
): readonly string[] {
  const files = new Set([entry]);
  for (const file of files)
    for (const each of outputs[file]?.imports ?? [])
      if (isFollowed(each) && outputs[each.path]) files.add(each.path);
  return [...files];
}
