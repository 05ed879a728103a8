import type { Close } from '#lib/model/incident.ts';
import { day, eventTime, hour, type Millis, minute, second } from '#lib/model/time.ts';
import type { Moments } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';
import { compare } from './order.ts';

/** Lengths as people count time, so that a stretch begins where a clock would say it does. */
const lengths: readonly Millis[] = [
  ...[1, 2, 5, 10, 15, 30].map((each) => each * second),
  ...[1, 2, 5, 10, 15, 30].map((each) => each * minute),
  ...[1, 2, 4, 6, 12].map((each) => each * hour),
];
const most = 60;

/** When an incident's closes came, by what explains them; nothing where none has a time. */
export function momentsOf(
  groups: readonly { readonly cause: string | null; readonly closes: readonly Close[] }[],
): { readonly moments?: Moments } {
  let [first, last] = [Infinity, -Infinity];
  for (const { closes } of groups)
    for (const { at } of closes) {
      if (at === null) continue;
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
  if (first > last) return {};
  const lengthMs = lengths.find((each) => Math.floor(last / each) - Math.floor(first / each) < most) ?? day;
  const spans = groups.flatMap(({ cause, closes }) => {
    const counts = new Map<Millis, number>();
    for (const { at } of closes) {
      if (at === null) continue;
      const from = Math.floor(at / lengthMs) * lengthMs;
      counts.set(from, (counts.get(from) ?? 0) + 1);
    }
    return [...counts].map(([from, some]) => ({ from, cause, closes: some }));
  });
  return {
    moments: {
      lengthMs,
      spans: spans
        .sort((a, b) => a.from - b.from || compare(a.cause ?? '', b.cause ?? ''))
        .map(({ from, ...span }) => ({ at: instant(eventTime(from)), ...span })),
    },
  };
}
