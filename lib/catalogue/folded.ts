import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Signature } from '#lib/model/signature.ts';
import { type Adds, matched } from './define.ts';

/** The signatures as they are deployed where lines are read. */
export interface Folded {
  /** The lists of formats that signatures name, each once. */
  readonly lists: readonly Signature['formats'][];
  readonly signatures: readonly FoldedSignature[];
}

/** How a signature looks at a line, where it has no code of its own, is data too. */
export interface FoldedSignature extends Omit<Signature, 'formats' | 'match' | 'pattern'> {
  /** The place of its list. */
  readonly formats: number;
  /** A pattern as it is written: `/…/i`. */
  readonly looks?: string;
  readonly adds?: Particulars;
}

/** Code that looks, or that adds to what a pattern finds. */
type Own = Pick<Signature, 'match'> & { readonly adds?: Adds };

/**
 * The signatures of a function, from what `infra/fold.ts` writes of each: data takes a function hardly any time to load,
 * and a pattern or code none before it is used, which most never is. `own` is by the places of the signatures.
 * What was parsed just now is nobody else's: it is completed, and not copied hundreds of times.
 */
export function unfolded(
  { lists, signatures }: Folded,
  own: Readonly<Record<number, () => Own>>,
): readonly Signature[] {
  for (const [place, each] of signatures.entries()) {
    const formats = lists[each.formats];
    const match = matching(each, own[place]);
    if (!formats || !match) throw new Error(`${each.id} was folded without its formats or its code`);
    const completed = each as unknown as Completed;
    completed.formats = formats;
    completed.match = match;
  }
  return signatures as unknown as readonly Signature[];
}

type Completed = { -readonly [Member in 'formats' | 'match']: Signature[Member] };

function matching(
  { looks, adds }: FoldedSignature,
  code: (() => Own) | undefined,
): Signature['match'] | undefined {
  let own: Own | undefined;
  if (looks === undefined) {
    if (!code) return undefined;
    return (event: LogEvent) => {
      own ??= code();
      return own.match(event);
    };
  }
  let pattern: RegExp | undefined;
  return (event: LogEvent) => {
    pattern ??= patternIn(looks);
    own ??= code?.();
    return matched(pattern, own?.adds ?? adds, event);
  };
}

function patternIn(written: string): RegExp {
  const end = written.lastIndexOf('/');
  return new RegExp(written.slice(1, end), written.slice(end + 1));
}
