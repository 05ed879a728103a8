import type { Family } from '#lib/model/cause.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { Close } from '#lib/model/incident.ts';

/** Where a process ended or a path broke, whatever was in flight was hit: its route says nothing about what it was. */
const routeless: ReadonlySet<Family | undefined> = new Set<Family>(['exited', 'path']);

/**
 * What a finding is called from one incident to the next: hash of scope, cause, route and kind of upstream. Route and
 * kind are those of more than half of the closes. Without a cause it names what is unexplained. A function of signals
 * alone; addresses and process ids, which change with every deploy, are left out.
 */
export function fingerprintOf(
  scope: string,
  cause: { readonly id: string; readonly family: Family } | undefined,
  closes: readonly Close[],
): string {
  const route = routeless.has(cause?.family) ? undefined : mostly(closes, (close) => close.route);
  const kind = mostly(closes, ({ upstream }) => kindOf(upstream));
  return hash64([scope, cause?.id ?? 'unexplained', route ?? '*', kind ?? '*'].join('\n'));
}

/** The value that more than half of the closes have. */
function mostly(closes: readonly Close[], pick: (close: Close) => string | undefined): string | undefined {
  const counts = new Map<string | undefined, number>();
  for (const close of closes) {
    const value = pick(close);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].find(([, some]) => some * 2 > closes.length)?.[0];
}

function kindOf(upstream: string | undefined): string | undefined {
  if (upstream === undefined) return undefined;
  if (upstream.startsWith('unix:')) return 'socket';
  return /:\d+$/.test(upstream) ? 'address' : 'name';
}
