import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundle, type HandlerName, handler, root } from '#infra/bundle.ts';
import { bare, lean } from '#infra/lean.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Format } from '#lib/model/format.ts';
import type { Signature } from '#lib/model/signature.ts';
import { eventOf, found } from '#test/catalogue/reading.ts';

/** What only tests, tables and people read. */
const emptied = ['samples', 'nearMisses', 'forgeries', 'provenance', 'manual', 'note'];

/** Everything that a part of a catalogue holds, functions by their length of arguments, as one text to compare. */
const told = (part: unknown): string =>
  JSON.stringify(
    part,
    (key, value: unknown) =>
      emptied.includes(key)
        ? undefined
        : typeof value === 'function'
          ? `function of ${value.length}`
          : value instanceof RegExp
            ? String(value)
            : typeof value === 'object' && value !== null && !Array.isArray(value)
              ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
              : value,
    1,
  );
const untitled = ({ title: _title, ...format }: Format) => format;
const unread = ({ title: _title, read: _read, ...format }: Format) => format;
const read = ({ id, role, formats, needles, bare, behind }: Signature) => ({
  id,
  role,
  formats,
  needles,
  bare,
  behind,
});
/** What looks at lines is told by what it finds. */
const sightless = (signature: Signature): object => ({
  ...signature,
  ...{ match: undefined, pattern: undefined, looks: undefined, adds: undefined, reads: undefined },
});
const judged = (signature: Signature): object => ({
  ...sightless(signature),
  ...{ formats: undefined, needles: undefined, bare: undefined, behind: undefined },
});

/** What the bundle of this function holds of the catalogue. */
async function bundled(name: HandlerName): Promise<Catalogue> {
  const folder = mkdtempSync(join(tmpdir(), 'closecall-lean-'));
  try {
    const { entryPoints: _replaced, ...options } = handler(name).options;
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
    return made.catalogue;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each signature of a catalogue finds in the samples and near misses of the files. */
const seen = (made: Catalogue): readonly string[] =>
  catalogue.signatures.flatMap((original, index) => {
    const own = made.signatures[index] ?? original;
    return [...original.samples, ...original.nearMisses].map(({ line, format }) => {
      const event = eventOf(made, own, line, format);
      return told(event && found(own, event));
    });
  });

describe('the catalogue in a bundle', () => {
  it.each(['ingest', 'evaluate'] as const)('of %s is held at one byte a character', async (name) => {
    const { code } = await bundle(handler(name));
    expect(Buffer.byteLength(code)).toBe(code.length);
  });

  it('of what reads and judges: the same but for what only tests, tables and people read', async () => {
    const made = await bundled('replay');
    const { version, formats, signatures, causes, lookalikes, programs } = catalogue;
    expect(made.version).toBe(version);
    expect(told(made.formats.map(untitled))).toBe(told(formats.map(untitled)));
    expect(told(made.signatures.map(sightless))).toBe(told(signatures.map(sightless)));
    expect(seen(made)).toEqual(seen(catalogue));
    expect(told([made.causes, made.lookalikes, made.programs])).toBe(told([causes, lookalikes, programs]));
    const left = [...made.signatures, ...made.formats].filter((each) => 'samples' in each);
    expect(left.map(({ id }) => id)).toEqual([]);
  });

  it('of what reads: finds what the files find', async () => {
    const made = await bundled('ingest');
    expect(made.version).toBe(catalogue.version);
    expect(told(made.formats.map(untitled))).toBe(told(catalogue.formats.map(untitled)));
    expect(told(made.signatures.map(read))).toBe(told(catalogue.signatures.map(read)));
    expect(seen(made)).toEqual(seen(catalogue));
  });

  it('of what judges: says what the files say, and reads nothing', async () => {
    const made = await bundled('evaluate');
    expect(told(made.signatures.map(judged))).toBe(told(catalogue.signatures.map(judged)));
    expect(told(made.formats)).toBe(told(catalogue.formats.map(unread)));
    const able = [...made.formats, ...made.signatures].filter((each) => 'read' in each || 'match' in each);
    expect(able.map(({ id }) => id)).toEqual([]);
  });
});

describe('what is taken out of a file', () => {
  it('is a member however long it is, and nothing that only looks like one', () => {
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

  it('is what a row says, and not what looks', () => {
    const text = [
      'export const a = defineClue({',
      "  id: 'x/a',",
      '  points: [',
      "    { cause: 'crash', strength: 'strong' },",
      '  ],',
      '  pattern:',
      '    /^x (?<pid>\\d+)$/,',
      '  adds: ({ pid }) => ({',
      '    pid,',
      '  }),',
      '  within: {',
      '    from: 0,',
      '    to: 0,',
      '  },',
      '});',
      '',
    ].join('\n');
    expect(bare(text)).toBe(
      ['export const a = () => defineClue({', '  adds: ({ pid }) => ({', '    pid,', '  }),', '});', ''].join(
        '\n',
      ),
    );
  });
});
