import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Incident } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import { programOf } from '#lib/model/signature.ts';

/**
 * Whether a line is the proxy's about itself. A program may be proxy and backend, and goes by one name: what Apache says
 * of its children in the log of the Apache that is the proxy is about no backend.
 */
export function ownWordsOf(incident: Incident, { programs }: Catalogue): (fact: Fact) => boolean {
  const known = new Map(programs.map((each) => [each.program, each]));
  const proxiesIn = new Map<string, Set<string>>();
  for (const { lines } of incident.closes)
    for (const { source, signature } of lines) {
      const proxy = known.get(programOf(signature));
      if (proxy?.role !== 'proxy') continue;
      const held = proxiesIn.get(source) ?? new Set<string>();
      proxiesIn.set(source, held.add(proxy.program));
    }
  return ({ source, signature }) => {
    const { role, processes = [] } = known.get(programOf(signature)) ?? {};
    return (
      role === 'backend' &&
      [...(proxiesIn.get(source) ?? [])].some((proxy) =>
        known.get(proxy)?.processes.some((process) => processes.includes(process)),
      )
    );
  };
}
