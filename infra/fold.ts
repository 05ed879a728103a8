import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { kinds, type LimitRow, units } from '#lib/catalogue/folded-programs.ts';
import { type FoldedConsequence, needleOf } from '#lib/catalogue/folded-signatures.ts';
import { programs } from '#lib/catalogue/programs.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
import { versionOf } from '#lib/catalogue/version.ts';
import type { Limit } from '#lib/model/defaults.ts';
import { type Aside, programOf, type Signature, type Symptom } from '#lib/model/signature.ts';

/** What a function does with the catalogue. */
export type Use = 'reads' | 'judges' | 'reads and judges';

/**
 * Texts of modules that stand in a bundle for those of `lib/catalogue/` that are so called. `judged` are the same
 * signatures for what judges, where another part of the function has read with them before.
 */
export const folded = {
  signatures: foldedSignatures,
  judged: judgedSignatures,
  programs: foldedPrograms,
  version: (): string => `export const versionOf = () => ${json(versionOf())};\n`,
} as const satisfies Readonly<Record<string, (use: Use) => string>>;

/** Undefined is an empty one. */
type Cell = string | number | undefined;

/** With what this use needs of them, but for what is in `judged`. Those that look with code of their own are imported. */
function foldedSignatures(use: Use): string {
  const common = places();
  const own: { readonly name: string; readonly statement: string }[] = [];
  let program = '';
  const rows = signatures.map((signature) => {
    const name = nameIn(program, signature.id);
    program = programOf(signature.id);
    const role = ['symptom', 'aside', 'clue'].indexOf(signature.role);
    return line([role, name, ...(use === 'judges' ? [] : reading(signature))]);
  });
  return [
    "import { judgeable, unfolded } from './folded-signatures.ts';",
    ...own.map(({ statement }) => statement),
    `const own = [${own.map(({ name }) => name).join(', ')}];`,
    ...(use === 'reads and judges' ? packed : table)('reading', rows, common.all),
    ...(use === 'judges'
      ? [
          ...table('judging', ...judging()),
          'export const signatures = judgeable(unfolded(reading, own), judging);',
        ]
      : ['export const signatures = unfolded(reading, own);']),
    '',
  ].join('\n');

  function reading({ id, formats, needles, pattern, ...looks }: Signature): readonly Cell[] {
    const adds = 'adds' in looks ? looks.adds : undefined;
    const isOwn = pattern === undefined || typeof adds === 'function' || isComposed(id);
    if (isOwn) own.push(importOf(id));
    const written = isOwn ? '' : String(pattern);
    const [needle, ...others] = needles;
    return [
      common.of(formats),
      others.length > 0 ? `#${common.of(needles)}` : (placeIn(written, needle) ?? common.text(needle)),
      isOwn ? '=' : common.text(written),
      isOwn || adds === undefined ? undefined : common.of(adds),
    ];
  }
}

function judgedSignatures(): string {
  return [
    "import { judgeable } from './folded-signatures.ts';",
    "import { signatures as read } from './signatures.ts';",
    ...packed('judging', ...judging()),
    'export const signatures = judgeable(read, judging);',
    '',
  ].join('\n');
}

function judging(): readonly [rows: readonly string[], common: readonly unknown[]] {
  const common = places();
  const rows = signatures.map((signature) => line(cellsOf(signature)));
  return [rows, common.all];

  function cellsOf(signature: Signature): readonly Cell[] {
    const means = common.text(signature.means);
    switch (signature.role) {
      case 'symptom':
        return [means, common.of(signature.points), unlessStated(signature)];
      case 'aside':
        return [means, signature.cause, signature.closedBy, unlessStated(signature)];
      case 'clue': {
        const { id, points, within, consequences, endedBy, trigger, change } = signature;
        const earlier = consequences.map(
          ({ of, within, sharing }): FoldedConsequence => [
            nameIn(programOf(id), of),
            common.of(within),
            ...(sharing === undefined ? ([] as const) : ([sharing] as const)),
          ],
        );
        const rest = { endedBy, trigger, change };
        return [
          means,
          common.of(points),
          common.of(within),
          earlier.length === 0 ? undefined : common.of(earlier),
          json(rest) === '{}' ? undefined : common.of(rest),
        ];
      }
    }
  }
}

/** Statements that name a table. */
const table = (name: string, rows: readonly string[], common: readonly unknown[]): readonly string[] => [
  `const ${name} = { rows: String.raw\`${rows.join('\n')}\`.split('\\n'), common: ${json(json(common))} };`,
];

/** The same for what reads and judges the past, which is in no hurry and holds the most: a third as long. */
function packed(name: string, rows: readonly string[], common: readonly unknown[]): readonly string[] {
  const text = gzipSync([json(common), ...rows].join('\n'), { level: 9 }).toString('base64');
  return [
    "import { Buffer } from 'node:buffer';",
    "import { gunzipSync } from 'node:zlib';",
    `const [common, ...rows] = String(gunzipSync(Buffer.from('${text}', 'base64'))).split('\\n');`,
    `const ${name} = { rows, common };`,
  ];
}

const unlessStated = ({ basis }: Symptom | Aside): Cell => (basis === 'stated' ? undefined : basis);

function line(cells: readonly Cell[]): string {
  const last = cells.findLastIndex((cell) => cell !== undefined);
  return cells.slice(0, last + 1).join('\t');
}

/** Places of values in a list in which none stands twice. */
function places() {
  const known = new Map<string, number>();
  const all: unknown[] = [];
  const of = (value: unknown): number => {
    const key = json(value);
    const place = known.get(key) ?? all.push(value) - 1;
    known.set(key, place);
    return place;
  };
  /** Itself, or its place where it could not stand in a table. */
  const text = (plain: string): string => (/^[@#=]|[`\t\n]|\$\{/.test(plain) ? `#${of(plain)}` : plain);
  return { all, of, text };
}

const nameIn = (program: string, id: string): string =>
  programOf(id) === program ? id.slice(program.length + 1) : id;

/** Where a pattern has this needle in it literally: shorter than the needle. */
function placeIn(pattern: string, needle: string): string | undefined {
  const spelt = [...needle].map((each) => `\\\\?${each.replace(/\W/, '\\$&')}`).join('');
  const found = new RegExp(spelt).exec(pattern);
  const place = found && `@${found.index},${found[0].length}`;
  return place && place.length < needle.length && needleOf(place, pattern) === needle ? place : undefined;
}

/** The text of a module that exports `programs` as `lib/catalogue/programs.ts` does, without manuals and notes. */
function foldedPrograms(): string {
  return [
    "import { programOf } from './folded-programs.ts';",
    'export const programs = [',
    ...programs.map(
      ({ limits, ...program }) =>
        `programOf(${json(program)}, ${json(limits.map((limit) => limitRow(program.program, limit)))}),`,
    ),
    '];',
    '',
  ].join('\n');
}

function limitRow(program: string, { kind, unit, setting, values, written }: Limit): LimitRow {
  const name = setting.slice(program.length + 1);
  if (setting !== `${program}.${name}`) throw new Error(`${setting} is no setting of ${program}`);
  const row = [
    kinds.indexOf(kind),
    units.indexOf(unit),
    name,
    values.map(({ since, value }) => [since, value] as const),
  ] as const;
  return written === name ? row : [...row, written];
}

const json = (value: unknown): string => JSON.stringify(value);

const fileOf = (id: string): URL => new URL(`../lib/signatures/${id}.ts`, import.meta.url);

/** Put together of parts that other patterns have too: its literal would repeat them. */
const isComposed = (id: string): boolean =>
  /^ {2}pattern: new RegExp/m.test(readFileSync(fileOf(id), 'utf8'));

function importOf(id: string): { readonly name: string; readonly statement: string } {
  const statement = listed.find((line) => line.endsWith(`'#lib/signatures/${id}.ts';`));
  const name = statement && /\{ (\w+) \}/.exec(statement)?.[1];
  if (!statement || !name) throw new Error(`${id} is not in the list of signatures`);
  return { name, statement };
}

const listed: readonly string[] = readFileSync(
  new URL('../lib/catalogue/signatures.ts', import.meta.url),
  'utf8',
).split('\n');
