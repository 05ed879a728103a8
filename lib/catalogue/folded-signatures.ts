import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import { type Consequence, type Matched, programOf, type Signature } from '#lib/model/signature.ts';
import { matched } from './define.ts';

/**
 * The signatures as they are deployed: of each what a function needs, as `infra/fold.ts` writes it from the files, where
 * samples and provenance stay. Text takes a function hardly any time to load, and a pattern none before it is used.
 */
export interface Folded {
  /** A signature each, its cells parted by tabs. What is missing is empty. */
  readonly rows: readonly string[];
  /**
   * JSON: an array of what several have in common, and of what is no plain text. A cell names its place by a number, or
   * by `#` and a number where there might be text.
   */
  readonly common: string;
}

/** `within` is a place in `common`; `of` has no slash where it is of the same program. */
export type FoldedConsequence = readonly [of: string, within: number, sharing?: Consequence['sharing']];

const roles = ['symptom', 'aside', 'clue'] as const satisfies readonly Signature['role'][];

/**
 * Cells: role, as a place in `roles` · id, without the program where that is the one of the row above · formats ·
 * needles · pattern · adds. `own` are those that look with code of their own, in the order of their rows, where the
 * pattern is `=`. A function does this as it starts, hundreds of times: cells are counted, and nothing is copied.
 */
export function unfolded({ rows, common }: Folded, own: readonly Signature[]): readonly Signature[] {
  const { named, text } = cellsOf(common);
  let program = '';
  let owned = 0;
  return rows.map((row) => {
    const cells = row.split('\t');
    const name = cells[1] ?? '';
    if (name.includes('/')) program = programOf(name);
    const looks = text(cells[4]);
    const needles = cells[3] ?? '';
    // What else a signature has is added by `judgeable`, where something judges.
    return {
      id: idIn(program, name),
      role: roles[Number(cells[0])],
      formats: named(cells[2]),
      needles: needles.startsWith('#') ? named(needles.slice(1)) : [needleOf(needles, looks)],
      match: looks === '=' ? own[owned++]?.match : matching(looks, named(cells[5]) as Particulars),
    } as Signature;
  });
}

/** Adds to signatures what judging needs of them. Cells: means · what the role has besides. */
export function judgeable(signatures: readonly Signature[], { rows, common }: Folded): readonly Signature[] {
  const cells = cellsOf(common);
  return signatures.map((signature, index) =>
    Object.assign(signature, partsOf(signature, rows[index]?.split('\t') ?? [], cells)),
  );
}

function partsOf({ id, role }: Signature, cells: readonly string[], { named, text }: Cells): object {
  const means = text(cells[0]);
  switch (role) {
    case 'symptom':
      return { means, points: named(cells[1]), basis: cells[2] || 'stated' };
    case 'aside':
      return { means, cause: cells[1], closedBy: cells[2], basis: cells[3] || 'stated' };
    case 'clue': {
      const program = programOf(id);
      const earlier = (named(cells[3]) ?? []) as readonly FoldedConsequence[];
      const consequences = earlier.map((folded) => {
        const [of, within] = [idIn(program, folded[0]), named(String(folded[1]))];
        return folded[2] === undefined ? { of, within } : { of, sharing: folded[2], within };
      });
      const parts = { means, points: named(cells[1]), within: named(cells[2]), consequences };
      return Object.assign(parts, named(cells[4]));
    }
  }
}

const idIn = (program: string, name: string): string => (name.includes('/') ? name : `${program}/${name}`);

type Cells = ReturnType<typeof cellsOf>;
function cellsOf(common: string) {
  const shared: readonly unknown[] = JSON.parse(common);
  const named = (cell = ''): unknown => (cell === '' ? undefined : shared[Number(cell)]);
  const text = (cell = ''): string => (cell.startsWith('#') ? String(named(cell.slice(1))) : cell);
  return { named, text };
}

/** Most patterns are never asked for. */
function matching(written: string, adds: Particulars | undefined): Signature['match'] {
  let pattern: RegExp | undefined;
  return (event: LogEvent): readonly Matched[] => {
    pattern ??= patternIn(written);
    return matched(pattern, adds, event);
  };
}

const patternIn = (written: string): RegExp => {
  const end = written.lastIndexOf('/');
  return new RegExp(written.slice(1, end), written.slice(end + 1));
};

/** The text that stands literally at a place of a pattern (`@` first character, length); punctuation may be escaped there. */
export function needleOf(needle: string, pattern: string): string {
  if (!needle.startsWith('@')) return needle;
  const comma = needle.indexOf(',');
  const from = Number(needle.slice(1, comma));
  const there = pattern.slice(from, from + Number(needle.slice(comma + 1)));
  return there.includes('\\') ? there.replace(/\\(\W)/g, '$1') : there;
}
