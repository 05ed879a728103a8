import type { Alert, Outbound } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import type { Finding, IncidentVerdict, Tally, Unexplained } from '#lib/model/verdict.ts';
import { alertJson } from './alert-json.ts';
import { opening } from './email-opening.ts';
import { clean, hang, pen } from './email-page.ts';
import { fewFingerprints, onlyFingerprint, severalFingerprints } from './fingerprints.ts';
import { linksOf, type Place } from './links.ts';
import {
  against,
  guessed,
  incidentOf,
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
import { type Exhibit, grouped, omission, type Shown, shortened } from './terminal/exhibits.ts';
import { clock, dated } from './terminal/moments.ts';
import type { Block } from './terminal/pen.ts';

type Letter = Extract<Outbound, { readonly kind: 'email' }>;

/**
 * Plain text of 72 columns; log lines, commands and addresses keep the length they have. What strangers may have written
 * never begins a row: there a sentence is indented, and a line has its `>`. Programs that read the same topic get JSON.
 */
export function email(alert: Alert, place?: Place): Letter {
  const incident = incidentOf(alert);
  const { findings, unexplained, closes } = incident;
  return {
    kind: 'email',
    subject: subjectOf(alert),
    text: letter([
      opening(alert, incident),
      ...findings.flatMap((finding, at) => findingBlocks(finding, closes, at === 0)),
      ...(unexplained ? unexplainedBlocks(unexplained, closes, findings.length === 0) : []),
      ...unseenBlocks(incident),
      ...(closes > 0 && alert.partOf === undefined ? helpBlocks(incident) : []),
      ...linkBlocks(alert, place),
      [
        ...hang(`Message ${alert.revision} of `, `conversation ${alert.conversation}.`),
        ...fingerprintRows(incident),
      ],
    ]),
    json: alertJson(alert, place),
  };
}

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html: less than 100 characters, no line breaks. */
const longestSubject = 99;
const longestKey = 40;

/** Of what never changes while a conversation lives, so that a mail program keeps its letters together. */
function subjectOf({ conversation, incident: { service } }: Alert): string {
  const tail = `backend hung up (${ascii(conversation).slice(0, longestKey)})`;
  const name = service === defaultScope ? '' : ascii(service);
  const room = longestSubject - '[closecall] : '.length - tail.length;
  return `[closecall] ${name === '' ? '' : `${name.slice(0, room)}: `}${tail}`;
}

const ascii = (text: string): string => text.replace(/[^ -~]+/g, ' ').trim();

const letter = (blocks: readonly Block[]): string =>
  `${blocks.map((rows) => rows.join('\n')).join('\n\n')}\n`;

const heading = (text: string): Block => {
  const rows = hang('', text);
  return [...rows, '-'.repeat(Math.max(...rows.map(({ length }) => length)))];
};

const longestName = 60;

function named(what: string, tally: Tally, why: string): readonly string[] {
  const names = tallied(what, tally, why, (name) => pen.cut(name, longestName));
  return names === undefined ? [] : [names];
}

/** What the opening has said already is not said again. */
function findingBlocks(finding: Finding, closes: number, isFirst: boolean): readonly Block[] {
  const { why, evidence, routes, upstreams, trigger } = finding;
  const notes = [
    ...(trigger ? [started(trigger)] : []),
    ...named('route', routes, why),
    ...named('upstream', upstreams, why),
    ...finding.against.map((text) => `against it: ${text}`),
  ];
  return [
    [...heading(`${finding.cause}: ${judged(finding, closes)}`), ...(isFirst ? [] : hang('  ', why))],
    ...exhibitBlocks(evidence),
    ...listed(notes),
  ];
}

function unexplainedBlocks(unexplained: Unexplained, closes: number, isFirst: boolean): readonly Block[] {
  const { evidence, candidates, nearest } = unexplained;
  return [
    [
      ...heading(`unexplained: ${guessed(unexplained, closes)}`),
      ...(isFirst ? [] : hang('  ', nothingClear(unexplained))),
    ],
    ...exhibitBlocks(evidence),
    ...listed(candidates.map(({ cause, because }) => `perhaps ${cause}: ${because}`)),
    ...(nearest.length > 0 ? [hang('', `${nearestLines}:`), ...exhibitBlocks(nearest)] : []),
  ];
}

function exhibitBlocks(lines: readonly Exhibit[]): readonly Block[] {
  return grouped(lines).map(({ origin, place, shown }) => [
    `${clean(origin)}${place}`,
    ...shown.flatMap(shownRows),
  ]);
}

/** Shorter than the words that are cut when a paragraph is set. */
const longestQuote = 120;

/** A line as it was written, and under its first of a kind what it says. */
function shownRows({ exhibit, labelled, omitted, block }: Shown): Block {
  const { text, at, mark: [from, to] = [0, 0], says = '' } = exhibit;
  const telling = text.slice(from, to).trim();
  const row = clean(text.trimEnd());
  const time =
    at !== null && !row.includes(clock(at).slice(0, 8)) ? [`at ${clock(at)}${dated(at) ? ' UTC' : ''}`] : [];
  const quote = telling === '' || telling === text.trim() ? '' : `“${pen.cut(telling, longestQuote)}”: `;
  const label = [...time, ...(labelled ? [`${quote}${says}`] : [])].join(quote === '' ? ': ' : ', ');
  return [
    ...(omitted > 0 ? [`  ${omission(omitted)}`] : []),
    `> ${row}`,
    ...shortened(block).map((each) => `> ${clean(each)}`),
    ...(label === '' ? [] : hang('  ^ ', label)),
  ];
}

function unseenBlocks(incident: IncidentVerdict): readonly Block[] {
  const { excluded, blind, missing } = unseen(incident);
  const part = (title: string, items: readonly string[]): readonly Block[] =>
    items.length > 0 ? [[...heading(title), ...listed(items).flat()]] : [];
  return [...part('ruled out', excluded), ...part(stillOpen, blind), ...part(wouldSettleIt, missing)];
}

const listed = (items: readonly string[]): readonly Block[] =>
  items.length > 0 ? [items.flatMap((item) => hang('- ', item))] : [];

function helpBlocks(incident: IncidentVerdict): readonly Block[] {
  const steps = (state: 'answered' | 'todo', box: string): Block =>
    incident.runbook
      .filter((each) => each.state === state)
      .flatMap((each) => [
        ...hang(`${box} ${each.step} `, stepText(each, incident)),
        // Never broken, so that it can be copied.
        ...(each.command === undefined ? [] : [`      $ ${clean(each.command)}`]),
      ]);
  const blocks = [
    steps('answered', '[x]'),
    ...incident.fix.map(({ cause, where, diff, because }) => [
      ...hang('Change: ', `${against(where, cause, leading(incident))}:`),
      ...diff.split('\n').map((row) => `    ${clean(row)}`),
      ...hang('  ', because),
    ]),
    steps('todo', '[ ]'),
  ].filter((rows) => rows.length > 0);
  const [first, ...rest] = blocks;
  return first ? [[...heading('what to do'), ...first], ...rest] : [];
}

function linkBlocks(alert: Alert, place: Place | undefined): readonly Block[] {
  const links = linksOf(alert, place);
  if (links === undefined) return [];
  return [
    [
      ...(links.insights === undefined
        ? []
        : ['All lines of that time in Logs Insights:', `    ${links.insights}`]),
      'Judge it anew, where closecall.config.json is:',
      `    ${links.replay}`,
    ],
  ];
}

/** Of one fingerprint a sentence, of several a list, in which each can be copied. */
function fingerprintRows(incident: IncidentVerdict): Block {
  const only = onlyFingerprint(incident);
  if (only !== undefined) return hang('', only);
  const { shown, more } = fewFingerprints(incident);
  if (shown.length === 0) return [];
  return [
    `${severalFingerprints}:`,
    ...shown.flatMap(([fingerprint, what]) => hang(`  ${fingerprint}  `, pen.cut(what, longestName))),
    ...(more === undefined ? [] : hang('  ', more)),
  ];
}
