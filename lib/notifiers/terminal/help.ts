import type { IncidentVerdict, RunbookStep } from '#lib/model/verdict.ts';
import { list } from '#lib/model/words.ts';
import { against, leading, stepText } from '#lib/notifiers/sentences.ts';
import { type Block, type Pen, remark } from './pen.ts';

/** What to do: one runbook for all incidents of one service and cause. */
export function helpBlocks(incidents: readonly IncidentVerdict[], pen: Pen): readonly Block[] {
  const groups = new Map<string, { readonly incident: IncidentVerdict; readonly numbers: string[] }>();
  for (const [index, incident] of incidents.entries()) {
    if (incident.closes === 0) continue;
    const key = `${leading(incident)} ${incident.service}`;
    const group = groups.get(key);
    if (group) group.numbers.push(String(index + 1));
    else groups.set(key, { incident, numbers: [String(index + 1)] });
  }
  return [...groups.values()].map(({ incident, numbers: [first = '1', ...others] }) => {
    const likewise = others.length > 0 ? ` (and likewise ${list(others)})` : '';
    const which = incidents.length > 1 ? ` about incident ${first}${likewise}` : '';
    return [
      ...pen.title('help', leading(incident), `what to do${which}`),
      ...stepRows('answered', incident, pen),
      ...incident.fix.flatMap((fix) => fixRows(fix, leading(incident), pen)),
      ...stepRows('todo', incident, pen),
    ];
  });
}

function fixRows(
  { cause, where, diff, because }: IncidentVerdict['fix'][number],
  headline: string,
  pen: Pen,
): Block {
  const rows = diff.split('\n').map((row) => {
    const [sign, text] = /^[-+ ]/.test(row) ? [row.slice(0, 1), row.slice(1)] : [' ', row];
    const ink = sign === '-' ? 'minus' : sign === '+' ? 'plus' : 'plain';
    return `${pen.deep}${pen.paint(ink, `${sign} ${pen.clean(text)}`)}`;
  });
  const title = against(where, cause, headline);
  return [...remark('help', title, [], pen), ...rows, ...pen.hang(pen.deep, because)];
}

const stepKinds = {
  answered: { ink: 'note', title: 'answered by these logs:', box: '[x]' },
  todo: { ink: 'help', title: 'to do:', box: '[ ]' },
} as const;

/** The steps of one state. */
function stepRows(state: RunbookStep['state'], incident: IncidentVerdict, pen: Pen): Block {
  const { ink, title, box } = stepKinds[state];
  const rows = incident.runbook
    .filter((each) => each.state === state)
    .flatMap((each) => {
      const first = `${' '.repeat(pen.pad + 3)}${box} ${each.step} `;
      const said = pen.hang(first, stepText(each, incident), pen.paint(ink, first));
      if (each.command === undefined) return said;
      // Never broken, so that it can be copied.
      return [...said, `${' '.repeat(first.length)}${pen.paint('strong', `$ ${pen.clean(each.command)}`)}`];
    });
  return rows.length > 0 ? [...remark(ink, title, [], pen), ...rows] : [];
}
