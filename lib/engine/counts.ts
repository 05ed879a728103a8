import type { Conversation, DayCount } from '#lib/model/conversation.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';

type Counted = Pick<Conversation, 'spans' | 'settled' | 'phase'>;

/** `2026-11-22`, in UTC. */
export const dayOf = (at: number | string | null): string => new Date(at ?? 0).toISOString().slice(0, 10);

/** The closes of an incident by fingerprint and UTC day; those of a failed diagnosis have no fingerprint. */
export function countsOf({ findings, unexplained, moments, start }: IncidentVerdict): readonly DayCount[] {
  const told = [
    ...findings.map(({ fingerprint, cause, closes }) => ({ fingerprint, cause, closes })),
    ...(unexplained
      ? [{ fingerprint: unexplained.fingerprint, cause: null, closes: unexplained.closes }]
      : []),
  ];
  return told.flatMap(({ fingerprint, cause, closes }) => {
    if (fingerprint === undefined) return [];
    const days = new Map<string, number>();
    const add = (day: string, some: number) => days.set(day, (days.get(day) ?? 0) + some);
    // A stretch never crosses midnight: its length divides a day.
    for (const span of moments?.spans ?? []) if (span.cause === cause) add(dayOf(span.at), span.closes);
    const rest = closes - [...days.values()].reduce((sum, some) => sum + some, 0);
    if (rest > 0) add(dayOf(start), rest);
    return [...days].map(([day, some]) => ({
      fingerprint,
      cause: cause ?? 'unexplained',
      day,
      closes: some,
    }));
  });
}

/** What a conversation stands for in the history: nothing, once another stands for it. */
export const standsFor = ({ spans, settled, phase }: Counted): readonly DayCount[] =>
  phase.is === 'merged' ? [] : summed([...settled, ...spans.flatMap(({ counts }) => counts)]);

/** One count for each fingerprint and day. */
export function summed(counts: readonly DayCount[]): readonly DayCount[] {
  const sums = new Map<string, DayCount>();
  for (const each of counts) {
    const key = `${each.fingerprint} ${each.day}`;
    sums.set(key, { ...each, closes: each.closes + (sums.get(key)?.closes ?? 0) });
  }
  return [...sums.values()];
}
