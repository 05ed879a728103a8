import { blank, type Cell, cellsOf, fitting, shownOf, widthOf } from './cells.ts';

/** How it will be looked at. `width` is in columns; where `unicode` is false, only ASCII is written. */
export interface Look {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode?: boolean;
}

const palette = {
  plain: '',
  strong: '1',
  dim: '2',
  error: '1;31',
  warning: '1;33',
  resolved: '1;32',
  note: '1;36',
  help: '1;32',
  gutter: '1;34',
  mark: '1;33',
  minus: '31',
  plus: '32',
} as const;
export type Ink = keyof typeof palette;

export type Block = readonly string[];

const narrowest = 40;
/** Prose in longer rows is hard to read. */
export const proseWidth = 100;

export interface Pen {
  readonly room: number;
  /** Columns of the gutter, for line numbers. */
  readonly pad: number;
  readonly deep: string;
  readonly bar: string;
  readonly gap: Cell;
  readonly paint: (ink: Ink, text: string) => string;
  readonly cells: (text: string) => readonly Cell[];
  readonly clean: (text: string) => string;
  readonly cut: (text: string, room: number) => string;
  readonly wrap: (text: string, room: number) => readonly string[];
  /** A paragraph whose first row begins with `first`, painted or not, and the others with as many blanks. */
  readonly hang: (first: string, text: string, painted?: string) => Block;
  /** `error[cause]: …`. Nothing but these stands in the first column. */
  readonly title: (
    ink: 'error' | 'warning' | 'resolved' | 'note' | 'help',
    cause: string | undefined,
    text: string,
  ) => Block;
  /** `--> origin:line`, the origin cut to fit. */
  readonly arrow: (origin: string, place?: string) => string;
}

/** A pen for one look, with a gutter that holds the highest of these line numbers. */
export function penFor(
  { width, colour, unicode = true }: Look,
  numbered: readonly { readonly line: number | null }[],
): Pen {
  const room = Math.max(narrowest, width);
  const pad = Math.max(3, ...numbered.map(({ line }) => String(line ?? '').length));
  const margin = ' '.repeat(pad);
  const paint: Pen['paint'] = (ink, text) =>
    colour && ink !== 'plain' ? `\x1b[${palette[ink]}m${text}\x1b[0m` : text;
  const cells: Pen['cells'] = (text) => cellsOf(text, unicode);
  const clean: Pen['clean'] = (text) => shownOf(cells(text));
  const gapText = unicode ? '…' : '...';
  const gap: Cell = { ...blank, shown: gapText, columns: gapText.length };
  const cut: Pen['cut'] = (text, limit) => {
    const shown = cells(text);
    return shownOf(widthOf(shown) <= limit ? shown : [...fitting(shown, limit - gap.columns), gap]);
  };
  const wrap: Pen['wrap'] = (text, limit) => wrapped(text.split(/\s+/).map(cells), limit, gap);
  const hang: Pen['hang'] = (first, text, painted = first) => {
    const indent = ' '.repeat(first.length);
    return wrap(text, Math.min(room, proseWidth) - first.length).map(
      (row, index) => (index === 0 ? painted : indent) + row,
    );
  };
  return {
    room,
    pad,
    deep: ' '.repeat(pad + '= note: '.length + 1),
    bar: paint('gutter', `${margin} |`),
    gap,
    paint,
    cells,
    clean,
    cut,
    wrap,
    hang,
    title(ink, cause, text) {
      const name = cause === undefined ? `${ink}:` : `${ink}[${clean(cause)}]:`;
      const [first = '', ...rest] = wrap(`${name} ${text}`, Math.min(room, proseWidth) - 2);
      const own = first.startsWith(name) ? name.length : 0;
      const head = paint(ink, first.slice(0, own)) + paint('strong', first.slice(own));
      return [head, ...rest.map((row) => `  ${paint('strong', row)}`)];
    },
    arrow: (origin, place = '') =>
      `${margin}${paint('gutter', '-->')} ${cut(origin, room - pad - 4 - place.length)}${place}`,
  };
}

/** Neighbours of one ink are painted together. */
export function inked(cells: readonly Cell[], inkOf: (cell: Cell) => Ink, pen: Pen): string {
  const runs: { readonly ink: Ink; text: string }[] = [];
  for (const cell of cells) {
    const ink = inkOf(cell);
    const last = runs.at(-1);
    if (last?.ink === ink) last.text += cell.shown;
    else runs.push({ ink, text: cell.shown });
  }
  return runs.map(({ ink, text }) => pen.paint(ink, text)).join('');
}

/** Rows of words; a word that is wider than two rows is cut. */
function wrapped(words: readonly (readonly Cell[])[], room: number, gap: Cell): readonly string[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  for (const word of words) {
    const most = 2 * room;
    let rest = widthOf(word) <= most ? word : [...fitting(word, most - gap.columns - 2), gap];
    if (row.length > 0 && widthOf(row) + 1 + widthOf(rest) > room) {
      rows.push(row);
      row = [];
    }
    while (widthOf(rest) > room) {
      const piece = fitting(rest, room);
      rows.push([...piece]);
      rest = rest.slice(piece.length);
    }
    row = row.length > 0 ? [...row, blank, ...rest] : [...rest];
  }
  return [...rows, row].map(shownOf);
}

/** `= note: …`, with a list under it where there are items. */
export function remark(ink: 'note' | 'help', text: string, items: readonly string[], pen: Pen): Block {
  const plain = `${' '.repeat(pen.pad + 1)}= ${ink}: `;
  const painted = `${' '.repeat(pen.pad + 1)}${pen.paint('gutter', '=')} ${pen.paint(ink, `${ink}:`)} `;
  return [
    ...pen.hang(plain, items.length > 0 ? `${text}:` : text, painted),
    ...items.flatMap((item) => pen.hang(`${pen.deep}- `, item)),
  ];
}
