import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Limit } from '#lib/model/defaults.ts';
import { programOf, type Signature } from '#lib/model/signature.ts';
import { count } from '#lib/model/words.ts';

/** Text that is safe in a table's cell: on one line, its bars escaped. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
/** Literal text as code, also where it holds backticks. */
const code = (text: string): string => {
  const fence = text.includes('`') ? '``' : '`';
  const padded = text.startsWith('`') || text.endsWith('`') || text !== text.trim() ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
};
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, ...parts].join('\n\n')}\n`;
const generated = 'Made from the lists in `lib/catalogue/`: edit the facts, then run `npm run golden`.';
function pointed(signature: Signature): string {
  if (signature.role === 'aside') return `${signature.cause} (closed by ${signature.closedBy})`;
  return signature.points.map(({ cause, strength }) => `${cause} ${strength}`).join('; ') || '–';
}

/** `lib/signatures/README.md` */
export function signaturesTable({ signatures }: Catalogue): string {
  const programs = [...new Set(signatures.map(({ id }) => programOf(id)))].sort();
  const sections = programs.flatMap((program) => [
    `## ${program}`,
    table(
      ['id', 'role', 'needle', 'means', 'points to', 'from'],
      signatures
        .filter(({ id }) => id.startsWith(`${program}/`))
        .map((signature) => [
          signature.id.slice(program.length + 1),
          signature.role,
          signature.needles.map(code).join(' or '),
          signature.means,
          pointed(signature),
          `${signature.provenance.project}, ${signature.provenance.file}, ${signature.provenance.version}`,
        ]),
    ),
  ]);
  return page(
    'Signatures',
    `${count(signatures.length, 'thing')} that ${count(programs.length, 'program says', 'programs say')}. ${generated}`,
    'A symptom opens an incident. An aside says that somebody else closed. A clue can explain a close: decisive names its cause alone, strong unless something speaks against it, supporting together with a second line, context never by itself.',
    ...sections,
  );
}

/** `lib/causes/README.md` */
export function causesTable({ causes, lookalikes, signatures }: Catalogue): string {
  const clues = (id: string): number =>
    signatures.filter(
      (signature) => signature.role !== 'aside' && signature.points.some(({ cause }) => cause === id),
    ).length;
  return page(
    'Causes',
    `${count(causes.length, 'answer')} to "why did the backend hang up?". ${generated}`,
    table(
      ['id', 'family', 'means', 'prior', 'expects', 'against', 'signatures', 'settled by'],
      causes.map(({ id, family, means, prior, expects, against, settledBy }) => [
        id,
        family,
        means,
        `${Math.round(prior * 1_000) / 10} %`,
        expects.map((expectation) => expectation.id).join(', ') || '–',
        against.map((expectation) => expectation.id).join(', ') || '–',
        String(clues(id)),
        settledBy.map(({ source }) => source).join('; ') || '–',
      ]),
    ),
    '## Look-alikes',
    'Failures that look like a premature close and are none.',
    table(
      ['id', 'means', 'closed by', 'advice'],
      lookalikes.map(({ id, means, closedBy, advice }) => [id, means, closedBy, advice]),
    ),
  );
}

/** `lib/formats/README.md` */
export function formatsTable({ formats }: Catalogue): string {
  return page(
    'Formats',
    `${count(formats.length, 'line format')}, in the order in which they are tried. ${generated}`,
    table(
      ['id', 'title', 'kind', 'usually', 'zone', 'resolution', 'stamps', 'manual'],
      formats.map(({ id, title, kind, role, clock, manual }) => [
        id,
        title,
        kind,
        role ?? '–',
        clock.zone,
        `${clock.resolution} ms`,
        clock.stamps,
        manual,
      ]),
    ),
  );
}

const sizes = [
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
] as const;
const spans = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** A value in its largest whole unit: 65,536 bytes are 64 KiB, 90,000 ms are 90 s. */
function measured(value: number | null, unit: Limit['unit']): string {
  if (value === null) return 'none';
  if (unit === 'count') return String(value);
  const whole = (unit === 'ms' ? spans : sizes).find(([, size]) => value !== 0 && value % size === 0);
  return whole ? `${value / whole[1]} ${whole[0]}` : `${value} ${unit}`;
}

/** `lib/defaults/README.md` */
export function defaultsTable({ programs }: Catalogue): string {
  const sections = programs.flatMap(({ title, program, role, processes, limits }) => [
    `## ${title}`,
    `\`${program}\`, ${role}${processes.length > 0 ? `; its processes: ${processes.map(code).join(', ')}` : ''}.`,
    table(
      ['setting', 'written', 'kind', 'default', 'manual'],
      limits.map(({ setting, written, kind, unit, values, manual }) => [
        code(setting),
        code(written),
        kind,
        values
          .map(
            ({ since, value, note }) =>
              `${measured(value, unit)} since ${since}${note === undefined ? '' : ` (${note})`}`,
          )
          .join('; '),
        manual,
      ]),
    ),
  ]);
  return page(
    'Defaults',
    `Limits of ${count(programs.length, 'program')}, by version. ${generated}`,
    'A setting is named as in `--set nginx.proxy_read_timeout=60s`. The oldest version listed stands for every earlier one.',
    ...sections,
  );
}
