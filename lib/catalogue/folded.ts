import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Signature } from '#lib/model/signature.ts';
import { type Adds, matched } from './define.ts';

/** A signature as it is deployed: how it looks at a line, where it has no code of its own, is data too. */
export interface Folded extends Omit<Signature, 'match' | 'pattern'> {
  /** A pattern as it is written: `/…/i`. */
  readonly looks?: string;
  readonly adds?: Particulars;
}

/**
 * The signatures of a function, from what `infra/fold.ts` writes of each: data takes a function hardly any time to load,
 * and a pattern none before it is used. `own`, by their places, have code: to look, or to add to what a pattern finds.
 * What was parsed just now is nobody else's: it is completed, and not copied hundreds of times.
 */
export function unfolded(
  folded: readonly Folded[],
  own: Readonly<Record<number, Pick<Signature, 'match'> & { readonly adds?: Adds }>>,
): readonly Signature[] {
  for (const [index, each] of folded.entries()) {
    const code = own[index];
    const match = each.looks === undefined ? code?.match : matching(each.looks, code?.adds ?? each.adds);
    Object.assign(each, { match: match ?? seesNothing });
  }
  return folded as readonly Signature[];
}

const seesNothing = (): readonly never[] => [];

/** Most patterns are never asked for. */
function matching(written: string, adds: Adds | undefined): Signature['match'] {
  let pattern: RegExp | undefined;
  return (event: LogEvent) => {
    pattern ??= patternIn(written);
    return matched(pattern, adds, event);
  };
}

function patternIn(written: string): RegExp {
  const end = written.lastIndexOf('/');
  return new RegExp(written.slice(1, end), written.slice(end + 1));
}
