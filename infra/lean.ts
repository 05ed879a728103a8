import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Leaves out of a bundle what the catalogue says for tests, tables and `explain-line` alone: samples, near misses and
 * provenance, which are more than half of it. Biome writes such a member in one way only, and that is looked for; what
 * is written otherwise stays in.
 */
export const withoutSamples: Plugin = {
  name: 'without-samples',
  setup({ onLoad }) {
    onLoad({ filter: /\/lib\/(?:signatures|formats)\/.+\.ts$/ }, async ({ path }) => ({
      contents: lean(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** The text of a file of the catalogue with these members empty. */
export const lean = (text: string): string =>
  text
    .replace(
      /^( {2,4})(samples|nearMisses|forgeries): \[(?:.*\]|\n(?:(?!\1\S).*\n)*\1\]),\n/gm,
      '$1$2: [],\n',
    )
    .replace(/^( {2,4})(provenance): \{(?:.*\}|\n(?:(?!\1\S).*\n)*\1\}),\n/gm, '$1$2: {},\n');
