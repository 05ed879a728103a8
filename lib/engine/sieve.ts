/** Which of the values stand beside a needle that a text holds. */
export type Sieve<T> = (text: string) => ReadonlySet<T>;

/** Characters of a needle by which it is looked up. */
const grain = 3;
const slots = 4_096;

/**
 * Looks for any number of needles in one pass over a text: at each place its next characters are looked up, and only
 * the needles that begin with them are compared.
 */
export function sieve<T>(pairs: Iterable<readonly [needle: string, value: T]>): Sieve<T> {
  const isTaken = new Uint8Array(slots);
  const byBeginning = new Map<string, [needle: string, value: T][]>();
  const short: [needle: string, value: T][] = [];
  for (const [needle, value] of pairs) {
    const beginning = needle.slice(0, grain);
    if (beginning.length < grain) short.push([needle, value]);
    else {
      isTaken[slotAt(needle, 0)] = 1;
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), [needle, value]]);
    }
  }
  const none: ReadonlySet<T> = new Set();
  return (text) => {
    let found: Set<T> | undefined;
    const add = (value: T): void => {
      found ??= new Set();
      found.add(value);
    };
    for (let at = 0; at + grain <= text.length; at++) {
      if (isTaken[slotAt(text, at)] !== 1) continue;
      for (const [needle, value] of byBeginning.get(text.slice(at, at + grain)) ?? [])
        if (text.startsWith(needle, at)) add(value);
    }
    for (const [needle, value] of short) if (text.includes(needle)) add(value);
    return found ?? none;
  };
}

/** True for a text that holds one of these needles. */
export function anyOf(needles: readonly string[]): (text: string) => boolean {
  const found = sieve(needles.map((needle) => [needle, needle] as const));
  return (text) => found(text).size > 0;
}

const slotAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % slots;
