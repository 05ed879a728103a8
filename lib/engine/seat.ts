import type { View } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { oncePer } from '#lib/model/once.ts';
import type { Fact } from '#lib/model/signal.ts';

/**
 * Where what a line is about stands, seen from a close's upstream, as far as addresses and services tell. `here`: an
 * address of its own is the upstream's. `same-service`: another line shows this service at that address. `perhaps`: it
 * names an address or a service, and nothing says where the upstream is. `unnamed`: it names neither.
 */
export type Seat = 'here' | 'same-service' | 'perhaps' | 'elsewhere' | 'unnamed';

/** Addresses are used again, by a task of another service too: within the reach of an incident they stand for one. */
export function seatOf(view: View): (fact: Fact, close: Close) => Seat {
  const { clues } = view.incident;
  const byUnit = new Map<string, Set<string>>();
  const servicesAt = new Map<string, Set<string>>();
  for (const { says } of clues)
    for (const address of says.addresses ?? []) {
      if (says.unit !== undefined) byUnit.set(says.unit, (byUnit.get(says.unit) ?? new Set()).add(address));
      const service = serviceIn(says);
      if (service !== undefined) servicesAt.set(address, (servicesAt.get(address) ?? new Set()).add(service));
    }
  if (byUnit.size === 0 && !clues.some(({ says }) => says.service !== undefined)) return () => 'unnamed';
  const known = new Set(
    [...byUnit.values(), clues.flatMap(({ says }) => says.addresses ?? [])].flatMap((all) => [...all]),
  );
  /** The proxy speaks to what has these addresses itself: no load balancer stands between. */
  const isDirect = view.upstreams.some((upstream) => known.has(hostIn(upstream) ?? ''));
  const addressesOf = oncePer(({ says }: Fact): ReadonlySet<string> | undefined =>
    says.addresses ? new Set(says.addresses) : byUnit.get(says.unit ?? ''),
  );

  return (fact, { upstream }) => {
    const host = upstream === undefined ? undefined : hostIn(upstream);
    const { says } = fact;
    const addresses = addressesOf(fact);
    if (host !== undefined && addresses?.has(host)) return 'here';
    if (host !== undefined && addresses && isDirect) return 'elsewhere';
    const service = serviceIn(says);
    const there = host === undefined ? undefined : servicesAt.get(host);
    if (service !== undefined && !addresses && there)
      return there.has(service) ? 'same-service' : 'elsewhere';
    // A task that belongs to no service runs a job: nothing sends it requests but at its own address.
    if (service === undefined && says.addresses !== undefined) return 'elsewhere';
    if (service === undefined && says.addresses === undefined) return 'unnamed';
    return fact.scope === undefined ? 'perhaps' : 'unnamed';
  };
}

const serviceIn = ({ cluster, service }: Fact['says']): string | undefined =>
  service === undefined ? undefined : `${cluster ?? ''}/${service}`;

/** `192.0.2.7:8080` → `192.0.2.7`, `[2001:db8::7]:8080` → `2001:db8::7`; undefined for a socket's path. */
export function hostIn(upstream: string): string | undefined {
  if (upstream.startsWith('unix:')) return undefined;
  const found = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(upstream);
  return found?.[1] ?? found?.[2];
}
