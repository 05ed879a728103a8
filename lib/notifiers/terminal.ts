import type { Alert } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import type {
  ContextLine,
  EvidenceLine,
  Finding,
  IncidentVerdict,
  Instant,
  LookalikeCount,
  RunbookStep,
  SourceRead,
  Tally,
  Unexplained,
  Verdict,
} from '#lib/model/verdict.ts';
import { count, list } from '#lib/model/words.ts';

/** How it will be looked at. `width` is in columns; where `unicode` is false, only ASCII is written. */
export interface Look {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode?: boolean;
}

/** A whole verdict, said as a good compiler would: what, how sure and how many first; what to do last. */
export function terminal(verdict: Verdict, look: Look): string {
  const { incidents, lookalikes, summary } = verdict;
  const pen = penFor(look, [...incidents.flatMap(cited), ...lookalikes.map(({ example }) => example)]);
  const several = incidents.length > 1;
  const stories = incidents.flatMap((incident, index) => {
    const [first = [], ...rest] = diagnosis(incident, pen);
    const title = pen.paint('strong', `incident ${index + 1} of ${incidents.length}`);
    return [several ? [title, ...first] : first, ...rest];
  });
  return printed(
    [
      ...(incidents.length === 0 ? [nothingFound(verdict, pen)] : []),
      ...(several ? [overview(incidents, summary, pen)] : []),
      ...stories,
      ...lookalikes.map((lookalike) => lookalikeBlock(lookalike, pen)),
      readingNotes(verdict.read, pen),
      ...helpBlocks(incidents, pen),
      [pen.paint('strong', summed(summary))],
    ],
    pen,
  );
}

/** One incident, with what to do about it. */
export function terminalIncident(incident: IncidentVerdict, look: Look): string {
  const pen = penFor(look, cited(incident));
  return printed([...diagnosis(incident, pen), ...helpBlocks([incident], pen)], pen);
}

/** One incident as a message of its conversation: what is new comes straight after the headline. */
export function terminalAlert(alert: Alert, look: Look): string {
  const { incident, status, news, partOf, revision, conversation } = alert;
  const pen = penFor(look, cited(incident));
  const joined = partOf === undefined ? '' : `, now part of ${partOf}`;
  const state = `${statuses[status]}, message ${revision} of ${conversation}${joined}`;
  const told = news === undefined ? `${state}.` : `${state}: ${news}`;
  const level = status === 'resolved' ? 'resolved' : 'error';
  return printed([...diagnosis(incident, pen, { level, told }), ...helpBlocks([incident], pen)], pen);
}

const statuses: Readonly<Record<Alert['status'], string>> = {
  provisional: 'first look, may still change',
  firing: 'going on',
  resolved: 'over',
};

type Block = readonly string[];

/** Blocks with a blank row between them. No row begins with `::`, which build servers take for a command. */
function printed(blocks: readonly Block[], pen: Pen): string {
  const texts = blocks.map((rows) => {
    const kept = rows.at(-1) === pen.bar ? rows.slice(0, -1) : rows;
    return kept.map((row) => row.replace(/^((?:\s|\p{Cc}\[[\d;]*m)*)::/u, '$1\\x3a:')).join('\n');
  });
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

const cited = ({ findings, unexplained }: IncidentVerdict): readonly Exhibit[] => [
  ...findings.flatMap(({ evidence }) => evidence),
  ...(unexplained?.evidence ?? []),
  ...(unexplained?.nearest ?? []),
];

function summed({ closes, explained, unexplained, lookalikes }: Verdict['summary']): string {
  const kinds = closes > 0 ? `: ${explained} explained, ${unexplained} unexplained` : '';
  return `${count(closes, 'close')}${kinds}; ${count(lookalikes, 'look-alike')}. Exit ${closes > 0 ? 1 : 0}.`;
}

function overview(
  incidents: readonly IncidentVerdict[],
  { closes, unexplained: rest }: Verdict['summary'],
  pen: Pen,
): Block {
  const rows = incidents.flatMap(({ start, service, findings, unexplained }, index) => {
    const verdicts = [
      ...findings.map((each) => `${each.cause}, ${each.confidence}, ${count(each.closes, 'close')}`),
      ...(unexplained ? [`unexplained, ${count(unexplained.closes, 'close')}`] : []),
    ];
    const where = service === defaultScope ? '' : `, ${service}`;
    return pen.hang(`${String(index + 1).padStart(3)}  `, `${moment(start)}${where}: ${verdicts.join('; ')}`);
  });
  const all = `${count(incidents.length, 'incident')}, ${count(closes, 'close')}, ${rest} unexplained`;
  return [...pen.title('error', undefined, all), ...rows];
}

/** What comes straight after the first headline, and whether that still calls for help. */
interface Opening {
  readonly level: 'error' | 'resolved';
  readonly told?: string;
}

/** A block for each finding, one for the closes without a cause, and what holds for all of them. */
function diagnosis(
  incident: IncidentVerdict,
  pen: Pen,
  { level, told }: Opening = { level: 'error' },
): readonly Block[] {
  const { findings, unexplained, closes } = incident;
  const parts = findings.map((finding) => ({
    head: pen.title(level, finding.cause, `${finding.confidence}, ${share(finding.closes, closes)}`),
    body: findingRows(finding, pen),
  }));
  if (unexplained) {
    const guesses = unexplained.candidates.map(({ cause }) => cause).join(' or ');
    const rest = `${share(unexplained.closes, closes)}${guesses === '' ? '' : `, perhaps ${guesses}`}`;
    parts.push({ head: pen.title(level, 'unexplained', rest), body: unexplainedRows(unexplained, pen) });
  }
  if (parts.length === 0)
    parts.push({ head: pen.title(level, undefined, 'no premature close is left'), body: [] });
  const opening = [...(told === undefined ? [] : pen.hang('  ', told)), ...setting(incident, pen)];
  const blocks = parts.map(({ head, body }, index) => [...head, ...(index === 0 ? opening : []), ...body]);
  const notes = incidentNotes(incident, pen);
  if (notes.length === 0) return blocks;
  if (blocks.length === 1) return blocks.map((rows) => [...rows, ...notes]);
  return [...blocks, [...pen.title('note', undefined, `about all ${closes} closes`), ...notes]];
}

function share(closes: number, all: number): string {
  if (closes < all) return `${closes} of ${all} closes`;
  return all === 1 ? '1 close' : all === 2 ? 'both closes' : `all ${all} closes`;
}

/** When, whom and how. */
function setting({ start, end, closes, requests, service, how }: IncidentVerdict, pen: Pen): Block {
  const where = service === defaultScope ? '' : `, service ${service}`;
  const hit = requests === closes ? '' : `, ${count(requests, 'request')} hit`;
  const ways = how.map(({ phase, by, closes: some }) => {
    const many = how.length > 1 ? `${some} ` : closes > 1 ? 'each ' : '';
    return `${many}${ends[by] ?? by} ${moments[phase] ?? phase}`;
  });
  return pen.hang('  ', `${span(start, end)}${where}${hit}${ways.length > 0 ? `: ${ways.join(', ')}` : ''}.`);
}

const ends: Readonly<Record<string, string>> = { fin: 'closed', reset: 'reset', other: 'ended' };
const moments: Readonly<Record<string, string>> = {
  connect: 'while connecting',
  request: 'while the request was being sent',
  header: 'before the answer began',
  body: 'in the middle of the answer',
  tunnel: 'in an upgraded connection',
  unknown: 'at a point that the log does not tell',
};

function findingRows({ why, evidence, routes, upstreams, trigger, against }: Finding, pen: Pen): Block {
  const started =
    trigger && `trigger: ${trigger.says}${trigger.at === null ? '' : ` (${moment(trigger.at)})`}`;
  return [
    ...pen.hang('  ', why),
    ...exhibitRows(evidence, pen),
    ...(started === undefined ? [] : remark('note', started, [], pen)),
    ...tallyRows('route', routes, why, pen),
    ...tallyRows('upstream', upstreams, why, pen),
    ...against.flatMap((text) => remark('note', `against it: ${text}`, [], pen)),
  ];
}

function unexplainedRows({ evidence, candidates, nearest, lookedFor }: Unexplained, pen: Pen): Block {
  const causes = lookedFor.length > 0 ? ` for any of ${count(lookedFor.length, 'cause')}` : '';
  return [
    ...pen.hang('  ', `Nothing in view speaks clearly enough${causes}.`),
    ...exhibitRows(evidence, pen),
    ...candidates.flatMap(({ cause, because }) => remark('note', `perhaps ${cause}: ${because}`, [], pen)),
    ...(nearest.length > 0 ? remark('note', 'the backend’s lines nearest to the closes', [], pen) : []),
    ...exhibitRows(nearest, pen),
  ];
}

function incidentNotes({ ruledOut, blindSpots, unexplained }: IncidentVerdict, pen: Pen): Block {
  const reasons = new Map<string, string[]>();
  for (const { cause, because } of ruledOut) reasons.set(because, [...(reasons.get(because) ?? []), cause]);
  const excluded = [...reasons].map(([because, causes]) => `${causes.join(', ')}: ${because}`);
  const missing = unexplained?.missing ?? [];
  const blind = blindSpots
    .map(({ source, wouldSettle }) => `${source}: ${wouldSettle}`)
    .filter((spot) => !missing.includes(spot));
  return [
    ...(excluded.length > 0 ? remark('note', 'ruled out', excluded, pen) : []),
    ...(blind.length > 0 ? remark('note', 'not in view, and could still change this', blind, pen) : []),
    ...(missing.length > 0 ? remark('help', 'not in view, and would settle it', missing, pen) : []),
  ];
}

const mostNames = 5;
const nameWidth = 48;

/** Names with counts; nothing where the verdict's sentence already gives the only name. */
function tallyRows(what: string, { named, more }: Tally, why: string, pen: Pen): Block {
  const [first] = named;
  if (!first || (named.length === 1 && more.closes === 0 && why.includes(first.name))) return [];
  const left = named.slice(mostNames);
  const names = more.names + left.length;
  const closes = more.closes + left.reduce((sum, each) => sum + each.closes, 0);
  if (named.length === 1 && closes === 0)
    return remark('note', `${what} ${pen.cut(first.name, nameWidth)}`, [], pen);
  const shown = named.slice(0, mostNames).map((each) => `${pen.cut(each.name, nameWidth)} (${each.closes})`);
  const tail = closes === 0 ? [] : [names > 0 ? `${names} more (${closes})` : `not known (${closes})`];
  return remark('note', `${what}s ${[...shown, ...tail].join(', ')}`, [], pen);
}

const leading = ({ findings }: IncidentVerdict): string => findings[0]?.cause ?? 'unexplained';

/** What to do: one runbook for all incidents of one service and cause. */
function helpBlocks(incidents: readonly IncidentVerdict[], pen: Pen): readonly Block[] {
  const groups = new Map<string, { readonly incident: IncidentVerdict; readonly numbers: string[] }>();
  for (const [index, incident] of incidents.entries()) {
    if (incident.closes === 0) continue;
    const key = `${leading(incident)} ${incident.service}`;
    const group = groups.get(key);
    if (group) group.numbers.push(String(index + 1));
    else groups.set(key, { incident, numbers: [String(index + 1)] });
  }
  return [...groups.values()].map(({ incident, numbers: [first = '1', ...others] }) => {
    const likewise = others.length > 0 ? ` (and likewise ${list(others)})` : '';
    const which = incidents.length > 1 ? ` about incident ${first}${likewise}` : '';
    return [
      ...pen.title('help', leading(incident), `what to do${which}`),
      ...stepRows('answered', incident, pen),
      ...incident.fix.flatMap((fix) => fixRows(fix, leading(incident), pen)),
      ...stepRows('todo', incident, pen),
    ];
  });
}

function fixRows(
  { cause, where, diff, because }: IncidentVerdict['fix'][number],
  headline: string,
  pen: Pen,
): Block {
  const rows = diff.split('\n').map((row) => {
    const [sign, text] = /^[-+ ]/.test(row) ? [row.slice(0, 1), row.slice(1)] : [' ', row];
    const ink = sign === '-' ? 'minus' : sign === '+' ? 'plus' : 'plain';
    return `${pen.deep}${pen.paint(ink, `${sign} ${pen.clean(text)}`)}`;
  });
  const title = cause === headline ? where : `${where}, against ${cause}`;
  return [...remark('help', title, [], pen), ...rows, ...pen.hang(pen.deep, because)];
}

const stepKinds = {
  answered: { ink: 'note', title: 'answered by these logs:', box: '[x]' },
  todo: { ink: 'help', title: 'to do:', box: '[ ]' },
} as const;

/** The steps of one state. An answer says what was asked; an instruction says it itself. */
function stepRows(state: RunbookStep['state'], { runbook, findings }: IncidentVerdict, pen: Pen): Block {
  const { ink, title, box } = stepKinds[state];
  const rows = runbook
    .filter((each) => each.state === state)
    .flatMap(({ step, title: asked, text, command }) => {
      const told = text === findings[0]?.why ? 'see the verdict.' : text;
      const first = `${' '.repeat(pen.pad + 3)}${box} ${step} `;
      const said = pen.hang(first, state === 'answered' ? `${asked}: ${told}` : told, pen.paint(ink, first));
      if (command === undefined) return said;
      // Never broken, so that it can be copied.
      return [...said, `${' '.repeat(first.length)}${pen.paint('strong', `$ ${pen.clean(command)}`)}`];
    });
  return rows.length > 0 ? [...remark(ink, title, [], pen), ...rows] : [];
}

function nothingFound({ read: { sources, warnings }, lookalikes }: Verdict, pen: Pen): Block {
  const lines = sources.reduce((sum, source) => sum + source.lines, 0);
  const where = `${count(lines, 'line')} of ${count(sources.length, 'log')}`;
  const but = lookalikes.length > 0 ? '; what looks like it is below' : '';
  const next = sources.some(({ role }) => role === 'proxy')
    ? 'if a failure is missing here: do these logs cover its time, and what does closecall explain-line say about its line?'
    : 'closes are seen by the proxy: add its error log and its access log, or the load balancer’s, for the time of the failure.';
  return [
    ...pen.title('note', undefined, `nothing found: no backend closed early in ${where}${but}`),
    ...sources.flatMap((source) => pen.hang(`${' '.repeat(pen.pad)}--> `, sourceSentence(source))),
    ...(lookalikes.length + warnings.length === 0 ? remark('help', next, [], pen) : []),
  ];
}

function sourceSentence({ origin, format, role, lines, first, last }: SourceRead): string {
  if (lines === 0) return `${origin}: empty`;
  return `${origin}: ${role}, ${format}, ${count(lines, 'line')}, ${first === null ? 'no times' : span(first, last)}`;
}

const closers: Readonly<Record<LookalikeCount['closedBy'], string>> = {
  client: 'the client closed, not the backend',
  proxy: 'the proxy closed, not the backend',
  nobody: 'no connection to a backend was cut',
};

const lookalikeBlock = ({ cause, closedBy, count: seen, example }: LookalikeCount, pen: Pen): Block => [
  ...pen.title('note', cause, `${count(seen, 'look-alike')}, ${closers[closedBy]}`),
  ...exhibitRows([example], pen),
];

/** Warnings, and what makes a verdict less certain than it looks, unless a warning names that log already. */
function readingNotes({ sources, warnings }: Verdict['read'], pen: Pen): Block {
  const unsaid = sources.filter(({ origin }) => !warnings.some((warning) => warning.includes(origin)));
  const unread = unsaid
    .filter(({ examined, understood }) => understood * 2 < examined)
    .map(
      ({ origin, format, examined, understood }) =>
        `${origin}: only ${understood} of ${count(examined, 'line')} could be read as ${format}; closecall explain-line tells why.`,
    );
  const zones = new Map<string, string[]>();
  for (const { origin, zone } of unsaid) {
    if (zone.how !== 'inferred' && zone.how !== 'assumed') continue;
    const guessed = `UTC${/^[+-]00:00$/.test(zone.offset) ? '' : zone.offset} was ${zone.how}`;
    zones.set(guessed, [...(zones.get(guessed) ?? []), origin]);
  }
  const guesses = [...zones].map(
    ([zone, origins]) => `${list(origins)}: the times carry no zone; ${zone} (--tz says another).`,
  );
  return [
    ...[...warnings, ...unread].flatMap((text) => pen.title('warning', undefined, text)),
    ...guesses.flatMap((text) => pen.title('note', undefined, text)),
  ];
}

/** `= note: …`, with a list under it where there are items. */
function remark(ink: 'note' | 'help', text: string, items: readonly string[], pen: Pen): Block {
  const plain = `${' '.repeat(pen.pad + 1)}= ${ink}: `;
  const painted = `${' '.repeat(pen.pad + 1)}${pen.paint('gutter', '=')} ${pen.paint(ink, `${ink}:`)} `;
  return [
    ...pen.hang(plain, items.length > 0 ? `${text}:` : text, painted),
    ...items.flatMap((item) => pen.hang(`${pen.deep}- `, item)),
  ];
}

const dated = (at: string): boolean => at.includes('T');
const clock = (at: string): string => at.slice(dated(at) ? 11 : 0).replace(/(?:\.000)?Z?$/, '');

function moment(at: Instant): string {
  if (at === null) return 'without a time';
  return dated(at) ? `${at.slice(0, 10)} ${clock(at)} UTC` : `${clock(at)} (no date)`;
}

function span(start: Instant, end: Instant): string {
  if (start === null || end === null || start === end) return moment(start ?? end);
  if (!dated(start) || !dated(end)) return `${clock(start)} to ${clock(end)} (no date)`;
  const day = end.slice(0, 10);
  return `${start.slice(0, 10)} ${clock(start)} to ${day === start.slice(0, 10) ? '' : `${day} `}${clock(end)} UTC`;
}

type Exhibit = ContextLine & Partial<Pick<EvidenceLine, 'mark' | 'says' | 'signature' | 'block'>>;

/** Lines under their origins. What a signature says stands under its first line of an origin. */
function exhibitRows(lines: readonly Exhibit[], pen: Pen): Block {
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

/** One character as it is shown. `from` and `to` are UTF-16 offsets into the text that it came from. */
interface Cell {
  readonly shown: string;
  readonly columns: number;
  readonly from: number;
  readonly to: number;
  readonly escaped: boolean;
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { columns }) => sum + columns, 0);

function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let used = 0;
  const end = cells.findIndex(({ columns }) => {
    used += columns;
    return used > room;
  });
  return end < 0 ? cells : cells.slice(0, end);
}

/** What fits of a line: the telling part with its surroundings, and the head with the time where there is room for it. */
function cutAround(
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

/** Neighbours of one ink are painted together. */
function inked(cells: readonly Cell[], inkOf: (cell: Cell) => Ink, pen: Pen): string {
  const runs: { readonly ink: Ink; text: string }[] = [];
  for (const cell of cells) {
    const ink = inkOf(cell);
    const last = runs.at(-1);
    if (last?.ink === ink) last.text += cell.shown;
    else runs.push({ ink, text: cell.shown });
  }
  return runs.map(({ ink, text }) => pen.paint(ink, text)).join('');
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
type Ink = keyof typeof palette;

const narrowest = 40;
/** Prose in longer rows is hard to read. */
const proseWidth = 100;

interface Pen {
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

function penFor({ width, colour, unicode = true }: Look, exhibits: readonly Exhibit[]): Pen {
  const room = Math.max(narrowest, width);
  const pad = Math.max(3, ...exhibits.map(({ line }) => String(line ?? '').length));
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

const blank: Cell = { shown: ' ', columns: 1, from: -1, to: -1, escaped: false };
const shownOf = (cells: readonly Cell[]): string => cells.map(({ shown }) => shown).join('');
const columnsOf = (text: string): number => widthOf(cellsOf(text, true));

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

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  return named[character] ?? (code < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`);
}

function cellsOf(text: string, unicode: boolean): readonly Cell[] {
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
