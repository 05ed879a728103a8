import type { LogStore, StoredEvent } from '#functions/ports.ts';
import type { Stretch } from '#functions/replay/recall.ts';
import type { Sniffed } from '#lib/engine/sniff.ts';
import { zoneOf } from './named-zone.ts';
import { zoneWithin } from './zone.ts';

const sampled = 200;
/** Pages without an event, one after the other: this part of the window is quiet. */
const mostEmpty = 5;

/** Some events of a log group, each once, from the beginning of each of so many parts of a window. */
export async function samplesOf(
  logs: Pick<LogStore, 'page'>,
  group: string,
  { from, to }: Stretch,
  places: number,
): Promise<readonly StoredEvent[]> {
  const events = new Map<string, StoredEvent>();
  for (let place = 0; place < places; place++)
    for (const event of await someFrom(logs, group, from + Math.floor(((to - from) * place) / places), to))
      events.set(`${event.stream} ${event.id}`, event);
  return [...events.values()];
}

async function someFrom(logs: Pick<LogStore, 'page'>, group: string, from: number, to: number) {
  let next: string | undefined;
  for (let tries = 0; tries < mostEmpty; tries++) {
    const asked = { group, pattern: '', from, to, limit: sampled };
    const answer = await logs.page(next === undefined ? asked : { ...asked, next });
    if (answer.events.length > 0 || answer.next === undefined) return answer.events;
    next = answer.next;
  }
  return [];
}

/** The lines of events, each in its envelope: there it stands beside the time at which it was seen, and that tells its zone. */
export const linesOf = (events: readonly StoredEvent[]): readonly string[] =>
  events.flatMap(({ id, stream, timestamp, message }) =>
    message
      .split(/\r?\n/)
      .filter((text) => text !== '')
      .map((text) => JSON.stringify({ logStreamName: stream, timestamp, message: text, eventId: id })),
  );

/** Formats of lines as `linesOf` made them, without that envelope. */
export const formatsIn = ({ formats }: Sniffed): readonly string[] =>
  formats.filter((id) => id !== 'cloudwatch-event');

export type SampledZone =
  /** Every time says its zone, or there are none. */
  | { readonly how: 'none'; readonly minutes: 0 }
  /** Nothing tells: UTC. */
  | { readonly how: 'assumed'; readonly minutes: 0 }
  | { readonly how: 'configured' | 'inferred'; readonly minutes: number };

/** The zone of times that carry none, in minutes east of UTC. `wished` is what the user said. */
export function zoneIn({ zoneless, partial, hints }: Sniffed, wished: string | undefined): SampledZone {
  const walls = [...zoneless, ...partial.map(({ wall }) => wall)].sort((a, b) => a - b);
  if (walls.length === 0) return { minutes: 0, how: 'none' };
  if (wished !== undefined)
    return { minutes: zoneOf(wished, walls[walls.length >> 1] ?? 0), how: 'configured' };
  const told = zoneWithin(hints);
  return told === undefined ? { minutes: 0, how: 'assumed' } : { minutes: told, how: 'inferred' };
}
