/** `npm run day`: a day of a shop, and every word that people hear of it, with the reason why. */
import process from 'node:process';
import { countsOf, type Judged, judged, playDay } from './day.ts';
import { headlineOf } from './headline.ts';
import { rows } from './reasons.ts';
import { arrivals, outage, setup } from './story.ts';

const width = 100;
const longestReason = 16;
const names: Readonly<Record<string, string>> = {
  slack: 'Slack bot',
  'slack-webhook': 'Slack hook',
  email: 'e-mail',
  webhook: 'JSON',
  chat: 'chat',
};
const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text.padEnd(most);

const letters = new Map<string, string>();
/** Conversations are called A, B, C in the order of their first words. */
function letterOf(cid: string): string {
  const letter = letters.get(cid) ?? String.fromCharCode('A'.charCodeAt(0) + letters.size);
  letters.set(cid, letter);
  return letter;
}

function row({ message, reason, isRepetition, isKept, medium }: Judged): string {
  const { at, alert, edited } = message;
  const how = medium.manner === 'letters' ? 'letter' : edited ? 'edit' : 'post';
  const name = cut(names[medium.id] ?? medium.id, 10);
  const start = [clock(at), letterOf(alert.conversation), name, cut(how, 6), cut(alert.status, 11)].join(' ');
  const why = `${reason ?? 'NO REASON'}${isKept ? ', kept' : ''}${isRepetition ? ', REPEATED' : ''}`;
  // The lamp of Slack's headline is two columns wide in some terminals and one in others.
  const headline = headlineOf(medium.id, alert)
    .replace(/^\p{Extended_Pictographic}\uFE0F? /u, '')
    .replace(`${alert.incident.service}: `, '');
  return `${start} ${cut(headline, width - start.length - longestReason - 3)}  ${why}`;
}

const day = await playDay();
const said = judged(day, setup);
const wrong = said.filter(({ reason, isRepetition }) => reason === undefined || isRepetition);
const listed = said.map(row);
const conversations = day.alerts
  .filter(({ conversation }) => letters.has(conversation))
  .map(({ conversation, incident, earlier }) => {
    const before = earlier ? `, last seen as ${letters.get(earlier.cid)}` : '';
    return `  ${letterOf(conversation)}  ${incident.service}, from ${clock(Date.parse(incident.start ?? ''))}${before}`;
  })
  .sort();
const checks = new Set(
  said.flatMap(({ message, reason }) => (reason === 'fix checked' ? [message.alert.news] : [])),
);
const withheld = day.alerts.filter(({ conversation }) => !letters.has(conversation));
const closes = withheld.reduce((sum, { incident }) => sum + incident.closes, 0);
const reasons = Object.entries(rows).flatMap(([reason, means]) => {
  const many = said.filter((each) => each.reason === reason).length;
  return many === 0 ? [] : [`  ${cut(reason, 16)} ${String(many).padStart(3)}  ${means}`];
});
const counts = Object.entries(countsOf(day.messages, setup)).map(([id, some]) => {
  const parts = Object.entries(some).map(([what, many]) => `${many} ${what}`);
  return `  ${cut(names[id] ?? id, 10)} ${parts.join(', ')}`;
});
const [from, to] = [outage.from, outage.to].map((at) => clock(at).slice(0, 5));
const text = [
  `A day of a shop, in UTC: ${arrivals.length} deliveries of logs. Slack is down from ${from} to ${to}.`,
  '',
  ...listed,
  '',
  'Conversations',
  ...conversations,
  '',
  'Messages',
  ...counts,
  '',
  'Reasons',
  ...reasons,
  '',
  ...[...checks].map((news) => `Fix checked: ${news}.`),
  `Withheld as accepted, for the weekly digest: ${closes} closes in ${withheld.length} incidents; no word.`,
  `Slack refused ${day.refusals.length} times; each conversation that it owed a word got one when it was back (“kept”).`,
  wrong.length === 0
    ? `All ${said.length} words have a reason, and none repeats what its reader knows.`
    : `${wrong.length} of ${said.length} words have no reason or repeat what their readers know.`,
];
process.stdout.write(`${text.join('\n')}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
