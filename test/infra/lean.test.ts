import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { handler, root } from '#infra/bundle.ts';
import { lean, unread } from '#infra/lean.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';

const emptied = ['samples', 'nearMisses', 'forgeries', 'provenance', 'manual'];

/** Everything that a catalogue holds, functions by their length of arguments, as one text to compare. */
const told = ({ version, formats, signatures, causes, lookalikes, programs }: Catalogue): string =>
  JSON.stringify(
    { version, formats, signatures, causes, lookalikes, programs },
    (key, value: unknown) =>
      emptied.includes(key)
        ? undefined
        : typeof value === 'function'
          ? `function of ${value.length}`
          : value instanceof RegExp
            ? String(value)
            : value,
    1,
  );

describe('a bundle without samples', () => {
  it('holds the same catalogue but for what only tests and tables read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'closecall-lean-'));
    try {
      const { entryPoints: _replaced, ...options } = handler('tick').options;
      const contents = `export { catalogue } from './lib/catalogue/catalogue.ts';`;
      const { outputFiles } = await build({
        ...options,
        target: 'node20.19',
        write: false,
        stdin: { contents, resolveDir: root, loader: 'ts' },
      });
      const file = join(folder, 'catalogue.mjs');
      writeFileSync(file, outputFiles[0]?.text ?? '');
      const made: { catalogue: Catalogue } = await import(/* @vite-ignore */ pathToFileURL(file).href);
      expect(told(made.catalogue)).toBe(told(catalogue));
      const left = [...made.catalogue.signatures, ...made.catalogue.formats].filter(
        (each) => 'samples' in each,
      );
      expect(left.map(({ id }) => id)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('takes out a member however long it is, and nothing that only looks like one', () => {
    const text = [
      'export const a = defineClue({',
      "  needles: ['x'],",
      '  samples: [',
      '    {',
      "      line: 'samples: [',",
      '      gives: {},',
      '    },',
      '  ],',
      "  nearMisses: [{ line: '],', because: 'short' }],",
      '  provenance: {',
      "    project: 'x',",
      '  },',
      "  manual: 'https://example.com/',",
      '  match: (event) => event.samples: [',
      '});',
      '',
    ].join('\n');
    expect(lean(text)).toBe(
      [
        'export const a = defineClue({',
        "  needles: ['x'],",
        '  match: (event) => event.samples: [',
        '});',
        '',
      ].join('\n'),
    );
  });

  it('takes out what reads a line, and nothing that only begins alike', () => {
    const text = [
      'export const a = defineClue({',
      "  needles: ['x'],",
      '  pattern:',
      '    /^x (?<pid>\\d+)$/,',
      '  adds: ({ pid }) => ({',
      '    pid,',
      '  }),',
      "  patterns: ['kept'],",
      '});',
      'export const b = defineFormat({',
      '  read(line) {',
      '    return undefined;',
      '  },',
      '  role: undefined,',
      '});',
      '',
    ].join('\n');
    expect(unread(text)).toBe(
      [
        'export const a = defineClue({',
        "  needles: ['x'],",
        "  patterns: ['kept'],",
        '});',
        'export const b = defineFormat({',
        '  role: undefined,',
        '});',
        '',
      ].join('\n'),
    );
  });
});
