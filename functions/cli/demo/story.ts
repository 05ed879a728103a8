import type { Alert } from '#lib/model/alert.ts';
import { eventTime } from '#lib/model/time.ts';
import { clockTime, count } from '#lib/model/words.ts';
import { type Block, type Look, type Pen, penFor } from '#lib/notifiers/terminal/pen.ts';
import { terminalAlert } from '#lib/notifiers/terminal.ts';
import type { Played } from './play.ts';
import { slackPreview } from './slack-preview.ts';

const channel = '#shop-alerts';

/** Enough of a letter to see how it reads; all that it says stands in the terminal's part too. */
const mostRows = 60;

/** What people received, and the first alert that has the cause, as each of them saw it. */
export function story({ messages }: Played, look: Look): string {
  const pen = penFor(look, []);
  const told = messages.map(({ at, medium, alert }, index) => {
    const before = messages.slice(0, index).some((earlier) => earlier.medium === medium);
    const how = medium === 'slack' ? (before ? 'Slack message edited' : 'Slack message') : 'e-mail';
    return `  ${clockTime(eventTime(at))}  ${how}: ${alert.status}, ${verdictOf(alert)}`;
  });
  const parts: Block[] = [[heading('What people received', pen), ...told]];
  const first = messages.find(({ outbound }) => outbound.kind === 'email');
  for (const { at, alert, outbound } of messages) {
    if (first === undefined || alert.revision !== first.alert.revision) continue;
    const when = clockTime(eventTime(at));
    if (outbound.kind === 'slack')
      parts.push(
        [heading(`The alert of ${when} on a terminal`, pen)],
        [terminalAlert(alert, look).trimEnd()],
        [heading(`The same in Slack, from ${when} on`, pen)],
        [slackPreview(outbound, channel, look).trimEnd()],
      );
    if (outbound.kind === 'email')
      parts.push([heading(`The same as the e-mail of ${when}`, pen)], letter(outbound, pen));
  }
  return `${parts.map((rows) => rows.join('\n')).join('\n\n')}\n`;
}

/** The two last lines. */
export function ending({ arrivals, invoked }: Played, look: Look): string {
  const { clean } = penFor(look, []);
  const lines = arrivals.reduce((sum, each) => sum + each.lines, 0);
  const calls = [...invoked].map(([name, times]) => `${name} ${times}`).join(', ');
  return [
    `Just ran: ${count(arrivals.length, 'subscription event')} with ${count(lines, 'line')}, out of order and one of them twice, through the Lambda handlers (${calls}), with table, queues and clock in memory.`,
    'Try next: npm run --silent closecall -- explain <your proxy’s log> <your backend’s log>; for your logs on AWS: npm run --silent closecall -- init',
    '',
  ]
    .map(clean)
    .join('\n');
}

export const heading = (text: string, { paint }: Pick<Pen, 'paint'>): string => paint('note', `== ${text}`);

/** Whole paragraphs of it. Its long rows, which are log lines, are cut here and not in the letter. */
function letter({ subject, text }: { readonly subject: string; readonly text: string }, pen: Pen): Block {
  const rows = text.trimEnd().split('\n');
  const end = rows.length <= mostRows ? rows.length : rows.lastIndexOf('', mostRows);
  const left = rows.length - end;
  return [
    `  ${pen.paint('strong', `Subject: ${subject}`)}`,
    '',
    ...rows.slice(0, end).map((row) => (row === '' ? '' : `  ${pen.cut(row, pen.room - 2)}`)),
    ...(left > 0 ? ['', `  ${pen.paint('dim', `(left out here: the other ${left} rows)`)}`] : []),
  ];
}

const verdictOf = ({ incident: { findings, closes } }: Alert): string =>
  `${count(closes, 'close')}, ${findings.map(({ cause, confidence }) => `${cause} ${confidence}`).join(', ') || 'unexplained so far'}`;
