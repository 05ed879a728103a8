import type { IncidentVerdict, Verdict } from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';
import { heading, type Place } from './html/heading.ts';
import { incidentStory } from './html/incident.ts';
import { joined, type Markup, markup, nothing, plain } from './html/markup.ts';
import { overview } from './html/overview.ts';
import { lookalikesSeen, reading } from './html/reading.ts';
import { style, styleHash } from './html/style.ts';
import { afterNothing, amount } from './readings.ts';
import { headlines, leading, upper } from './sentences.ts';

/** A whole verdict as one page that needs nothing else: no script, no picture, no font, no address. */
export function html(verdict: Verdict): string {
  const { incidents, lookalikes, read, tool } = verdict;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${plain(titleOf(verdict))} · closecall</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<style>${style}</style>
</head>
<body>
<header><p><b>closecall</b> why the backend hung up</p></header>
<main>
${storyOf(verdict)}${lookalikesSeen(lookalikes)}${reading(read)}</main>
<footer><p>closecall ${tool.version}, ${verdict.schema}${incidents.length > 0 ? joined(incidents.map(({ id }) => markup`, incident ${id}`)) : undefined}</p></footer>
</body>
</html>
`;
  return page.html;
}

function titleOf({ incidents, summary, read }: Verdict): string {
  const [only, ...others] = incidents;
  if (!only) return `no backend closed early in ${amount(read)}`;
  if (others.length === 0) return headlines(only).join('; ');
  return `${count(incidents.length, 'incident')}, ${count(summary.closes, 'close')}, ${summary.unexplained} unexplained`;
}

/** Where each incident stands; one that calls for the same as an earlier one says so. */
function placesOf(incidents: readonly IncidentVerdict[]): readonly Place[] {
  const first = new Map<string, number>();
  return incidents.map((incident, index) => {
    const number = index + 1;
    const key = `${leading(incident)} ${incident.service}`;
    const likewise = first.get(key);
    if (likewise === undefined) first.set(key, number);
    return {
      anchor: `incident-${number}`,
      level: 3,
      which: `incident ${number} of ${incidents.length}`,
      ...(likewise === undefined ? {} : { likewise }),
    };
  });
}

function storyOf(verdict: Verdict): Markup {
  const { incidents, lookalikes, read } = verdict;
  const [only, ...others] = incidents;
  const title = heading(1, upper(titleOf(verdict)));
  if (!only)
    return markup`<div class="glance healthy">
${title}<p class="why">${lookalikes.length > 0 ? 'What looks like it is below.' : upper(afterNothing(read))}</p></div>
`;
  if (others.length === 0) return incidentStory(only, read.sources, { anchor: 'incident', level: 2 });
  const places = placesOf(incidents);
  return markup`<div class="glance">
${title}${overview(incidents, places)}</div>
${incidents.map((incident, index) => {
  const place = places[index];
  return place
    ? markup`<article id="${place.anchor}">
${incidentStory(incident, read.sources, place)}</article>
`
    : nothing;
})}`;
}
