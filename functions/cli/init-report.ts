import { count, list } from '#lib/model/words.ts';
import { type Look, penFor } from '#lib/notifiers/terminal/pen.ts';
import { type Cost, totalOf } from './cost.ts';
import { spokenZone } from './draft.ts';
import type { Choice, Decided, NotifyWish, Step } from './init-config.ts';
import { guessed } from './init-proposal.ts';
import { rows } from './init-rows.ts';
import type { Sample } from './init-sample.ts';

/** A source as it was decided on: what it is, from what that was told, and what is not certain. */
export function sourceSays({ proposal, transport, zoneName }: Choice, gigabytes: number | undefined): string {
  const { formats, sample, zone } = proposal;
  const parts = [
    formats === undefined
      ? 'in any format that its role may have'
      : `${list(formats)}${sample.kind === 'lines' ? `, from ${count(sample.texts.length, 'line')}` : ''}`,
    ...(zone.how === 'inferred'
      ? [
          `times without a zone are in ${zoneName ?? (zone.minutes === 0 ? 'UTC' : spokenZone(zone.minutes, zone.how).offset)}`,
        ]
      : []),
    transport === 'poll' ? 'asked once a minute, since no filter slot is free' : 'by a subscription filter',
    gigabytes === undefined
      ? `its stored bytes could not be read, and ${amount(guessed.gigabytes)} a month are reckoned with`
      : `about ${amount(gigabytes)} a month`,
  ];
  return `${proposal.group}: ${parts.join('; ')}.`;
}

const amount = (gigabytes: number): string =>
  gigabytes < 0.01 ? 'no data to speak of' : `${Number(gigabytes.toPrecision(2))} GB`;

/** What somebody should know before it is deployed. */
export function doubts({ proposal, zoneName }: Choice): readonly string[] {
  const { group, role, by, sample, zone } = proposal;
  const guess = `It was taken for a ${role}'s log ${by === 'name' ? 'by its name' : 'for want of a better guess'}: correct role (proxy, backend or platform), and name its formats if you know them.`;
  const found: string[] = [];
  if (by === 'name' || by === 'nothing') found.push(`${unread(sample)} ${guess}`);
  if (zone.how === 'assumed')
    found.push(
      'Its times carry no zone, and comparing them with the clock of CloudWatch told none: they are read as UTC. Write tz if that is wrong.',
    );
  if (zone.how === 'inferred' && zone.minutes !== 0 && zoneName === undefined)
    found.push(
      `The zone is that of now. Where clocks are put forward and back, write its name instead: "tz": "Europe/Berlin".`,
    );
  return found.map((each) => `${group}: ${each}`);
}

function unread(sample: Sample): string {
  switch (sample.kind) {
    case 'quiet':
      return 'Nothing was written to it lately.';
    case 'closed':
      return `No line could be looked at: ${sample.why}.`;
    case 'lines':
      return 'Its lines do not say which program writes them.';
  }
}

/** What a configuration is short of, though it is right. */
export function gapsIn(
  choices: readonly Choice[],
  clusters: readonly string[],
  notify: NotifyWish,
): readonly string[] {
  const of = (role: string) => choices.filter(({ proposal }) => proposal.role === role).length;
  return [
    ...(choices.length + clusters.length === 0 ? ['Nothing is read: name log groups with --group.'] : []),
    ...(choices.length > 0 && of('proxy') === 0
      ? [
          'There is no proxy among them, and closes are seen in a proxy’s log: add that of nginx or of the ingress.',
        ]
      : []),
    ...(choices.length > 0 && of('backend') === 0
      ? ['There is no backend among them: that connections were closed will be said, and seldom why.']
      : []),
    ...(of('backend') > 1
      ? [
          `All ${of('backend')} backends share the scope "default", which is one service to closecall. Where they are several, give each its scope, and the proxy services that tell which requests are whose.`,
        ]
      : []),
    ...(notify.email.length === 0 && notify.slack === undefined
      ? ['Nobody is told of an incident: add --email or Slack.']
      : []),
  ];
}

/** The reckoning, and what it leaves out. */
export function costRows(look: Look, costs: readonly Cost[]): string {
  const money = (dollars: number) => `$${dollars.toFixed(2)}`.padStart(9);
  return [
    rows(
      look,
      [...costs]
        .sort((a, b) => b.dollars - a.dollars)
        .filter(({ dollars }) => dollars >= 0.005)
        .map(({ what, reckoning, dollars }) => [money(dollars), `${what}: ${reckoning}`]),
    ),
    rows(look, [
      [
        money(totalOf(costs)),
        'a month in all, about: list prices of us-east-1, with nothing taken off for what AWS gives free, for one incident a day. What CloudWatch takes for the logs themselves you pay already.',
      ],
    ]),
  ].join('');
}

/** What to do with the file. */
export function nextSteps(
  look: Look,
  { before, notify, region }: Decided,
  file: string,
  isUsual: boolean,
  named: string | undefined,
): string {
  // Who named another Region than the environment's must name it again.
  const ours = 'npm run --silent closecall -- ';
  const there = named === undefined ? '' : `AWS_REGION=${region} `;
  const deploy = isUsual
    ? `${there}npm run deploy`
    : `${there}${ours}preflight --config ${file} && ${there}npx cdk deploy --all -c config=${file}`;
  const steps: readonly Step[] = [
    ...before,
    { what: 'Deploy it. What would make that fail is looked for first.', command: deploy },
    ...(notify.email.length > 0
      ? [{ what: 'Confirm the two mails that AWS sends to each address, within two days.', command: '' }]
      : []),
    { what: 'See whether an alert would reach you.', command: `${there}${ours}doctor --test-alert` },
  ];
  return [
    `\n${file} is written. Next:\n`,
    ...steps.flatMap(({ what, command }, index) => [
      penFor(look, [])
        .hang(`  ${index + 1}. `, what)
        .map((row) => `${row}\n`)
        .join(''),
      ...(command === '' ? [] : [`     ${command}\n`]),
    ]),
  ].join('');
}
