import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Consequence, Matched, Signature } from '#lib/model/signature.ts';
import type { Interval } from '#lib/model/time.ts';
import { matched } from './define.ts';

/**
 * The signatures as they are deployed: of each what a function needs, as `infra/fold.ts` writes it from the files, where
 * samples and provenance stay. Text takes a function hardly any time to load, and a pattern none before it is used.
 */
export interface Folded {
  /**
   * A signature a line, its cells parted by tabs: role (0 symptom, 1 aside, 2 clue) · id, without the program where that
   * is the one of the line above · formats · needles · pattern · adds · means · what the role has besides. A number, or
   * `#` and a number where there might be text, is a place in `common`. What is missing is empty.
   */
  readonly rows: string;
  /** JSON: an array of what several have in common, and of what is no plain text. */
  readonly common: string;
  /** Those that look with code of their own, in the order of their lines, where the pattern is `=`. */
  readonly own: readonly Signature[];
}

/** `within` is a place in `common`; `of` has no slash where it is of the same program. */
export type FoldedConsequence = readonly [of: string, within: number, sharing?: Consequence['sharing']];

/** A function does this as it starts, hundreds of times: cells are counted, and nothing is copied. */
export function unfolded({ rows, common, own }: Folded): readonly Signature[] {
  const shared: readonly unknown[] = JSON.parse(common);
  const named = (cell = '') => (cell === '' ? undefined : shared[Number(cell)]);
  const text = (cell = '') => (cell.startsWith('#') ? String(named(cell.slice(1))) : cell);
  let program = '';
  let owned = 0;

  const idOf = (name: string) => (name.includes('/') ? name : `${program}/${name}`);
  const consequenceOf = (folded: FoldedConsequence): Consequence => {
    const of = idOf(folded[0]);
    const within = shared[folded[1]] as Interval;
    return folded[2] === undefined ? { of, within } : { of, sharing: folded[2], within };
  };
  const partsOf = (cells: readonly string[]): object => {
    switch (cells[0]) {
      case '0':
        return { role: 'symptom', points: named(cells[7]), basis: cells[8] || 'stated' };
      case '1':
        return { role: 'aside', cause: cells[7], closedBy: cells[8], basis: cells[9] || 'stated' };
      default: {
        const earlier = (named(cells[9]) ?? []) as readonly FoldedConsequence[];
        return {
          role: 'clue',
          points: named(cells[7]),
          within: named(cells[8]),
          consequences: earlier.map(consequenceOf),
        };
      }
    }
  };

  return rows.split('\n').map((row): Signature => {
    const cells = row.split('\t');
    const name = cells[1] ?? '';
    if (name.includes('/')) program = name.slice(0, name.indexOf('/'));
    const looks = text(cells[4]);
    const needles = cells[3] ?? '';
    // What is missing the function has no use for.
    return Object.assign(
      partsOf(cells),
      {
        id: idOf(name),
        formats: named(cells[2]),
        needles: needles.startsWith('#') ? named(needles.slice(1)) : [needleOf(needles, looks)],
        means: text(cells[6]),
        match: looks === '=' ? own[owned++]?.match : matching(looks, named(cells[5]) as Particulars),
      },
      named(cells[10]),
    ) as Signature;
  });
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
