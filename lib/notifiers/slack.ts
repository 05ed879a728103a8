import type { KnownBlock } from '@slack/types';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { type FirstStep, firstStep, proof, reason, stateOf, wanted } from './essence.ts';
import { onlyFingerprint } from './fingerprints.ts';
import { linksOf, type Place } from './links.ts';
import { guessed, headlines, incidentOf, judged, setting } from './sentences.ts';
import { aside, fits, header, richTexts } from './slack-blocks.ts';
import { findingParts, fingerprintParts, helpParts, unexplainedParts, unseenParts } from './slack-details.ts';
import { type Measure, measures } from './slack-measures.ts';
import { bullets, clean, cleanLine, code, escapedTo, lines, link, row, say, strong } from './slack-text.ts';

type Message = Extract<Outbound, { readonly kind: 'slack' }>;

/** What a medium that keeps a history knows besides. */
export interface Known {
  readonly place?: Place | undefined;
  /** The address of what was said of the same trouble before. */
  readonly earlier?: string | undefined;
}

/**
 * What a bot posts: a message for five seconds at night, and in its thread the evidence, what is ruled out, what is not
 * in view and the nine steps. Both fit into what Slack takes, whatever the incident.
 */
export function slack(alert: Alert, known: Known = {}): Message {
  return {
    kind: 'slack',
    text: textOf(alert),
    blocks: fitted((measure) => [
      ...mainBlocks(alert, known, measure),
      ...(alert.incident.closes > 0 ? [pointer] : []),
    ]),
    thread: { text: threadText(alert), blocks: fitted((measure) => detailBlocks(alert, known, measure)) },
  };
}

/** The same in one message, for a webhook, whose messages have no thread. */
export function slackWhole(alert: Alert, known: Known = {}): Message {
  return {
    kind: 'slack',
    text: textOf(alert),
    blocks: fitted((measure) => [
      ...mainBlocks(alert, known, measure),
      ...detailBlocks(alert, known, measure),
    ]),
  };
}

/** The draft that says most and fits; in the last resort its end is left out. */
function fitted(draft: (measure: Measure) => readonly KnownBlock[]): readonly KnownBlock[] {
  let blocks: readonly KnownBlock[] = [];
  for (const measure of measures) {
    blocks = draft(measure);
    if (fits(blocks)) return blocks;
  }
  while (!fits(blocks)) blocks = blocks.slice(0, -1);
  return blocks;
}

const longestText = 1_000;
const longestName = 60;

const serviceOf = ({ service }: IncidentVerdict): string =>
  service === defaultScope ? '' : `${clean(service, longestName)}: `;

/** What a notification shows and a screen reader says. */
function textOf(alert: Alert): string {
  const { incident, news } = alert;
  const why = incident.findings[0]?.why;
  const said = [
    `${serviceOf(incident)}${headlines(incident).join('; ')} (${lowered(stateOf(alert))}).`,
    ...(news === undefined ? [] : [sentence(news)]),
    ...(why === undefined ? [] : [why]),
  ];
  return escapedTo(said.join(' '), longestText);
}

const threadText = ({ incident }: Alert): string =>
  escapedTo(`Evidence and steps: ${headlines(incident).join('; ')}.`, longestText);

const lowered = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
const sentence = (text: string): string =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

/** Seen from afar, and before a word is read. */
const lights: Readonly<Record<Alert['status'], string>> = { provisional: '🟡', firing: '🔴', resolved: '🟢' };

const pointer = aside('Evidence, what is ruled out and all nine steps: in the thread.');

/** What, how sure, how many; where it stands and since when; why; the line that proves it; what to do first. */
function mainBlocks(alert: Alert, { place, earlier }: Known, measure: Measure): readonly KnownBlock[] {
  const incident = incidentOf(alert);
  const light = alert.partOf === undefined ? lights[alert.status] : '⚪';
  return [
    header(`${light} ${serviceOf(incident)}${headlines(incident)[0]}`),
    stateLine(alert),
    ...richTexts(bullets((alert.notes ?? []).map((note) => row(say(clean(note, measure.sentence)))))),
    ...richTexts([...whyParts(incident, measure), ...proofParts(incident)]),
    ...richTexts(stepParts(firstStep(alert), measure)),
    ...richTexts(linkParts(alert, place, earlier)),
  ];
}

function stateLine(alert: Alert): KnownBlock {
  const { news, incident } = alert;
  const parts = [
    ...(news === undefined ? [] : [clean(news, 300)]),
    ...(incident.closes > 0 ? [clean(setting(incident), 500)] : []),
  ];
  return aside(parts.join(' · '), escapedTo(stateOf(alert), 200));
}

/** The other causes follow the first as a list. */
function whyParts(incident: IncidentVerdict, measure: Measure) {
  const { findings, unexplained, closes } = incident;
  const why = reason(incident);
  const others = findings
    .slice(1, measure.findings)
    .map((each) =>
      row(strong(each.cause), say(`: ${judged(each, closes)}. ${clean(each.why, measure.sentence)}`)),
    );
  const left = findings.slice(Math.max(1, measure.findings)).map(({ cause }) => cause);
  const rest = [
    ...others,
    ...(left.length > 0 ? [row(say(clean(`and ${left.join(', ')}`, measure.sentence)))] : []),
    ...wanted(incident).map((each) =>
      row(strong('would settle it'), say(`: ${clean(each, measure.sentence)}`)),
    ),
    ...(unexplained && findings.length > 0
      ? [row(strong('unexplained'), say(`: ${clean(guessed(unexplained, closes), measure.sentence)}`))]
      : []),
  ];
  return [...(why === undefined ? [] : [row(say(clean(why, measure.sentence)))]), ...bullets(rest)];
}

const longestProof = 240;

function proofParts(incident: IncidentVerdict) {
  const line = proof(incident);
  return line === undefined ? [] : [lines([cleanLine(line.text, line.mark, longestProof)])];
}

function stepParts(step: FirstStep | undefined, { sentence: most }: Measure) {
  if (step === undefined) return [];
  const { title, text, command, change } = step;
  const said = row(
    strong(title),
    say(`: ${clean(text, most)}`),
    ...(command === undefined ? [] : [say(' '), code(clean(command, most))]),
  );
  if (change === undefined) return [said];
  return [
    said,
    row(say(`${clean(change.where, most)}:`)),
    lines(change.diff.split('\n').map((each) => clean(each, most))),
  ];
}

function linkParts(alert: Alert, place: Place | undefined, earlier: string | undefined) {
  const links = linksOf(alert, place);
  const shown = [
    ...(links?.insights === undefined
      ? []
      : [link(links.insights, 'All lines of that time in Logs Insights')]),
    ...(earlier === undefined ? [] : [link(earlier, 'It happened before')]),
  ];
  return shown.length > 0
    ? [row(...shown.flatMap((each, at) => (at > 0 ? [say(' · '), each] : [each])))]
    : [];
}

function detailBlocks(alert: Alert, { place }: Known, measure: Measure): readonly KnownBlock[] {
  const incident = incidentOf(alert);
  const { findings, unexplained, closes } = incident;
  const left = findings.slice(measure.findings).map(({ cause }) => cause);
  const links = linksOf(alert, place);
  return [
    ...findings
      .slice(0, measure.findings)
      .flatMap((each, at) => richTexts(findingParts(each, closes, measure, at === 0))),
    ...(left.length > 0 ? richTexts([row(say(`and ${left.join(', ')}`))]) : []),
    ...(unexplained ? richTexts(unexplainedParts(unexplained, closes, measure, findings.length === 0)) : []),
    ...(measure.unseen ? richTexts(unseenParts(incident, measure)) : []),
    ...(closes > 0 && alert.partOf === undefined ? richTexts(helpParts(incident, measure)) : []),
    ...(links === undefined ? [] : richTexts([row(say('Judge it anew: '), code(links.replay))])),
    ...richTexts(fingerprintParts(incident)),
    aside(
      [`Message ${alert.revision} of conversation ${alert.conversation}.`, onlyFingerprint(incident) ?? '']
        .join(' ')
        .trimEnd(),
    ),
  ];
}
