import type { Alert } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import type {
  Finding,
  IncidentVerdict,
  LookalikeCount,
  SourceRead,
  Tally,
  Unexplained,
  Verdict,
} from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';
import { afterNothing, amount, cautions, closers } from './readings.ts';
import {
  guessed,
  incidentOf,
  judged,
  nearestLines,
  noneLeft,
  nothingClear,
  setting,
  standing,
  started,
  stillOpen,
  tallied,
  unseen,
  wouldSettleIt,
} from './sentences.ts';
import { type Exhibit, exhibitRows } from './terminal/exhibits.ts';
import { helpBlocks } from './terminal/help.ts';
import { moment, span } from './terminal/moments.ts';
import { type Block, type Look, type Pen, penFor, remark } from './terminal/pen.ts';

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
  const { status } = alert;
  const incident = incidentOf(alert);
  const pen = penFor(look, cited(incident));
  const level = status === 'resolved' ? 'resolved' : 'error';
  const opening = { level, told: standing(alert) } as const;
  return printed([...diagnosis(incident, pen, opening), ...helpBlocks([incident], pen)], pen);
}

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
    head: pen.title(level, finding.cause, judged(finding, closes)),
    body: findingRows(finding, pen),
  }));
  if (unexplained)
    parts.push({
      head: pen.title(level, 'unexplained', guessed(unexplained, closes)),
      body: unexplainedRows(unexplained, pen),
    });
  if (parts.length === 0) parts.push({ head: pen.title(level, undefined, noneLeft), body: [] });
  const opening = [...(told === undefined ? [] : pen.hang('  ', told)), ...pen.hang('  ', setting(incident))];
  const blocks = parts.map(({ head, body }, index) => [...head, ...(index === 0 ? opening : []), ...body]);
  const notes = incidentNotes(incident, pen);
  if (notes.length === 0) return blocks;
  if (blocks.length === 1) return blocks.map((rows) => [...rows, ...notes]);
  return [...blocks, [...pen.title('note', undefined, `about all ${closes} closes`), ...notes]];
}

function findingRows(finding: Finding, pen: Pen): Block {
  const { why, evidence, routes, upstreams, trigger } = finding;
  return [
    ...pen.hang('  ', why),
    ...exhibitRows(evidence, pen),
    ...(trigger ? remark('note', started(trigger), [], pen) : []),
    ...tallyRows('route', routes, why, pen),
    ...tallyRows('upstream', upstreams, why, pen),
    ...finding.against.flatMap((text) => remark('note', `against it: ${text}`, [], pen)),
  ];
}

function unexplainedRows(unexplained: Unexplained, pen: Pen): Block {
  const { evidence, candidates, nearest } = unexplained;
  return [
    ...pen.hang('  ', nothingClear(unexplained)),
    ...exhibitRows(evidence, pen),
    ...candidates.flatMap(({ cause, because }) => remark('note', `perhaps ${cause}: ${because}`, [], pen)),
    ...(nearest.length > 0 ? remark('note', nearestLines, [], pen) : []),
    ...exhibitRows(nearest, pen),
  ];
}

function incidentNotes(incident: IncidentVerdict, pen: Pen): Block {
  const { excluded, blind, missing } = unseen(incident);
  return [
    ...(excluded.length > 0 ? remark('note', 'ruled out', excluded, pen) : []),
    ...(blind.length > 0 ? remark('note', stillOpen, blind, pen) : []),
    ...(missing.length > 0 ? remark('help', wouldSettleIt, missing, pen) : []),
  ];
}

const nameWidth = 48;

function tallyRows(what: string, tally: Tally, why: string, pen: Pen): Block {
  const names = tallied(what, tally, why, (name) => pen.cut(name, nameWidth));
  return names === undefined ? [] : remark('note', names, [], pen);
}

function nothingFound({ read, lookalikes }: Verdict, pen: Pen): Block {
  const but = lookalikes.length > 0 ? '; what looks like it is below' : '';
  return [
    ...pen.title('note', undefined, `nothing found: no backend closed early in ${amount(read)}${but}`),
    ...read.sources.flatMap((source) => pen.hang(`${' '.repeat(pen.pad)}--> `, sourceSentence(source))),
    ...(lookalikes.length + read.warnings.length === 0 ? remark('help', afterNothing(read), [], pen) : []),
  ];
}

function sourceSentence({ origin, format, role, lines, first, last }: SourceRead): string {
  if (lines === 0) return `${origin}: empty`;
  return `${origin}: ${role}, ${format}, ${count(lines, 'line')}, ${first === null ? 'no times' : span(first, last)}`;
}

const lookalikeBlock = ({ cause, closedBy, count: seen, example }: LookalikeCount, pen: Pen): Block => [
  ...pen.title('note', cause, `${count(seen, 'look-alike')}, ${closers[closedBy]}`),
  ...exhibitRows([example], pen),
];

function readingNotes(read: Verdict['read'], pen: Pen): Block {
  const { warnings, notes } = cautions(read);
  return [
    ...warnings.flatMap((text) => pen.title('warning', undefined, text)),
    ...notes.flatMap((text) => pen.title('note', undefined, text)),
  ];
}
