import type { Close } from '#lib/model/incident.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Clue } from '#lib/model/signature.ts';
import type { Millis } from '#lib/model/time.ts';
import { grouped } from './group.ts';
import { firstFrom } from './order.ts';
import { hostIn } from './seat.ts';
import { type Speaking, timeOf } from './speaking.ts';

/** Of so many lines that say the same this near to a close, farther ones add nothing. */
const mostBeside = 32;

/** The lines of one signature in one source, in order of time, and those among them that some tie picks out. */
export interface Choir {
  readonly clue: Clue;
  readonly all: readonly Speaking[];
  readonly byHandle: ReadonlyMap<string, readonly Speaking[]>;
}

/** What a line may be tied to a close by, so that a crowd of others cannot hide it. */
export type HandlesOf = (fact: Fact) => readonly string[];

/** One source at a time: where a line stands decides whose it may be, and a busy log must not hide another. */
export const choirsOf = (lines: readonly Speaking[], handlesOf: HandlesOf): readonly Choir[] =>
  [...grouped(lines, ({ clue }) => clue)].flatMap(([clue, own]) =>
    [...grouped(own, ({ heard }) => heard.source).values()].map((all): Choir => {
      const byHandle = new Map<string, Speaking[]>();
      for (const each of all)
        for (const handle of handlesOf(each.fact)) {
          const held = byHandle.get(handle);
          if (held) held.push(each);
          else byHandle.set(handle, [each]);
        }
      return { clue, all, byHandle };
    }),
  );

/**
 * Of one choir the lines nearest to a close, and the nearest of each tie: a million lines cost no more than a few.
 * `tolerance` is what clocks and stamps may be off by.
 */
export function heardOf({ clue, all, byHandle }: Choir, close: Close, tolerance: Millis): Iterable<Speaking> {
  const handles = [
    ...close.lines.flatMap(({ keys }) => keys.requestId ?? []).map((id) => `request ${id}`),
    `route ${close.route}`,
    `upstream ${close.upstream}`,
    `host ${hostIn(close.upstream ?? '')}`,
    'pid',
    'process',
  ];
  const lists = [all, ...handles.flatMap((handle) => [byHandle.get(handle) ?? []])];
  const { at } = close;
  const heard = new Set<Speaking>();
  for (const list of lists) {
    let [from, to] = [0, Math.min(list.length, 2 * mostBeside)];
    if (at !== null && all[0]?.heard.at !== null) {
      const first = firstFrom(list, at + clue.within.from - tolerance, timeOf);
      const end = firstFrom(list, at + clue.within.to + tolerance + 1, timeOf);
      const middle = Math.min(end, Math.max(first, firstFrom(list, at, timeOf)));
      [from, to] = [Math.max(first, middle - mostBeside), Math.min(end, middle + mostBeside)];
    }
    for (const each of list.slice(from, to)) heard.add(each);
  }
  return heard;
}
