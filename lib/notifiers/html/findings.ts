import type { Finding, IncidentVerdict, Tally, Unexplained } from '#lib/model/verdict.ts';
import {
  guessed,
  judged,
  nearestLines,
  nothingClear,
  started,
  stillOpen,
  tallied,
  unseen,
  upper,
  wouldSettleIt,
} from '#lib/notifiers/sentences.ts';
import { exhibits } from './exhibits.ts';
import { heading, type Place } from './heading.ts';
import { type Markup, markup } from './markup.ts';
import { toneOf } from './tone.ts';

/** Each cause with the lines that tell, and what is left without one. */
export function findings(
  { findings: some, unexplained, closes }: IncidentVerdict,
  place: Place,
): readonly Markup[] {
  const single = some.length + (unexplained ? 1 : 0) === 1;
  const title = (text: string) => (single ? undefined : heading(place.level + 1, text));
  return [
    ...some.map(
      (finding) => markup`<div class="finding ${toneOf(finding.family)}">
${title(`${finding.cause}: ${judged(finding, closes)}`)}${
  single
    ? undefined
    : markup`<p>${finding.why}</p>
`
}${notes(notesOf(finding))}${exhibits(finding.evidence)}</div>
`,
    ),
    ...(unexplained
      ? [
          markup`<div class="finding unknown">
${title(`unexplained: ${guessed(unexplained, closes)}`)}${unexplainedParts(unexplained, single)}</div>
`,
        ]
      : []),
  ];
}

const longestName = 100;

const cut = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;

const notesOf = ({ trigger, routes, upstreams, why, against }: Finding): readonly string[] => [
  ...(trigger ? [started(trigger)] : []),
  ...named('route', routes, why),
  ...named('upstream', upstreams, why),
  ...against.map((text) => `against it: ${text}`),
];

function named(what: string, tally: Tally, why: string): readonly string[] {
  const names = tallied(what, tally, why, cut);
  return names === undefined ? [] : [names];
}

function unexplainedParts(unexplained: Unexplained, single: boolean): Markup {
  const { candidates, evidence, nearest } = unexplained;
  const perhaps = candidates.map(({ cause, because }) => `perhaps ${cause}: ${because}`);
  return markup`${
    single
      ? undefined
      : markup`<p>${nothingClear(unexplained)}</p>
`
  }${notes(perhaps)}${exhibits(evidence)}${
    nearest.length > 0
      ? markup`<p>${nearestLines}:</p>
${exhibits(nearest)}`
      : undefined
  }`;
}

/** What is out of the question, and what nobody could see. */
export function notSeen(incident: IncidentVerdict, { anchor, level }: Place): Markup {
  const { excluded, blind, missing } = unseen(incident);
  const part = (title: string, id: string, items: readonly string[]) =>
    items.length > 0
      ? markup`<section class="unseen">
${heading(level, title, `${anchor}-${id}`)}${notes(items)}</section>
`
      : undefined;
  return markup`${part(upper(wouldSettleIt), 'missing', missing)}${part(upper(stillOpen), 'blind', blind)}${part('Ruled out', 'ruled-out', excluded)}`;
}

/** A list; what stands before a colon is its subject. */
function notes(items: readonly string[]): Markup | undefined {
  if (items.length === 0) return undefined;
  return markup`<ul class="notes">
${items.map((item) => {
  const end = item.indexOf(': ');
  return end < 0
    ? markup`<li>${item}</li>
`
    : markup`<li><b>${item.slice(0, end)}</b> ${item.slice(end + 2)}</li>
`;
})}</ul>
`;
}
