import type { LogRecord } from '#lib/model/record.ts';
import { observedTime } from '#lib/model/time.ts';
import type { Received } from './subscription.ts';

/** Where an event lies: event ids are unique only within their account, group and stream. */
export interface Whereabouts {
  readonly owner: string;
  readonly group: string;
  readonly stream: string;
}

/**
 * One record for each line of an event: an agent may send a block as one. Deliveries and history both come through
 * here, so that they hand the same records to the core.
 */
export function recordsOf(event: Received, { owner, stream, group }: Whereabouts): readonly LogRecord[] {
  return event.message.split(/\r?\n/).flatMap((text, index) => {
    if (text === '') return [];
    const id = `${owner} ${stream} ${event.id}${index === 0 ? '' : ` ${index}`}`;
    return [{ id, source: group, text, observedAt: observedTime(event.timestamp) }];
  });
}
