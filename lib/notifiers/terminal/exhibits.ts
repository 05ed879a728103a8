import type { ContextLine, EvidenceLine, Instant } from '#lib/model/verdict.ts';
import { type Cell, columnsOf, cutAround, shownOf } from './cells.ts';
import { clock, dated } from './moments.ts';
import { type Block, inked, type Pen, proseWidth } from './pen.ts';

export type Exhibit = ContextLine & Partial<Pick<EvidenceLine, 'mark' | 'says' | 'signature' | 'block'>>;

/** A line that is shown. What its signature says stands under the first of an origin, with the rest of its block. */
export interface Shown {
  readonly exhibit: Exhibit;
  readonly labelled: boolean;
  /** How many lines of this signature are left out just before. */
  readonly omitted: number;
  readonly block: readonly string[];
}

export interface Group {
  readonly origin: string;
  /** `:12`, the first line's place in a file; empty in the stack. */
  readonly place: string;
  readonly shown: readonly Shown[];
}

/** Lines under their origins: no signature more than three times, nothing twice. */
export function grouped(lines: readonly Exhibit[]): readonly Group[] {
  const byOrigin = new Map<string, Exhibit[]>();
  for (const line of lines) byOrigin.set(line.origin, [...(byOrigin.get(line.origin) ?? []), line]);
  return [...byOrigin].map(([origin, group]) => {
    const inFile = group.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const first = inFile[0]?.line;
    return { origin, place: first == null ? '' : `:${first}`, shown: chosen(inFile) };
  });
}

function chosen(group: readonly Exhibit[]): readonly Shown[] {
  const shown: Shown[] = [];
  const turns = new Map<string, number>();
  const seen = new Set(group.map(({ text }) => text));
  let omitted = 0;
  for (const exhibit of group) {
    const { signature = '', block = [] } = exhibit;
    const alike = signature === '' ? 0 : group.filter((other) => other.signature === signature).length;
    const turn = (turns.get(signature) ?? 0) + 1;
    turns.set(signature, turn);
    if (turn > 2 && turn < alike) {
      omitted++;
      continue;
    }
    const labelled = signature !== '' && turn === 1;
    shown.push({
      exhibit,
      labelled,
      omitted,
      block: labelled ? block.filter((text) => !seen.has(text)) : [],
    });
    omitted = 0;
    if (labelled) for (const text of block) seen.add(text);
  }
  return shown;
}

export const omission = (omitted: number): string =>
  `… and ${omitted} more like ${omitted > 1 ? 'these' : 'it'}`;

export const exhibitRows = (lines: readonly Exhibit[], pen: Pen): Block =>
  grouped(lines).flatMap(({ origin, place, shown }) => [
    pen.arrow(origin, place),
    pen.bar,
    ...groupRows(shown, pen),
    pen.bar,
  ]);

function groupRows(shown: readonly Shown[], pen: Pen): Block {
  return shown.flatMap(({ exhibit, labelled, omitted, block }, index) => {
    const above = shown[index - 1]?.exhibit;
    const drawn = exhibitRow(exhibit, labelled, above?.at ?? null, pen);
    return [
      ...(omitted > 0 ? [aside(omission(omitted), pen)] : []),
      ...(above?.line != null && above.line === exhibit.line ? drawn.slice(1) : drawn),
      ...shortened(block).map((text) => aside(text, pen)),
    ];
  });
}

const aside = (text: string, pen: Pen): string =>
  `${pen.bar} ${pen.paint('dim', pen.cut(text, pen.room - pen.pad - 3))}`;

const blockHead = 2;
const blockTail = 4;

/** The other lines of a block: how it begins, and its end, where the exception stands. */
export function shortened(block: readonly string[]): readonly string[] {
  const left = block.length - blockHead - blockTail;
  const rows = block.map((text) => text.trimEnd());
  if (left <= 1) return rows;
  return [...rows.slice(0, blockHead), `… ${left} more lines of this block`, ...rows.slice(-blockTail)];
}

/** A line and, under it, its telling part with what this says; the time too, where neither it nor the line above shows it. */
function exhibitRow(exhibit: Exhibit, labelled: boolean, timeAbove: Instant, pen: Pen): Block {
  const { text, at, line, says = '' } = exhibit;
  const [from, to] = withoutBlanks(text, exhibit.mark ?? [0, 0]);
  const telling = (cell: Cell) => cell.from < to && cell.to > from;
  const room = pen.room - pen.pad - 3;
  const cells = cutAround(pen.cells(text.trimEnd()), telling, room, pen.gap);
  const row = inked(cells, (cell) => (telling(cell) ? 'mark' : cell.escaped ? 'dim' : 'plain'), pen);
  const first = `${pen.paint('gutter', `${String(line ?? '').padStart(pen.pad)} |`)} ${row}`;
  const timeless = at !== null && at !== timeAbove && !shownOf(cells).includes(clock(at).slice(0, 8));
  const time = timeless ? `(${clock(at)}${dated(at) ? 'Z' : ''})` : '';
  const label = [labelled ? says : '', time].filter((part) => part !== '').join(' ');
  if (label === '') return [first];
  const under = cells.map((cell) => (labelled && telling(cell) ? '^' : ' ').repeat(cell.columns)).join('');
  const carets = under.trim();
  const start = Math.max(0, under.indexOf('^'));
  const below = (indent: number, part: string) =>
    `${pen.bar} ${' '.repeat(indent)}${pen.paint('mark', part)}`;
  const length = columnsOf(pen.clean(label));
  if (carets !== '' && start + carets.length + 1 + length <= room)
    return [first, below(start, `${carets} ${pen.clean(label)}`)];
  const indent = Math.min(start, Math.max(0, room - Math.min(length, labelWidth)));
  const labels = pen.wrap(label, Math.min(room - indent, proseWidth)).map((part) => below(indent, part));
  return [first, ...(carets === '' ? [] : [below(start, carets)]), ...labels];
}

const labelWidth = 44;

function withoutBlanks(text: string, [from, to]: readonly [number, number]): readonly [number, number] {
  const marked = text.slice(from, to);
  const start = from + marked.length - marked.trimStart().length;
  return [start, start + marked.trim().length];
}
