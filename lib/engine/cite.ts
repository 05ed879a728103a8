import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Context } from '#lib/model/context.ts';
import type { Evidence } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { EvidenceLine } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import { grouped } from './group.ts';
import { byTime } from './order.ts';
import type { Redactor } from './redact.ts';

/** Lines shown for one finding, and of one signature within it. */
export const mostEvidence = 12;
const mostAlike = 3;

export type Cite = (facts: readonly Fact[], most?: number) => readonly EvidenceLine[];

/**
 * Lines that show facts: of each signature the earliest, the latest, then the smallest hashes, within the bound, in
 * canonical order. Which these are depends on the set alone, so every way in shows the same.
 */
export function citer(evidence: Evidence, catalogue: Catalogue, redact: Redactor, context: Context): Cite {
  const means = new Map(catalogue.signatures.map(({ id, means: says }) => [id, says]));
  return (facts, most = mostEvidence) => chosen(facts, evidence, most).flatMap(lineOf);

  function lineOf(fact: Fact): readonly EvidenceLine[] {
    const excerpt = evidence.excerpts.get(fact.content);
    if (!excerpt) return [];
    const block = excerpt.line === undefined ? [] : context.block(excerpt.source, excerpt.line);
    return [
      {
        origin: excerpt.source,
        line: excerpt.line ?? null,
        at: instant(fact.at),
        ...redact.marked(excerpt.text, excerpt.mark),
        signature: fact.signature,
        says: means.get(fact.signature) ?? '',
        ...(block.length > 0 ? { block: block.map((text) => redact.text(text)) } : {}),
      },
    ];
  }
}

function chosen(facts: readonly Fact[], evidence: Evidence, most: number): readonly Fact[] {
  const shown = facts.filter(({ content }) => evidence.excerpts.has(content)).sort(byTime);
  const unique = new Map<string, Fact>();
  for (const fact of shown) if (!unique.has(fact.content)) unique.set(fact.content, fact);
  const queues = [...grouped(unique.values(), ({ signature }) => signature)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, [first, ...rest]]) => {
      const last = rest.pop();
      return [first, ...(last ? [last] : []), ...rest.sort((a, b) => (a.content < b.content ? -1 : 1))];
    });
  const picked: Fact[] = [];
  for (let turn = 0; turn < mostAlike; turn++)
    for (const queue of queues) {
      const fact = queue[turn];
      if (fact && picked.length < most) picked.push(fact);
    }
  return picked.sort(byTime);
}
