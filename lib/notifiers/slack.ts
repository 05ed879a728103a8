import type { KnownBlock, RichTextBlockElement, RichTextSection } from '@slack/types';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import type { Finding, IncidentVerdict, RunbookStep, Tally, Unexplained } from '#lib/model/verdict.ts';
import {
  against,
  guessed,
  headlines,
  incidentOf,
  judged,
  leading,
  nearestLines,
  nothingClear,
  setting,
  started,
  statuses,
  stepText,
  stillOpen,
  tallied,
  unseen,
  wouldSettleIt,
} from './sentences.ts';
import { bullets, clean, cleanLine, code, escaped, lines, row, say, strong } from './slack-text.ts';
import { type Exhibit, type Group, grouped, omission, shortened } from './terminal/exhibits.ts';
import { clock, dated } from './terminal/moments.ts';

type Message = Extract<Outbound, { readonly kind: 'slack' }>;

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
const longestHeader = 150;
const longestText = 1_000;
/** https://github.com/slackapi/bolt-js/issues/2509: a message of more than about 13,200 is refused. */
const mostJson = 10_000;

const mostBlocks = 50;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
const longestPart = 3_000;

/** How much of a message is told. */
interface Measure {
  /** Lines of each origin, and characters of each line. */
  readonly lines: number;
  readonly line: number;
  readonly blocks: boolean;
  readonly answered: boolean;
  readonly unseen: boolean;
  readonly todo: boolean;
  readonly findings: number;
  readonly sentence: number;
}

const whole: Measure = {
  lines: 12,
  line: 600,
  blocks: true,
  answered: true,
  unseen: true,
  todo: true,
  findings: 18,
  sentence: 900,
};

/** Evidence is shortened first, then what was answered already; what it is and what to do come last. */
const measures: readonly Measure[] = [
  whole,
  { ...whole, line: 320 },
  { ...whole, line: 200, lines: 6 },
  { ...whole, line: 160, lines: 3 },
  { ...whole, line: 160, lines: 2, blocks: false, sentence: 500 },
  { ...whole, line: 140, lines: 1, blocks: false, answered: false, sentence: 400 },
  {
    ...whole,
    line: 100,
    lines: 1,
    blocks: false,
    answered: false,
    unseen: false,
    findings: 6,
    sentence: 300,
  },
  { ...whole, lines: 0, blocks: false, answered: false, unseen: false, findings: 4, sentence: 200 },
  {
    ...whole,
    lines: 0,
    blocks: false,
    answered: false,
    unseen: false,
    todo: false,
    findings: 3,
    sentence: 150,
  },
];

/** One message in Block Kit that fits into what Slack takes. */
export function slack(alert: Alert): Message {
  const drafts = measures.map((measure) => blocksOf(alert, measure));
  return { kind: 'slack', text: textOf(alert), blocks: drafts.find(fits) ?? head(alert) };
}

function fits(blocks: readonly KnownBlock[]): boolean {
  const json = JSON.stringify(blocks);
  const texts = [...json.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)];
  return (
    json.length <= mostJson &&
    blocks.length <= mostBlocks &&
    texts.every(([, text = '']) => text.length <= longestPart)
  );
}

const serviceOf = ({ service }: IncidentVerdict): string =>
  service === defaultScope ? '' : `${clean(service, longestName)}: `;

const stateOf = ({ status, partOf }: Alert): string =>
  partOf === undefined ? statuses[status] : `part of ▸ ${partOf} from now on`;

/** What a notification shows and a screen reader says. */
function textOf(alert: Alert): string {
  const { incident, news } = alert;
  const why = incident.findings[0]?.why;
  const said = [
    `${serviceOf(incident)}${headlines(incident).join('; ')} (${stateOf(alert)}).`,
    ...(news === undefined ? [] : [news.endsWith('.') ? news : `${news}.`]),
    ...(why === undefined ? [] : [why]),
  ];
  return escaped(clean(said.join(' '), longestText));
}

/** What it is, where it stands, when and how. */
function head(alert: Alert): readonly KnownBlock[] {
  const { incident, news } = alert;
  const [headline] = headlines(incident);
  const state = `*${escaped(clean(stateOf(alert), 200))}*`;
  return [
    header(`${serviceOf(incident)}${headline}`),
    context(news === undefined ? state : `${state} · ${escaped(clean(news, 300))}`),
    ...(incident.closes > 0 ? [section(escaped(clean(setting(incident), 500)))] : []),
  ];
}

function blocksOf(alert: Alert, measure: Measure): readonly KnownBlock[] {
  const incident = incidentOf(alert);
  const { findings, unexplained, closes } = incident;
  const left = findings.slice(measure.findings).map(({ cause }) => cause);
  return [
    ...head(alert),
    ...findings.slice(0, measure.findings).map((finding) => richText(findingParts(finding, closes, measure))),
    ...(left.length > 0 ? [richText([row(say(`and ${left.join(', ')}`))])] : []),
    ...(unexplained ? [richText(unexplainedParts(unexplained, closes, measure))] : []),
    ...(measure.unseen ? richTexts(unseenParts(incident, measure)) : []),
    ...(closes > 0 && alert.partOf === undefined ? richTexts(helpParts(incident, measure)) : []),
    context(escaped(clean(`Message ${alert.revision} of conversation ${alert.conversation}.`, 200))),
  ];
}

const header = (text: string): KnownBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: clean(text.replace(/[<>]/g, ' '), longestHeader), emoji: false },
});
const section = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim: true },
});
const context = (text: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text, verbatim: true }],
});
const richText = (elements: readonly RichTextBlockElement[]): KnownBlock => ({
  type: 'rich_text',
  elements: [...elements],
});
const richTexts = (elements: readonly RichTextBlockElement[]): readonly KnownBlock[] =>
  elements.length > 0 ? [richText(elements)] : [];

function findingParts(finding: Finding, closes: number, measure: Measure): readonly RichTextBlockElement[] {
  const { cause, why, evidence, trigger, routes, upstreams } = finding;
  const notes = [
    ...(trigger ? [started(trigger)] : []),
    ...named('route', routes, why),
    ...named('upstream', upstreams, why),
    ...finding.against.map((text) => `against it: ${text}`),
  ];
  return [
    row(strong(cause), say(`: ${judged(finding, closes)}`)),
    row(say(clean(why, measure.sentence))),
    ...exhibitParts(evidence, measure),
    ...bullets(notes.map((note) => row(say(clean(note, measure.sentence))))),
  ];
}

const longestName = 60;

function named(what: string, tally: Tally, why: string): readonly string[] {
  const names = tallied(what, tally, why, (name) => clean(name, longestName));
  return names === undefined ? [] : [names];
}

function unexplainedParts(
  unexplained: Unexplained,
  closes: number,
  measure: Measure,
): readonly RichTextBlockElement[] {
  const { evidence, candidates, nearest } = unexplained;
  return [
    row(strong('unexplained'), say(`: ${clean(guessed(unexplained, closes), measure.sentence)}`)),
    row(say(nothingClear(unexplained))),
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

function unseenParts(incident: IncidentVerdict, { sentence }: Measure): readonly RichTextBlockElement[] {
  const { excluded, blind, missing } = unseen(incident);
  const part = (title: string, items: readonly string[]) =>
    items.length > 0
      ? [row(strong(title)), ...bullets(items.map((item) => row(say(clean(item, sentence)))))]
      : [];
  return [...part('ruled out', excluded), ...part(stillOpen, blind), ...part(wouldSettleIt, missing)];
}

function helpParts(incident: IncidentVerdict, measure: Measure): readonly RichTextBlockElement[] {
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
