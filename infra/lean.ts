import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Use } from './fold.ts';

/**
 * Brings into a bundle what the function does with the catalogue, and not what it says for tests, tables and
 * `explain-line` alone: samples, near misses, provenance and manuals, which are more than half of it. Signatures and
 * programs come as data; what is left of their files, and the formats, without such members. Biome writes a member in
 * one way only, and that is looked for; what is written otherwise stays in.
 */
export const cataloguePlugin = (use: Use): Plugin => ({
  name: `catalogue for what ${use}`,
  setup({ onLoad }) {
    onLoad({ filter: /\/lib\/catalogue\/(?:signatures|programs|version)\.ts$/ }, async ({ path }) => {
      const { folded } = await import('./fold.ts');
      return { contents: folded[basename(path, '.ts') as keyof typeof folded](use), loader: 'ts' };
    });
    onLoad({ filter: /\/lib\/signatures\/.+\.ts$/ }, async ({ path }) => ({
      contents: bare(lean(await readFile(path, 'utf8'))),
      loader: 'ts',
    }));
    onLoad({ filter: /\/lib\/formats\/.+\.ts$/ }, async ({ path }) => {
      const text = lean(await readFile(path, 'utf8')).replace(/^ {2}title:(?: |\n *)'[^'\n]*',\n/m, '');
      return { contents: use === 'judges' ? unread(text) : text, loader: 'ts' };
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

/** The text of a file of a signature without what its row says. */
export const bare = (text: string): string =>
  without(
    text,
    'id|formats|needles|means|provenance|pattern|basis|points|cause|closedBy|within|consequences|endedBy|trigger|change|stage',
  );

/** The text of a file of the catalogue without the reading of a format. */
export const unread = (text: string): string => without(text, 'read');

const without = (text: string, members: string): string =>
  text.replace(new RegExp(`^ {2}(?:${members})\\b.*\\n(?:(?: {3,}.*)?\\n)*(?: {2}[)\\]}]+,?\\n)?`, 'gm'), '');
