import type { Family } from '#lib/model/cause.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { Close } from '#lib/model/incident.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import { grouped } from './group.ts';
import { compare } from './order.ts';

/** What is found in an incident: a cause, or undefined for closes without one. */
type Named = { readonly id: string; readonly family: Family } | undefined;

/** Where a process ended or a path broke, whatever was in flight was hit: its route says nothing about what it was. */
const routeless: ReadonlySet<Family | undefined> = new Set<Family>(['exited', 'path']);

/** Closes of one cause that are one matter from one incident to the next. */
export interface Group {
  readonly fingerprint: string;
  /** Hash of the route that they share; undefined where it is not known or not asked. */
  readonly route: string | undefined;
  readonly closes: NonEmpty<Close>;
}

/**
 * The closes of a cause by route, most first: what is known of one route says nothing of the same cause on another.
 * A function of signals alone.
 */
export function groupsOf(scope: string, cause: Named, closes: readonly Close[]): readonly Group[] {
  const routeOf = ({ route }: Close) => (routeless.has(cause?.family) ? undefined : route);
  return [...grouped(closes, routeOf)]
    .map(([route, own]) => ({ fingerprint: fingerprintOf(scope, cause, route, own), route, closes: own }))
    .sort((a, b) => b.closes.length - a.closes.length || compare(a.fingerprint, b.fingerprint));
}

/**
 * Hash of scope, cause, route and kind of upstream, which is that of more than half of the closes. Without a cause it
 * names what is unexplained. Addresses and process ids, which change with every deploy, are left out.
 */
function fingerprintOf(
  scope: string,
  cause: Named,
  route: string | undefined,
  closes: readonly Close[],
): string {
  const kind = mostly(closes, ({ upstream }) => kindOf(upstream));
  return hash64([scope, cause?.id ?? 'unexplained', route ?? '*', kind ?? '*'].join('\n'));
}

/** The value that more than half of the closes have. */
function mostly(closes: readonly Close[], pick: (close: Close) => string | undefined): string | undefined {
  return [...grouped(closes, pick)].find(([, some]) => some.length * 2 > closes.length)?.[0];
}

function kindOf(upstream: string | undefined): string | undefined {
  if (upstream === undefined) return undefined;
  if (upstream.startsWith('unix:')) return 'socket';
  return /:\d+$/.test(upstream) ? 'address' : 'name';
}
