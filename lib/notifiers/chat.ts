import type { Alert, Outbound } from '#lib/model/alert.ts';
import { defaultScope } from '#lib/model/record.ts';
import { fenced, plain } from './chat-text.ts';
import { firstStep, proof, reason, stateOf } from './essence.ts';
import { linksOf, type Place } from './links.ts';
import { headlines, incidentOf, judged, setting, started, unseen } from './sentences.ts';

type Notification = Extract<Outbound, { readonly kind: 'chat' }>;

/** https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html: the limits of each part. */
const longestTitle = 250;
const longestDescription = 8_000;
const longestStep = 350;
const longestKeyword = 75;
const mostSteps = 5;

const longestSentence = 1_000;
const longestLine = 400;

/**
 * A custom notification for Amazon Q Developer in chat applications, which shows it in Slack, Teams or Chime. One thread
 * holds a conversation; a message is not edited, so each is short and says where it stands.
 */
export function chat(alert: Alert, place?: Place): Notification {
  const incident = incidentOf(alert);
  const { conversation, revision } = alert;
  const service = incident.service === defaultScope ? '' : `${incident.service}: `;
  const headline = headlines(incident)[0];
  return {
    kind: 'chat',
    text: JSON.stringify({
      version: '1.0',
      source: 'custom',
      id: plain(`${conversation}/${revision}`, longestTitle),
      content: {
        textType: 'client-markdown',
        title: plain(`${service}${headline} (${stateOf(alert)})`, longestTitle),
        description: description(alert, place),
        nextSteps: stepsOf(alert),
        keywords: [
          ...incident.findings.map(({ cause }) => cause),
          ...(incident.service === defaultScope ? [] : [incident.service]),
        ].map((each) => plain(each, longestKeyword)),
      },
      metadata: {
        threadId: plain(conversation, longestTitle),
        summary: plain(`${service}${headline}`, longestTitle),
        eventType: 'closecall',
      },
    }),
  };
}

/** Ordered by what is needed first: what does not fit is left out from the end. */
function description(alert: Alert, place: Place | undefined): string {
  const incident = incidentOf(alert);
  const { findings, closes } = incident;
  const why = reason(incident);
  const line = proof(incident);
  const links = linksOf(alert, place);
  const { excluded, blind, missing } = unseen(incident);
  const parts = [
    `*${plain(stateOf(alert), longestSentence)}*${alert.news === undefined ? '' : `: ${plain(alert.news, longestSentence)}`}`,
    ...(alert.notes ?? []).map((note) => plain(note, longestSentence)),
    ...(why === undefined ? [] : [plain(why, longestSentence)]),
    ...(closes > 0 ? [plain(setting(incident), longestSentence)] : []),
    ...(line === undefined ? [] : [fenced(line.text, line.mark, longestLine)]),
    ...(links?.insights === undefined ? [] : [`Logs Insights: ${links.insights}`]),
    ...(links === undefined ? [] : [`Judge it anew: \`${links.replay}\``]),
    ...findings
      .slice(1)
      .map((each) => plain(`${each.cause}: ${judged(each, closes)}. ${each.why}`, longestSentence)),
    ...findings.flatMap(({ trigger }) => (trigger ? [plain(started(trigger), longestSentence)] : [])),
    ...[...missing, ...blind].map((each) => plain(`Not in view: ${each}`, longestSentence)),
    ...excluded.map((each) => plain(`Ruled out: ${each}`, longestSentence)),
  ];
  return parts.reduce((text, part) =>
    text.length + part.length + 1 > longestDescription ? text : `${text}\n${part}`,
  );
}

/** The first step, then the others in their order. */
function stepsOf(alert: Alert): readonly string[] {
  const first = firstStep(alert);
  if (first === undefined) return [];
  const todo = alert.incident.runbook.filter(({ state, text }) => state === 'todo' && text !== first.text);
  return [first, ...todo].slice(0, mostSteps).map(({ text }) => plain(text, longestStep));
}
