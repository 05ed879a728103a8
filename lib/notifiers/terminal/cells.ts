/** One character as it is shown. `from` and `to` are UTF-16 offsets into the text that it came from. */
export interface Cell {
  readonly shown: string;
  readonly columns: number;
  readonly from: number;
  readonly to: number;
  readonly escaped: boolean;
}

export const widthOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { columns }) => sum + columns, 0);

export function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let used = 0;
  const end = cells.findIndex(({ columns }) => {
    used += columns;
    return used > room;
  });
  return end < 0 ? cells : cells.slice(0, end);
}

/** What fits of a line: the telling part with its surroundings, and the head with the time where there is room for it. */
export function cutAround(
  cells: readonly Cell[],
  telling: (cell: Cell) => boolean,
  room: number,
  gap: Cell,
): readonly Cell[] {
  if (widthOf(cells) <= room) return cells;
  const first = Math.max(0, cells.findIndex(telling));
  const end = cells.findLastIndex(telling) + 1;
  if (widthOf(cells.slice(0, end)) + gap.columns <= room || widthOf(cells.slice(0, first)) <= room / 5)
    return [...fitting(cells, room - gap.columns), gap];
  const head = headOf(cells.slice(0, first), room * 0.4);
  const lead = head.length > 0 ? [...head, blank, gap, blank] : [gap];
  const free = room - widthOf(lead);
  const spare = free - gap.columns - widthOf(cells.slice(first, end));
  let start = first;
  while (start > head.length && widthOf(cells.slice(start - 1, first)) <= spare / 2) start--;
  while (start > head.length && widthOf(cells.slice(start - 1)) <= free) start--;
  const space = cells.findIndex(({ shown }, index) => index >= start - 1 && shown === ' ');
  if (space >= 0 && space < first) start = space + 1;
  const rest = cells.slice(start);
  return [...lead, ...(widthOf(rest) <= free ? rest : [...fitting(rest, free - gap.columns), gap])];
}

/** The beginning of a line up to the end of its clock face; nothing where it is too long or was escaped. */
function headOf(cells: readonly Cell[], room: number): readonly Cell[] {
  const text = cells.map(({ shown }) => (shown.length === 1 ? shown : '\n')).join('');
  const length = /^.{0,40}?\d\d:\d\d:\d\d[\d.,Z]*/.exec(text)?.[0].length ?? 0;
  return length <= room ? cells.slice(0, length) : [];
}

export const blank: Cell = { shown: ' ', columns: 1, from: -1, to: -1, escaped: false };
export const shownOf = (cells: readonly Cell[]): string => cells.map(({ shown }) => shown).join('');
export const columnsOf = (text: string): number => widthOf(cellsOf(text, true));

/**
 * What is not shown as it is: controls and invisible characters, marks that stack, letters that turn their row around
 * (right to left), and symbols whose width no two terminals agree on. The rest takes one column or two.
 */
const unsafe =
  /^(?:[\p{C}\p{M}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u0590-\u08ff\u1160-\u11ff\ud7b0-\ud7ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]|(?! )\p{Zs}|(?=[\u{1f000}-\u{1faff}])\P{Emoji_Presentation})$/u;
const wide =
  /^(?:[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})$/u;

const inAscii: Readonly<Record<string, string>> = {
  '…': '...',
  '‹': '<',
  '›': '>',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '·': '-',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
};
const named: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  return named[character] ?? (code < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`);
}

export function cellsOf(text: string, unicode: boolean): readonly Cell[] {
  let from = 0;
  return Array.from(text, (character) => {
    const to = from + character.length;
    // Build servers obey a line with ##[command] or ##vso[command] in it.
    const commands = character === '#' && text[from - 1] === '#' && /^\w*\[/.test(text.slice(to, to + 40));
    const replaced = unicode ? undefined : inAscii[character];
    const hidden =
      commands || unsafe.test(character) || (!unicode && replaced === undefined && character > '~');
    const shown = hidden ? escaped(character) : (replaced ?? character);
    const columns = hidden || replaced !== undefined ? shown.length : wide.test(character) ? 2 : 1;
    const cell = { shown, columns, from, to, escaped: hidden };
    from = to;
    return cell;
  });
}
