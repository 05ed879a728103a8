import type { Received } from '#functions/events/subscription.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { incident } from './incident.ts';
import { setup } from './setup.ts';
import { subscriptionEvent } from './subscription-event.ts';

export interface Arrival {
  readonly at: Millis;
  readonly lines: number;
  readonly event: unknown;
}

/** The lines as they would be delivered: in batches, late and out of order, and one batch twice. */
export function arrivalsOf(): readonly Arrival[] {
  const { proxyErrors, requests, backend, kernelLog } = incident;
  const errors = received(proxyErrors);
  const accesses = received(requests);
  const outputs = received(backend);
  const begin = Math.max(...errors.map(({ timestamp }) => timestamp));
  const batches: readonly (readonly [Millis, { readonly name: string }, readonly Received[]])[] = [
    [6 * second, proxyErrors, errors.slice(1)],
    [7 * second, requests, accesses.slice(30)],
    [9 * second, proxyErrors, errors.slice(0, 1)],
    [14 * second, requests, accesses.slice(0, 30)],
    [31 * second, backend, outputs.slice(40)],
    [33 * second, kernelLog, received(kernelLog)],
    [36 * second, backend, outputs.slice(0, 40)],
    [90 * second, proxyErrors, errors.slice(1)],
  ];
  return batches.map(([after, { name }, events]) => ({
    at: begin + after,
    lines: events.length,
    event: subscriptionEvent({ owner: '123456789012', group: name, stream: 'web-2', events }),
  }));
}

/** Log events with the time in the line, or that of the line above where there is none, as an agent would stamp them. */
function received({
  name,
  lines,
}: {
  readonly name: string;
  readonly lines: readonly string[];
}): readonly Received[] {
  const source = setup.run.sources.find((each) => each.name === name);
  const eye = observer(catalogue);
  let timestamp = 0;
  return lines.map((message, index) => {
    timestamp = (source && eye.read({ id: '', source: name, text: message }, source)?.at) ?? timestamp;
    return { id: `${timestamp}${String(index).padStart(6, '0')}`, timestamp, message };
  });
}
