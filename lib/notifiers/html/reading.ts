import type { LookalikeCount, SourceRead, Verdict } from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';
import { cautions, closers } from '#lib/notifiers/readings.ts';
import { span } from '#lib/notifiers/terminal/moments.ts';
import { exhibits } from './exhibits.ts';
import { heading } from './heading.ts';
import { type Markup, markup } from './markup.ts';

export const lookalikesSeen = (some: readonly LookalikeCount[]): Markup | undefined =>
  some.length === 0
    ? undefined
    : markup`<section>
${heading(2, 'Look-alikes', 'look-alikes')}${some.map(
  ({ cause, count: seen, closedBy, example }) => markup`<div class="finding unknown">
${heading(3, `${cause}: ${count(seen, 'look-alike')}`)}<p>${closers[closedBy]}</p>
${exhibits([example])}</div>
`,
)}</section>
`;

/** What was read, and what makes a verdict less certain than it looks. */
export function reading(read: Verdict['read']): Markup | undefined {
  const { warnings, notes } = cautions(read);
  if (read.sources.length + warnings.length === 0) return undefined;
  return markup`<section>
${heading(2, 'What was read', 'read')}${warnings.map(
  (text) => markup`<p class="warning"><b>Warning</b> ${text}</p>
`,
)}${notes.map(
  (text) => markup`<p>${text}</p>
`,
)}${sourceTable(read.sources)}</section>
`;
}

function sourceTable(sources: readonly SourceRead[]): Markup | undefined {
  if (sources.length === 0) return undefined;
  return markup`<table class="sources">
<thead><tr><th scope="col">Log</th><th scope="col" class="number">Lines</th><th scope="col">Times</th></tr></thead>
<tbody>
${sources.map(sourceRow)}</tbody>
</table>
`;
}

const sourceRow = ({ origin, role, format, lines, first, last, zone }: SourceRead): Markup =>
  markup`<tr><th scope="row">${origin} <small>${role}, ${format}</small></th><td class="number">${lines}</td><td>${first === null ? 'no times' : span(first, last)}${zone.how === 'none' ? undefined : markup` <small>zone ${zone.offset}, ${zone.how}</small>`}</td></tr>
`;
