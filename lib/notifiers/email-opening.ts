import type { Alert } from '#lib/model/alert.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { clean, hang, pen, width } from './email-page.ts';
import { firstStep, proof, reason, stateOf, wanted } from './essence.ts';
import { headlines, occasion, waysOf } from './sentences.ts';
import { type Cell, cutAround, shownOf } from './terminal/cells.ts';
import type { Block } from './terminal/pen.ts';

/**
 * Everything that is needed at night, in the rows that a small screen shows: where it stands and what it is come first,
 * since they are all that a list of letters shows.
 */
export function opening(alert: Alert, incident: IncidentVerdict): Block {
  const [first, ...rest] = headlines(incident);
  const why = reason(incident);
  const line = proof(incident);
  const step = firstStep(alert);
  const ways = waysOf(incident);
  return [
    ...hang('', `${stateOf(alert)}. ${first}`),
    ...(alert.news === undefined ? [] : hang('News: ', alert.news)),
    ...(why === undefined ? [] : hang('Why: ', why)),
    ...(incident.closes > 0 ? hang('When: ', occasion(incident)) : []),
    ...(step === undefined ? [] : hang(`${step.title}: `, step.text)),
    ...wanted(incident).flatMap((each) => hang('Would settle it: ', each)),
    ...(step?.change === undefined
      ? []
      : [
          ...hang('Change: ', step.change.where),
          ...step.change.diff.split('\n').map((row) => `    ${clean(row)}`),
        ]),
    ...(alert.notes ?? []).flatMap((note) => hang('Note: ', note)),
    ...rest.flatMap((head, at) => hang(at === 0 ? 'Also: ' : '      ', head)),
    ...(line === undefined ? [] : hang('Proof: ', quoted(line.text, line.mark, proofRows * (width - 8)))),
    ...(ways === '' ? [] : hang('How: ', `${ways}.`)),
  ];
}

const proofRows = 2;

/** The telling part of a line with what fits around it. */
const quoted = (text: string, [from, to]: readonly [number, number], most: number): string => {
  const telling = (cell: Cell) => cell.from < to && cell.to > from;
  return shownOf(cutAround(pen.cells(text.trimEnd()), telling, most, pen.gap));
};
