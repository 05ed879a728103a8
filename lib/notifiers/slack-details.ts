import type { RichTextBlockElement, RichTextSection } from '@slack/types';
import type { Finding, IncidentVerdict, RunbookStep, Tally, Unexplained } from '#lib/model/verdict.ts';
import { fewFingerprints, severalFingerprints } from './fingerprints.ts';
import {
  against,
  guessed,
  judged,
  leading,
  nearestLines,
  nothingClear,
  started,
  stepText,
  stillOpen,
  tallied,
  unseen,
  wouldSettleIt,
} from './sentences.ts';
import type { Measure } from './slack-measures.ts';
import { bullets, clean, cleanLine, code, lines, row, say, strong } from './slack-text.ts';
import { type Exhibit, type Group, grouped, omission, shortened } from './terminal/exhibits.ts';
import { clock, dated } from './terminal/moments.ts';

/** `isTold`: its sentence stands in the message above. */
export function findingParts(
  finding: Finding,
  closes: number,
  measure: Measure,
  isTold: boolean,
): readonly RichTextBlockElement[] {
  const { cause, why, evidence, trigger, routes, upstreams } = finding;
  const notes = [
    ...(trigger ? [started(trigger)] : []),
    ...named('route', routes, why),
    ...named('upstream', upstreams, why),
    ...finding.against.map((text) => `against it: ${text}`),
  ];
  return [
    row(strong(cause), say(`: ${judged(finding, closes)}`)),
    ...(isTold ? [] : [row(say(clean(why, measure.sentence)))]),
    ...exhibitParts(evidence, measure),
    ...bullets(notes.map((note) => row(say(clean(note, measure.sentence))))),
  ];
}

const longestName = 60;

function named(what: string, tally: Tally, why: string): readonly string[] {
  const names = tallied(what, tally, why, (name) => clean(name, longestName));
  return names === undefined ? [] : [names];
}

export function unexplainedParts(
  unexplained: Unexplained,
  closes: number,
  measure: Measure,
  isTold: boolean,
): readonly RichTextBlockElement[] {
  const { evidence, candidates, nearest } = unexplained;
  return [
    row(strong('unexplained'), say(`: ${clean(guessed(unexplained, closes), measure.sentence)}`)),
    ...(isTold ? [] : [row(say(nothingClear(unexplained)))]),
    ...exhibitParts(evidence, measure),
    ...bullets(
      candidates.map(({ cause, because }) =>
        row(say(clean(`perhaps ${cause}: ${because}`, measure.sentence))),
      ),
    ),
    ...(nearest.length > 0 && measure.lines > 0
      ? [row(say(`${nearestLines}:`)), ...exhibitParts(nearest, measure)]
      : []),
  ];
}

function exhibitParts(exhibits: readonly Exhibit[], measure: Measure): readonly RichTextBlockElement[] {
  if (measure.lines === 0) return [];
  return grouped(exhibits).flatMap((group) => groupParts(group, measure));
}

/** The lines of an origin, and under them what they say, once for each kind. */
function groupParts({ origin, place, shown }: Group, measure: Measure): readonly RichTextBlockElement[] {
  const kept = shown.slice(0, measure.lines);
  const rows = kept.flatMap(({ exhibit: { text, mark = [0, 0], at }, omitted, block }) => {
    const line = cleanLine(text, mark, measure.line);
    const timeless = at !== null && !line.includes(clock(at).slice(0, 8));
    return [
      ...(omitted > 0 ? [omission(omitted)] : []),
      timeless ? `${line} (${clock(at)}${dated(at) ? 'Z' : ''})` : line,
      ...(measure.blocks ? shortened(block).map((each) => clean(each, measure.line)) : []),
    ];
  });
  const left = shown.length - kept.length;
  const says = kept.flatMap(({ exhibit, labelled }) => (labelled ? [saying(exhibit)] : []));
  return [
    row(say(clean(origin, 200) + place)),
    lines(left > 0 ? [...rows, omission(left)] : rows),
    ...bullets(says),
  ];
}

function saying({ text, mark: [from, to] = [0, 0], says = '' }: Exhibit): RichTextSection {
  const telling = clean(text.slice(from, to).trim(), longestQuote);
  return telling === '' ? row(say(says)) : row(code(telling), say(` ${says}`));
}
const longestQuote = 120;

export function unseenParts(
  incident: IncidentVerdict,
  { sentence }: Measure,
): readonly RichTextBlockElement[] {
  const { excluded, blind, missing } = unseen(incident);
  const part = (title: string, items: readonly string[]) =>
    items.length > 0
      ? [row(strong(title)), ...bullets(items.map((item) => row(say(clean(item, sentence)))))]
      : [];
  return [...part('ruled out', excluded), ...part(stillOpen, blind), ...part(wouldSettleIt, missing)];
}

export function helpParts(incident: IncidentVerdict, measure: Measure): readonly RichTextBlockElement[] {
  const step = (each: RunbookStep): RichTextSection => {
    const text = clean(`${each.step} ${stepText(each, incident)}`, measure.sentence);
    if (each.command === undefined) return row(say(text));
    return row(say(`${text} `), code(clean(each.command, measure.sentence)));
  };
  const steps = (state: RunbookStep['state']) =>
    bullets(incident.runbook.filter((each) => each.state === state).map(step));
  const answered = measure.answered ? steps('answered') : [];
  const todo = measure.todo ? steps('todo') : [];
  const fixes = incident.fix.flatMap(({ cause, where, diff, because }) => [
    row(say(`${clean(against(where, cause, leading(incident)), measure.sentence)}:`)),
    lines(diff.split('\n').map((each) => clean(each, measure.sentence))),
    row(say(clean(because, measure.sentence))),
  ]);
  return [
    ...(answered.length > 0 ? [row(strong('answered by these logs')), ...answered] : []),
    ...(measure.todo ? fixes : []),
    ...(todo.length > 0 ? [row(strong('what to do')), ...todo] : []),
  ];
}

/** Where there are several: in the least room from which each can be copied. One is said in the last row. */
export function fingerprintParts(incident: IncidentVerdict): readonly RichTextBlockElement[] {
  const { shown, more } = fewFingerprints(incident);
  if (shown.length === 0) return [];
  const rows = shown.map(([fingerprint, what]) => `${fingerprint} ${clean(what, 2 * longestName)}`);
  return [row(strong(severalFingerprints)), lines(more === undefined ? rows : [...rows, more])];
}
