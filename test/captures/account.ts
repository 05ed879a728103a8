import { count } from '#lib/model/words.ts';
import type { Found, Left } from './files.ts';
import { type Counts, counted, type Reading } from './reading.ts';

type Read = Extract<Reading, { readonly kind: 'read' }>;

const isRead = (reading: Reading): reading is Read => reading.kind === 'read';
const spelled = (counts: Counts): string => [...counts].map(([name, n]) => `${name} x${n}`).join(', ');
const row = (label: string, text: string): string[] => (text === '' ? [] : [`  ${label.padEnd(12)}${text}`]);
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

interface Figures {
  readonly lines: number;
  readonly examined: number;
  readonly inFormat: number;
  readonly telling: number;
  readonly seen: number;
}

const understood = ({ lines, examined, inFormat, telling, seen }: Figures): string =>
  [
    String(lines),
    `in a format ${percent(inFormat, examined)} of ${examined}`,
    `dated or a program's own ${percent(telling, examined)}`,
    `with a signature ${percent(seen, lines)} (${seen})`,
  ].join('; ');

/** What was made of one file. */
export function accountOf(reading: Reading): string {
  if (!isRead(reading)) {
    const label = reading.kind === 'foreign' ? 'not a log' : 'not read';
    return [reading.file, ...row(label, reading.why)].join('\n');
  }
  const { said, closes, lookalikes, formats, warnings } = reading;
  const alike = lookalikes.size === 0 ? '' : `look-alikes ${spelled(lookalikes)}`;
  return [
    reading.file,
    ...row('lines', understood(reading)),
    ...row('formats', formats.join(', ')),
    ...row('symptoms', spelled(said.symptom)),
    ...row('asides', spelled(said.aside)),
    ...row('clues', spelled(said.clue)),
    ...row('verdict', [spelled(closes) || 'no premature close', alike].filter(Boolean).join('; ')),
    ...warnings.flatMap((warning) => row('warning', warning)),
  ].join('\n');
}

/** The sums, and what was not understood, not read and not looked at. */
export function totals(readings: readonly Reading[], { skipped, unreadable }: Found): string {
  const read = readings.filter(isRead);
  const sum = (of: (reading: Read) => number) => read.reduce((all, each) => all + of(each), 0);
  const all = (of: (reading: Read) => Counts) => spelled(counted(read.flatMap((each) => [...of(each)])));
  const figures = {
    lines: sum(({ lines }) => lines),
    examined: sum(({ examined }) => examined),
    inFormat: sum(({ inFormat }) => inFormat),
    telling: sum(({ telling }) => telling),
    seen: sum(({ seen }) => seen),
  };
  return [
    `${count(read.length, 'log')} of ${count(readings.length + skipped.length + unreadable.length, 'file')}`,
    ...row('lines', understood(figures)),
    ...row('formats', spelled(counted(read.flatMap(({ formats }) => formats.map((id) => [id, 1] as const))))),
    ...row(
      'symptoms',
      all(({ said }) => said.symptom),
    ),
    ...row(
      'asides',
      all(({ said }) => said.aside),
    ),
    ...row(
      'clues',
      all(({ said }) => said.clue),
    ),
    ...row('verdict', all(({ closes }) => closes) || 'no premature close'),
    ...row(
      'look-alikes',
      all(({ lookalikes }) => lookalikes),
    ),
    ...listed('no signature sees anything', read.filter(({ seen }) => seen === 0).map(silent)),
    ...listed('nothing was understood', of(readings, 'foreign')),
    ...listed('not read', [...of(readings, 'unreadable'), ...unreadable]),
    ...listed('skipped', skipped),
  ].join('\n');
}

const silent = ({ file, lines, formats: [main = ''], telling }: Read): Left => ({
  file,
  why: `${count(lines, 'line')} read as ${main}${telling === 0 ? '' : `, ${telling} of them dated or a program's own`}`,
});

const of = (readings: readonly Reading[], kind: 'foreign' | 'unreadable'): readonly Left[] =>
  readings.flatMap((reading) => (reading.kind === kind ? [{ file: reading.file, why: reading.why }] : []));

const listed = (title: string, left: readonly Left[]): readonly string[] =>
  left.length === 0
    ? []
    : ['', `${title}: ${left.length}`, ...left.map(({ file, why }) => `  ${file}: ${why}`)];
