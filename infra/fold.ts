import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FoldedSignature } from '#lib/catalogue/folded.ts';
import { formats } from '#lib/catalogue/formats.ts';
import { programs } from '#lib/catalogue/programs.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
import { versionOf } from '#lib/catalogue/version.ts';
import type { Signature } from '#lib/model/signature.ts';

/** What a function does with the catalogue. */
export type Use = 'reads' | 'judges' | 'reads and judges';

/** Texts of modules that stand in a bundle for those of `lib/catalogue/` that are so called; undefined: the file itself. */
export const folded = {
  formats: foldedFormats,
  signatures: foldedSignatures,
  programs: foldedPrograms,
  version: (): string => `export const versionOf = () => ${JSON.stringify(versionOf())};\n`,
} as const satisfies Readonly<Record<string, (use: Use) => string | undefined>>;

type Member = Exclude<
  Keys<Signature>,
  'formats' | 'match' | 'pattern' | 'samples' | 'nearMisses' | 'provenance'
>;
type Keys<Union> = Union extends unknown ? keyof Union : never;

const reading: readonly Member[] = ['id', 'role', 'needles', 'bare', 'behind'];
const judging: readonly Member[] = [
  'id',
  'role',
  'means',
  'basis',
  'points',
  'cause',
  'closedBy',
  'within',
  'consequences',
  'endedBy',
  'trigger',
  'change',
  'stage',
];
const needed: Readonly<Record<Use, readonly Member[]>> = {
  reads: reading,
  judges: judging,
  'reads and judges': [...new Set([...reading, ...judging])],
};

function foldedSignatures(use: Use): string {
  const parts = signatures.map((signature) =>
    Object.fromEntries(
      Object.entries(signature).filter(([name]) => needed[use].some((member) => member === name)),
    ),
  );
  if (use === 'judges') return [...dataOf(use, parts), 'export const signatures = data;', ''].join('\n');
  // Few of these hundreds of lists differ: each is written once, and named by its place.
  const lists = [...new Set(signatures.map((signature) => JSON.stringify(signature.formats)))];
  const looking = signatures.map((signature, place) => ({
    ...parts[place],
    ...looksOf(signature),
    formats: lists.indexOf(JSON.stringify(signature.formats)),
  }));
  const own = signatures.flatMap((signature, place) =>
    isOwn(signature) ? [{ place, ...importOf(signature) }] : [],
  );
  return [
    "import { unfolded } from './folded.ts';",
    ...own.map(({ statement }) => statement),
    ...dataOf(use, { lists: lists.map((list) => JSON.parse(list)), signatures: looking }),
    `export const signatures = unfolded(data, { ${own.map(({ place, name }) => `${place}: ${name}`).join(', ')} });`,
    '',
  ].join('\n');
}

/** Those that look with code of their own, or add with it to what a pattern finds, are imported, for that alone. */
const isOwn = (signature: Signature): boolean =>
  typeof addsOf(signature) === 'function' || signature.pattern === undefined;

const addsOf = (signature: Signature): unknown => ('adds' in signature ? signature.adds : undefined);

function looksOf(signature: Signature): Pick<FoldedSignature, 'looks' | 'adds'> {
  if (signature.pattern === undefined) return {};
  const adds = addsOf(signature);
  return {
    looks: String(signature.pattern),
    ...(typeof adds === 'object' ? { adds: adds as NonNullable<FoldedSignature['adds']> } : {}),
  };
}

/** Statements that name `data`. What reads and judges the past is in no hurry and holds the most: it is packed. */
function dataOf(use: Use, data: unknown): readonly string[] {
  const text = JSON.stringify(data);
  if (use !== 'reads and judges') return [`const data = JSON.parse(${JSON.stringify(text)});`];
  return [
    "import { Buffer } from 'node:buffer';",
    "import { gunzipSync } from 'node:zlib';",
    `const packed = '${gzipSync(text, { level: 9 }).toString('base64')}';`,
    "const data = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')));",
  ];
}

/** Who judges reads no line: what is left of a format is data. */
function foldedFormats(use: Use): string | undefined {
  if (use !== 'judges') return undefined;
  const parts = formats.map(
    ({ title: _title, manual: _manual, read: _read, samples: _samples, forgeries: _forgeries, ...format }) =>
      format,
  );
  return [...dataOf(use, parts), 'export const formats = data;', ''].join('\n');
}

/** Without manuals and notes. */
function foldedPrograms(use: Use): string {
  const parts = programs.map(({ limits, ...program }) => ({
    ...program,
    limits: limits.map(({ manual: _manual, values, ...limit }) => ({
      ...limit,
      values: values.map(({ note: _note, ...value }) => value),
    })),
  }));
  return [...dataOf(use, parts), 'export const programs = data;', ''].join('\n');
}

function importOf({ id }: Signature): { readonly name: string; readonly statement: string } {
  const statement = listed.find((line) => line.endsWith(`'#lib/signatures/${id}.ts';`));
  const name = statement && /\{ (\w+) \}/.exec(statement)?.[1];
  if (!statement || !name) throw new Error(`${id} is not in the list of signatures`);
  return { name, statement };
}

const listed: readonly string[] = readFileSync(
  new URL('../lib/catalogue/signatures.ts', import.meta.url),
  'utf8',
).split('\n');
