/** The name that a mistyped one most likely means; undefined when none is near. */
export function nearest(typed: string, names: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly cost: number } | undefined;
  for (const name of names) {
    const cost = edits(typed.toLowerCase(), name.toLowerCase());
    if (cost <= Math.max(2, typed.length / 3) && (!best || cost < best.cost)) best = { name, cost };
  }
  return best?.name;
}

/** Letters to insert, remove or replace (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
