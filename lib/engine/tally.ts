import type { Close } from '#lib/model/incident.ts';
import type { Tally } from '#lib/model/verdict.ts';
import { grouped } from './group.ts';
import { compare } from './order.ts';
import type { Redactor } from './redact.ts';

const mostNames = 20;

/** Closes by a name that they have, most first; those without the name are counted in `more`. */
export function tally(closes: readonly Close[], nameOf: (close: Close) => string | undefined): Tally {
  const named = [...grouped(closes, (close) => nameOf(close) ?? '')]
    .filter(([name]) => name !== '')
    .map(([name, group]) => ({ name, closes: group.length }))
    .sort((a, b) => b.closes - a.closes || compare(a.name, b.name));
  const left = named.slice(mostNames);
  const unnamed = closes.length - named.reduce((sum, each) => sum + each.closes, 0);
  return {
    named: named.slice(0, mostNames),
    more: { names: left.length, closes: unnamed + left.reduce((sum, each) => sum + each.closes, 0) },
  };
}

/** Names may come from lines. */
export const cleaned = (names: Tally, redact: Redactor): Tally => ({
  ...names,
  named: names.named.map(({ name, closes }) => ({ name: redact.text(name), closes })),
});
