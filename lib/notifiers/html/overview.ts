import { defaultScope } from '#lib/model/record.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';
import { headlines } from '#lib/notifiers/sentences.ts';
import { moment, span } from '#lib/notifiers/terminal/moments.ts';
import type { Place } from './heading.ts';
import { headline } from './incident.ts';
import { type Lane, millis } from './lanes.ts';
import { type Markup, markup } from './markup.ts';
import { drawing } from './timeline.ts';
import { toneOf } from './tone.ts';

/** Several incidents at a glance, each with a way to its story. */
export function overview(incidents: readonly IncidentVerdict[], places: readonly Place[]): Markup {
  const rows = incidents.map((incident, index) => {
    const where = incident.service === defaultScope ? undefined : markup` <small>${incident.service}</small>`;
    const link = markup`<a href="#${places[index]?.anchor}">${index + 1}. ${moment(incident.start)}</a>`;
    return markup`<tr><th scope="row">${link}${where}</th><td>${headline(incident)}</td></tr>
`;
  });
  return markup`${drawing(lanesOf(incidents), `Timeline of ${count(incidents.length, 'incident')}`)}<table class="overview">
<thead><tr><th scope="col">Since</th><th scope="col">Why</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

/** A lane for each service: from the first to the last close of each of its incidents. */
function lanesOf(incidents: readonly IncidentVerdict[]): readonly Lane[] {
  const services = [...new Set(incidents.map(({ service }) => service))];
  return services.map((service) => {
    const own = incidents.filter((incident) => incident.service === service);
    const closes = own.reduce((sum, incident) => sum + incident.closes, 0);
    const bars = own.flatMap((incident) => {
      const [from, to] = [millis(incident.start), millis(incident.end)];
      if (from === undefined || to === undefined) return [];
      const says = `${span(incident.start, incident.end)}: ${headlines(incident).join('; ')}`;
      const tone = toneOf(incident.findings[0]?.family ?? '');
      return [{ from, to, closes: incident.closes, tone, says }];
    });
    const name = service === defaultScope ? 'closes' : service;
    return { name, note: `${count(own.length, 'incident')}, ${count(closes, 'close')}`, bars, marks: [] };
  });
}
