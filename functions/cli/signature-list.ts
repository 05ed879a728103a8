import { catalogue } from '#lib/catalogue/catalogue.ts';
import { grouped } from '#lib/engine/group.ts';
import { programOf, type Signature } from '#lib/model/signature.ts';
import { count, list } from '#lib/model/words.ts';
import { described, row } from './described.ts';
import { nearest } from './nearest.ts';
import { Problem } from './problem.ts';

const { signatures } = catalogue;

/**
 * The signatures that every word names: a program, a format, a cause, a role, or an id; all where there is no word.
 * Throws a Problem for a word that names nothing.
 */
export function signaturesNamed(words: readonly string[]): readonly Signature[] {
  const known = new Set(signatures.flatMap(namesOf));
  const unknown = words.find((word) => !known.has(word));
  if (unknown !== undefined) {
    const meant = nearest(unknown, known);
    throw new Problem(
      `${unknown} names no signature. ${meant === undefined ? `Pass a program (${list(programs())}), a format, a cause, or nothing to see all.` : `Did you mean ${meant}?`}`,
    );
  }
  const found = signatures.filter((signature) => words.every((word) => namesOf(signature).includes(word)));
  if (found.length === 0)
    throw new Problem(`No signature is ${list(words)} at once. Each word narrows the list: leave one out.`);
  return found;
}

const programs = (): readonly string[] => [...new Set(signatures.map(({ id }) => programOf(id)))].sort();

/** What a signature can be asked for by. */
const namesOf = (signature: Signature): readonly string[] => [
  signature.id,
  programOf(signature.id),
  signature.role,
  ...signature.formats,
  ...causesOf(signature),
];

const causesOf = (signature: Signature): readonly string[] =>
  signature.role === 'aside' ? [signature.cause] : signature.points.map(({ cause }) => cause);

/** A line or two for each, by program; one alone is shown whole. */
export function signatureList(found: readonly Signature[]): string {
  const [only, ...more] = found;
  if (only && more.length === 0) return `${whole(only).join('\n')}\n`;
  const groups = [...grouped(found, ({ id }) => programOf(id))].sort(([a], [b]) => (a < b ? -1 : 1));
  const sections = groups.flatMap(([program, own]) => [
    program,
    ...own.flatMap((signature) => [
      `  ${signature.id.slice(program.length + 1).padEnd(34)} ${signature.role.padEnd(8)} ${pointed(signature)}`.trimEnd(),
      `      ${signature.means}`,
    ]),
    '',
  ]);
  return [
    ...sections,
    `${count(found.length, 'signature')} of ${count(groups.length, 'program')}. closecall signatures ID shows one whole, with its samples.`,
    '',
  ].join('\n');
}

function pointed(signature: Signature): string {
  if (signature.role === 'aside') return `${signature.cause}, closed by ${signature.closedBy}`;
  return signature.points.map(({ cause, strength }) => `${cause} ${strength}`).join(', ');
}

const whole = (signature: Signature): readonly string[] => [
  ...described(signature),
  ...(signature.provenance.url === undefined ? [] : [row('  see', signature.provenance.url)]),
  row('  formats', list(signature.formats)),
  row('  needles', signature.needles.map((needle) => JSON.stringify(needle)).join(' or ')),
  ...signature.samples.flatMap(({ line, from }) => ['', row('  sample', line), row('    from', from)]),
  ...signature.nearMisses.flatMap(({ line, because }) => [
    '',
    row('  is not', line),
    row('    for', because),
  ]),
];

/** For machines: all that people wrote down about each signature. */
export const signaturesJson = (found: readonly Signature[]): string =>
  `${JSON.stringify(
    found.map(({ match: _, pattern, samples, ...said }) => ({
      program: programOf(said.id),
      ...said,
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
      samples: samples.map(({ line, from, format }) => ({
        line,
        from,
        ...(format === undefined ? {} : { format }),
      })),
    })),
    null,
    2,
  )}\n`;
