import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Signature } from '#lib/model/signature.ts';
import { matched } from './define.ts';

/** How a signature without code of its own looks at a line: a pattern as it is written, and what it adds. */
export interface Looks {
  readonly pattern?: string;
  readonly adds?: Particulars;
}

/**
 * The signatures as they are deployed, from what `infra/fold.ts` writes of each: data takes a function hardly any time
 * to load, and a pattern none before it is used. `own` look with code of their own, by their places.
 */
export function unfolded(
  folded: readonly (Looks & Omit<Signature, 'match' | 'pattern'>)[],
  own: Readonly<Record<number, Signature>>,
): readonly Signature[] {
  return folded.map(({ pattern, adds, ...signature }, index) =>
    Object.assign(signature, { match: own[index]?.match ?? matching(pattern, adds) }),
  ) as unknown as readonly Signature[];
}

const seesNothing = (): readonly never[] => [];

/** Most patterns are never asked for. */
function matching(written: string | undefined, adds: Particulars | undefined): Signature['match'] {
  if (written === undefined) return seesNothing;
  let pattern: RegExp | undefined;
  return (event: LogEvent) => {
    pattern ??= patternIn(written);
    return matched(pattern, adds, event);
  };
}

/** `/…/i` */
function patternIn(written: string): RegExp {
  const end = written.lastIndexOf('/');
  return new RegExp(written.slice(1, end), written.slice(end + 1));
}
