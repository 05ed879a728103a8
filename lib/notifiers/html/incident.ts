import { defaultScope } from '#lib/model/record.ts';
import type { IncidentVerdict, Instant, SourceRead } from '#lib/model/verdict.ts';
import { count, duration } from '#lib/model/words.ts';
import { reason } from '#lib/notifiers/essence.ts';
import { forAccepted, named, toldOf } from '#lib/notifiers/fingerprints.ts';
import { guessed, judged, noneLeft, waysOf } from '#lib/notifiers/sentences.ts';
import { clock, dated, moment } from '#lib/notifiers/terminal/moments.ts';
import { findings, notSeen } from './findings.ts';
import { heading, type Place } from './heading.ts';
import { millis } from './lanes.ts';
import { type Markup, markup, nothing } from './markup.ts';
import { timeline } from './timeline.ts';
import { firstThing, fixes, steps } from './todo.ts';
import { surety, toneOf } from './tone.ts';

/** One incident: the verdict at a glance, then when, why, what it was not, and what to do. */
export function incidentStory(
  incident: IncidentVerdict,
  sources: readonly SourceRead[],
  place: Place,
): Markup {
  const { anchor, level } = place;
  const drawn = timeline(incident, sources);
  return markup`${glance(incident, place)}${
    drawn &&
    markup`<section>
${heading(level, 'When', `${anchor}-when`)}${drawn}</section>
`
  }<section>
${heading(level, 'Why', `${anchor}-why`)}${findings(incident, place)}</section>
${whatToDo(incident, place)}${notSeen(incident, place)}${fingerprints(incident)}`;
}

/** All of them: this is where the media that show a few send their readers. */
function fingerprints(incident: IncidentVerdict): Markup {
  const all = named(incident);
  if (all.length === 0) return nothing;
  return markup`<details class="fingerprints">
<summary>${all.length > 1 ? 'Fingerprints' : 'Fingerprint'}, ${forAccepted} in a configuration</summary>
<ul class="notes">
${all.map(
  (each) => markup`<li><code>${each.fingerprint}</code> ${toldOf(each)}</li>
`,
)}</ul>
</details>
`;
}

/** Folded where an earlier incident of the same service and cause has said it. */
function whatToDo(incident: IncidentVerdict, place: Place): Markup {
  const { level, anchor, likewise } = place;
  if (incident.runbook.length === 0) return nothing;
  const parts = markup`${steps(incident, place)}${fixes(incident, place)}`;
  if (likewise === undefined)
    return markup`<section>
${heading(level, 'What to do', `${anchor}-todo`)}${parts}</section>
`;
  return markup`<details class="likewise">
<summary>What to do: as for incident ${likewise}; here with the paths and times of this one</summary>
${parts}</details>
`;
}

/** What, how sure, how many, since when, and what to do first. */
function glance(incident: IncidentVerdict, place: Place): Markup {
  const [strongest] = incident.findings;
  const first = firstThing(incident, place);
  return markup`<div class="glance ${strongest ? toneOf(strongest.family) : 'unknown'}">
${
  place.which === undefined
    ? undefined
    : markup`<p class="which">${place.which}</p>
`
}${heading(place.level - 1, headline(incident))}<p class="why">${reason(incident)}</p>
${facts(incident)}${
  first &&
  markup`<div class="first"><b>Do first</b> ${first}</div>
`
}</div>
`;
}

export function headline({ findings, unexplained, closes }: IncidentVerdict): Markup {
  const heads = [
    ...findings.map(
      (finding) =>
        markup`<span class="${toneOf(finding.family)}"><strong>${finding.cause}</strong> ${surety(finding.confidence)} <span class="share">${shareOf(judged(finding, closes))}</span></span>`,
    ),
    ...(unexplained
      ? [
          markup`<span class="unknown"><strong>unexplained</strong> <span class="share">${guessed(unexplained, closes)}</span></span>`,
        ]
      : []),
  ];
  return heads.length > 0 ? markup`${heads}` : markup`${noneLeft}`;
}

/** `confirmed, all 4 closes` without the word that the badge says. */
const shareOf = (judgement: string): string => judgement.replace(/^\w+, /, '');

function facts(incident: IncidentVerdict): Markup {
  const { start, end, closes, requests, service, how } = incident;
  const [from, to] = [millis(start), millis(end)];
  const day = dayOf(start);
  const rows: readonly (readonly [name: string, value: string, more?: string | undefined])[] = [
    ['closes', figure(closes), requests === closes ? undefined : `${count(requests, 'request')} hit`],
    ...(start === null ? [] : [['since', clock(start), day === '' ? 'no date' : `${day}, UTC`] as const]),
    ...(from !== undefined && to !== undefined && to > from && end !== null
      ? [['for', duration(to - from), `until ${day === dayOf(end) ? clock(end) : moment(end)}`] as const]
      : []),
    ...(service === defaultScope ? [] : [['service', service] as const]),
    ...(how.length > 0 ? [['how', waysOf(incident)] as const] : []),
  ];
  const items = rows.map(
    ([name, value, more]) =>
      markup`<div class="${name}"><dt>${name}</dt><dd>${value}${more === undefined ? undefined : markup` <small>${more}</small>`}</dd></div>
`,
  );
  return markup`<dl class="facts">
${items}</dl>
`;
}

const dayOf = (at: Instant): string => (at !== null && dated(at) ? at.slice(0, 10) : '');

/** `12,034`. */
const figure = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
