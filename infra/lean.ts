import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Use } from './fold.ts';

/**
 * Brings into a bundle what the function does with the catalogue, and not what it says for tests, tables and
 * `explain-line` alone: samples, near misses, provenance and manuals, which are more than half of it. Signatures and
 * programs come as data, and so do formats where no line is read; what is left of their files, without such members.
 * Biome writes a member in one way only, and that is looked for; what is written otherwise stays in.
 */
export const cataloguePlugin = (use: Use): Plugin => ({
  name: `catalogue for what ${use}`,
  setup({ onLoad }) {
    onLoad({ filter: /\/lib\/catalogue\/(?:formats|signatures|programs|version)\.ts$/ }, async ({ path }) => {
      const { folded } = await import('./fold.ts');
      const contents = folded[basename(path, '.ts') as keyof typeof folded](use);
      return contents === undefined ? undefined : { contents, loader: 'ts' };
    });
    onLoad({ filter: /\/lib\/signatures\/.+\.ts$/ }, async ({ path }) => ({
      contents: bare(lean(await readFile(path, 'utf8'))),
      loader: 'ts',
    }));
    onLoad({ filter: /\/lib\/formats\/.+\.ts$/ }, async ({ path }) => {
      const contents = lean(await readFile(path, 'utf8')).replace(/^ {2}title:(?: |\n *)'[^'\n]*',\n/m, '');
      return { contents, loader: 'ts' };
    });
  },
});

/** Brings of the manifest only what a bundle tells of itself. */
export const versionOnly: Plugin = {
  name: 'version only',
  setup({ onLoad }) {
    onLoad({ filter: /\/package\.json$/ }, async ({ path, namespace }) => {
      if (namespace !== 'file' || path.includes('/node_modules/')) return undefined;
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** The text of a file of the catalogue without these members. */
export function lean(text: string): string {
  return text
    .replace(/^( {2,4})(?:samples|nearMisses|forgeries): \[(?:.*\]|\n(?:(?!\1\S).*\n)*\1\]),\n/gm, '')
    .replace(/^( {2,4})provenance: \{(?:.*\}|\n(?:(?!\1\S).*\n)*\1\}),\n/gm, '')
    .replace(/^ {2,6}manual:(?: |\n *)'[^'\n]*',\n/gm, '');
}

/** The text of a file of a signature without what its row says, and with the rest in a function: most are never asked. */
export const bare = (text: string): string =>
  text
    .replace(
      /^ {2}(?:id|formats|needles|means|provenance|pattern|basis|points|cause|closedBy|within|consequences|endedBy|trigger|change|stage)\b.*\n(?:(?: {3,}.*)?\n)*(?: {2}[)\]}]+,?\n)?/gm,
      '',
    )
    .replace(/^(export const \w+ = )(?=define)/m, '$1() => ');
