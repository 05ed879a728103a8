import type { IncidentVerdict, RunbookStep } from '#lib/model/verdict.ts';
import { firstStep } from '#lib/notifiers/essence.ts';
import { against, leading, stepText } from '#lib/notifiers/sentences.ts';
import { heading, type Place } from './heading.ts';
import { type Markup, markup } from './markup.ts';

/** The one thing to begin with: the correction where the cause is known, else the source that would settle it. */
export function firstThing(incident: IncidentVerdict, { anchor }: Place): Markup | undefined {
  const { findings, unexplained, blindSpots } = incident;
  const [finding] = findings;
  const isKnown = finding !== undefined && finding.confidence !== 'possible';
  const [missing] =
    unexplained?.missing ?? blindSpots.map(({ source, wouldSettle }) => `${source}: ${wouldSettle}`);
  if (!isKnown && missing !== undefined) return markup`<p>Get ${missing}.</p>`;
  const first = firstStep({ conversation: incident.id, status: 'firing', revision: 1, incident });
  if (!first) return undefined;
  const { text, change } = first;
  return markup`<p>${text}</p>${commandOf(first)}${
    change && markup`<p><a href="#${anchor}-fix">Change ${change.where}</a></p>`
  }`;
}

/** What to do, in order; then what these logs have answered already. */
export const steps = (incident: IncidentVerdict, { level }: Place): Markup =>
  markup`<div class="steps">
${listed('todo', 'To do', incident, level + 1)}${listed('answered', 'Answered by these logs', incident, level + 1)}</div>
`;

function listed(
  state: RunbookStep['state'],
  title: string,
  incident: IncidentVerdict,
  level: number,
): Markup | undefined {
  const some = incident.runbook.filter((each) => each.state === state);
  if (some.length === 0) return undefined;
  const items = some.map(
    (each) => markup`<li value="${each.step}"><p>${stepText(each, incident)}</p>${commandOf(each)}</li>
`,
  );
  return markup`<div class="${state}">${heading(level, title)}<ol>
${items}</ol></div>
`;
}

const commandOf = ({ command }: Pick<RunbookStep, 'command'>): Markup | undefined =>
  command === undefined ? undefined : markup`<pre class="command"><code>${command}</code></pre>`;

export function fixes(incident: IncidentVerdict, { anchor, level }: Place): Markup | undefined {
  if (incident.fix.length === 0) return undefined;
  const changes = incident.fix.map(
    ({
      cause,
      where,
      diff,
      because,
    }) => markup`${heading(level + 1, `Change ${against(where, cause, leading(incident))}`)}<pre class="diff"><code>${diff.split('\n').map(row)}</code></pre>
<p>${because}</p>
`,
  );
  return markup`<div class="fix" id="${anchor}-fix">
${changes}</div>
`;
}

function row(text: string): Markup {
  const rest = text.slice(1);
  switch (text.slice(0, 1)) {
    case '-':
      return markup`<del>- ${rest}</del>\n`;
    case '+':
      return markup`<ins>+ ${rest}</ins>\n`;
    case ' ':
      return markup`  ${rest}\n`;
  }
  return markup`  ${text}\n`;
}
