import type { Catalogue } from '#lib/model/catalogue.ts';
import { noContext } from '#lib/model/context.ts';
import type { Evidence, LookalikeSeen } from '#lib/model/incident.ts';
import type { LookalikeCount } from '#lib/model/verdict.ts';
import { citer } from './cite.ts';
import { grouped } from './group.ts';
import { compare } from './order.ts';
import { type Redaction, redactor } from './redact.ts';

/** Look-alikes by cause, with one line of each. */
export function lookalikeCounts(
  seen: readonly LookalikeSeen[],
  evidence: Evidence,
  catalogue: Catalogue,
  redaction?: Redaction,
): readonly LookalikeCount[] {
  const cite = citer(evidence, catalogue, redactor(redaction), noContext);
  return [...grouped(seen, ({ cause, closedBy }) => `${cause} ${closedBy}`).values()]
    .flatMap((group) => {
      const [example] = cite(
        group.map(({ fact }) => fact),
        1,
      );
      const [{ cause, closedBy }] = group;
      return example ? [{ cause, closedBy, count: group.length, example }] : [];
    })
    .sort((a, b) => b.count - a.count || compare(a.cause, b.cause));
}
