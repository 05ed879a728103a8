import type { ContextLine, EvidenceLine, Instant } from '#lib/model/verdict.ts';
import { type Cell, columnsOf, cutAround, shownOf } from './cells.ts';
import { clock, dated } from './moments.ts';
import { type Block, inked, type Pen, proseWidth } from './pen.ts';

export type Exhibit = ContextLine & Partial<Pick<EvidenceLine, 'mark' | 'says' | 'signature' | 'block'>>;

/** Lines under their origins. What a signature says stands under its first line of an origin. */
export function exhibitRows(lines: readonly Exhibit[], pen: Pen): Block {
  const byOrigin = new Map<string, Exhibit[]>();
  for (const line of lines) byOrigin.set(line.origin, [...(byOrigin.get(line.origin) ?? []), line]);
  return [...byOrigin].flatMap(([origin, group]) => {
    const inFile = group.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const first = inFile[0]?.line;
    const place = first == null ? '' : `:${first}`;
    return [pen.arrow(origin, place), pen.bar, ...groupRows(inFile, pen), pen.bar];
  });
}

/** The lines of one origin: no signature more than three times, nothing twice. */
function groupRows(group: readonly Exhibit[], pen: Pen): Block {
  const rows: string[] = [];
  const turns = new Map<string, number>();
  const seen = new Set(group.map(({ text }) => text));
  let omitted = 0;
  let above: Exhibit | undefined;
  for (const exhibit of group) {
    const { signature = '', block = [] } = exhibit;
    const alike = signature === '' ? 0 : group.filter((other) => other.signature === signature).length;
    const turn = (turns.get(signature) ?? 0) + 1;
    turns.set(signature, turn);
    if (turn > 2 && turn < alike) {
      omitted++;
      continue;
    }
    if (omitted > 0) rows.push(aside(`… and ${omitted} more like ${omitted > 1 ? 'these' : 'it'}`, pen));
    omitted = 0;
    const labelled = signature !== '' && turn === 1;
    const drawn = exhibitRow(exhibit, labelled, above?.at ?? null, pen);
    rows.push(...(above?.line != null && above.line === exhibit.line ? drawn.slice(1) : drawn));
    above = exhibit;
    if (!labelled) continue;
    rows.push(
      ...blockRows(
        block.filter((text) => !seen.has(text)),
        pen,
      ),
    );
    for (const text of block) seen.add(text);
  }
  return rows;
}

const aside = (text: string, pen: Pen): string =>
  `${pen.bar} ${pen.paint('dim', pen.cut(text, pen.room - pen.pad - 3))}`;

const blockHead = 2;
const blockTail = 4;

/** The other lines of a block: how it begins, and its end, where the exception stands. */
function blockRows(block: readonly string[], pen: Pen): Block {
  const left = block.length - blockHead - blockTail;
  const rows = block.map((text) => aside(text.trimEnd(), pen));
  if (left <= 1) return rows;
  const omitted = aside(`… ${left} more lines of this block`, pen);
  return [...rows.slice(0, blockHead), omitted, ...rows.slice(-blockTail)];
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
