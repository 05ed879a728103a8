import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { oncePer } from '#lib/model/once.ts';
import type { Millis } from '#lib/model/time.ts';

/** Asides of these kinds within `reach` of a close, as far as they may concern its upstream. */
export function asidesNear(close: Close, view: View, causes: readonly string[], reach: Millis): number {
  const { at, upstream } = close;
  if (at === null) return 0;
  const upstreams = new Set(upstream === undefined ? [] : [upstream]);
  return causes.reduce(
    (sum, cause) => sum + asidesBetween(view, cause, upstreams, at - reach, at + reach),
    0,
  );
}

/** Times of asides by cause, and in that by the address that they name. */
type AsideTimes = ReadonlyMap<string, ReadonlyMap<string, readonly Millis[]>>;

/** Groups of upstreams have names; what stands with one may concern any address. */
const isAddress = (upstream: string | undefined): upstream is string =>
  upstream !== undefined && /:\d+$|^unix:/.test(upstream);

const asidesOf = oncePer((view: View): AsideTimes => {
  const byCause = new Map<string, Map<string, Millis[]>>();
  for (const { cause, fact } of view.incident.asides) {
    if (fact.at === null) continue;
    const { upstream } = fact.says;
    const address = isAddress(upstream) ? upstream : '';
    const times = byCause.get(cause) ?? new Map<string, Millis[]>();
    const list = times.get(address) ?? [];
    list.push(fact.at);
    byCause.set(cause, times.set(address, list));
  }
  for (const times of byCause.values()) for (const list of times.values()) list.sort((a, b) => a - b);
  return byCause;
});

/** How many asides of a kind there were from one moment to another, but for those that name another address. */
export function asidesBetween(
  view: View,
  cause: string,
  upstreams: ReadonlySet<string>,
  from: Millis,
  to: Millis,
): number {
  let sum = 0;
  for (const [address, times] of asidesOf(view).get(cause) ?? [])
    if (address === '' || upstreams.size === 0 || upstreams.has(address))
      sum += indexFrom(times, to + 1) - indexFrom(times, from);
  return sum;
}

/** Index of the first time that is not before `at`. */
function indexFrom(times: readonly Millis[], at: Millis): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
