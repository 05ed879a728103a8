import type { Fact } from '#lib/model/signal.ts';

/**
 * Facts as small as they can be kept. A captured string holds on to the whole line that it was cut from, and of a
 * million closes most have the same routes, clients and upstreams: every value is kept once, apart from its line.
 */
export function leaner(): (fact: Fact) => Fact {
  const known = new Map<string, string>();
  const once = (text: string): string => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const own = Buffer.from(text, 'utf16le').toString('utf16le');
    if (known.size < mostKnown) known.set(own, own);
    return own;
  };
  const values = <T extends object>(object: T): T => {
    const kept: Record<string, unknown> = {};
    for (const name in object) {
      const value = object[name];
      kept[name] = typeof value === 'string' ? once(value) : value;
    }
    return kept as T;
  };
  return (fact) => ({ ...fact, says: values(fact.says), keys: values(fact.keys) });
}

/** Beyond this many different values they are not the few that repeat. */
const mostKnown = 100_000;
