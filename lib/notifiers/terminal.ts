import type { Alert } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import type {
  Finding,
  IncidentVerdict,
  LookalikeCount,
  RunbookStep,
  SourceRead,
  Tally,
  Unexplained,
  Verdict,
} from '#lib/model/verdict.ts';
import { count, list } from '#lib/model/words.ts';
import { type Exhibit, exhibitRows } from './terminal/exhibits.ts';
import { moment, span } from './terminal/moments.ts';
import { type Block, type Look, type Pen, penFor } from './terminal/pen.ts';

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
