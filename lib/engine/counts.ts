import type { Conversation, DayCount } from '#lib/model/conversation.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';

type Counted = Pick<Conversation, 'spans' | 'settled' | 'phase'>;

/** `2026-11-22`, in UTC. */
export const dayOf = (at: number | string | null): string => new Date(at ?? 0).toISOString().slice(0, 10);

/** All that one incident changes in the history is written in one transaction, of which nothing is left out. */
const mostCounted = 20;

/**
 * The closes of an incident by fingerprint and UTC day, of every finding first those of the most closes. Those of a
 * failed diagnosis have no fingerprint, and what is beyond counting is as if it had none: it is never withheld.
 */
export function countsOf({ findings, unexplained, start }: IncidentVerdict): readonly DayCount[] {
  return [...findings, ...(unexplained ? [{ ...unexplained, cause: 'unexplained' }] : [])]
    .flatMap(({ cause, fingerprints = [] }) => fingerprints.map((each, rank) => ({ cause, rank, ...each })))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostCounted)
    .flatMap(({ cause, fingerprint, route, closes, days = [{ day: dayOf(start), closes }] }) =>
      days.map((of): DayCount => ({ fingerprint, cause, ...(route === null ? {} : { route }), ...of })),
    );
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
