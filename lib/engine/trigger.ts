import type { Catalogue } from '#lib/model/catalogue.ts';
import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { type Millis, minute, second } from '#lib/model/time.ts';
import type { Finding } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import type { Redactor } from './redact.ts';
import { seatOf } from './seat.ts';

/** A change this long before the first close may have set it off. */
const earliest: Millis = 10 * minute;
const slack: Millis = 2 * second;

/** The last change before the closes of a finding, as far as it may concern their upstream. */
export function triggerOf(
  closes: readonly Close[],
  view: View,
  catalogue: Catalogue,
  redact: Redactor,
): Pick<Finding, 'trigger'> {
  const changes = new Map(
    catalogue.signatures.flatMap((each) =>
      each.role === 'clue' && each.trigger ? [[each.id, each.means] as const] : [],
    ),
  );
  const first = closes.find(({ at }) => at !== null);
  if (changes.size === 0 || first === undefined || first.at === null) return {};
  const { at: begun } = first;
  const seated = seatOf(view);
  const last = view.incident.clues.findLast((fact) => {
    const { signature, at } = fact;
    if (!changes.has(signature) || at === null || at > begun + slack || at < begun - earliest) return false;
    const seat = seated(fact, first);
    return seat !== 'elsewhere' && seat !== 'perhaps';
  });
  if (last === undefined) return {};
  const means = (changes.get(last.signature) ?? '').replace(/\.$/, '');
  const { reason } = last.says;
  return {
    trigger: {
      says: redact.text(reason === undefined ? means : `${means} (${reason.replace(/\.$/, '')})`),
      at: instant(last.at),
    },
  };
}
