import type { Fact } from '#lib/model/signal.ts';

/** Canonical order: time, content, attempt. The id comes last and only makes equal facts stand still. */
export function byTime(a: Fact, b: Fact): number {
  return (
    (a.at ?? -1) - (b.at ?? -1) ||
    compare(a.content, b.content) ||
    compare(a.signature, b.signature) ||
    (a.says.attempt ?? 0) - (b.says.attempt ?? 0) ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
