import type { Pace, Span } from '#lib/model/conversation.ts';
import type { Millis } from '#lib/model/time.ts';

export const endOf = (spans: readonly Span[]): number =>
  spans[spans.length - 1]?.to ?? Number.NEGATIVE_INFINITY;

/** From then on a conversation has been quiet for so long that even a late line would have come. */
export const quietFrom = (spans: readonly Span[], { gap, lateness }: Pace): Millis =>
  endOf(spans) + gap + lateness;
