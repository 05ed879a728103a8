import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Leaves out of a bundle what the catalogue says for tests, tables and `explain-line` alone: samples, near misses,
 * provenance and manuals, which are more than half of it. Biome writes such a member in one way only, and that is
 * looked for; what is written otherwise stays in.
 */
export const withoutSamples: Plugin = leaner('without-samples', lean);

/** For a function that judges pages and never sees a line: without what reads one either. */
export const withoutReading: Plugin = leaner('without-reading', (text) => unread(lean(text)));

function leaner(name: string, change: (text: string) => string): Plugin {
  return {
    name,
    setup({ onLoad }) {
      onLoad({ filter: /\/lib\/(?:signatures|formats|defaults)\/.+\.ts$/ }, async ({ path }) => ({
        contents: change(await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

/** The text of a file of the catalogue without these members. */
export function lean(text: string): string {
  return text
    .replace(/^( {2,4})(?:samples|nearMisses|forgeries): \[(?:.*\]|\n(?:(?!\1\S).*\n)*\1\]),\n/gm, '')
    .replace(/^( {2,4})provenance: \{(?:.*\}|\n(?:(?!\1\S).*\n)*\1\}),\n/gm, '')
    .replace(/^ {2,6}manual:(?: |\n *)'[^'\n]*',\n/gm, '');
}

/** The text of a file of the catalogue without the patterns of a signature and the reading of a format. */
export function unread(text: string): string {
  return text.replace(/^ {2}(?:pattern|adds|reads|read)\b.*\n(?:(?: {3,}.*)?\n)*(?: {2}[)\]}]+,?\n)?/gm, '');
}
