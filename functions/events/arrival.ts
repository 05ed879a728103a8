import { type Sighting, sightingOf } from './alarm-event.ts';
import { type EcsEvent, ecsEventOf } from './ecs-event.ts';
import { field } from './field.ts';
import { bodiesOf } from './queue.ts';
import { type Bad, decode, type Subscribed } from './subscription.ts';

/** What ingest may be handed. */
export type Arrival =
  | { readonly kind: 'lines'; readonly batch: Subscribed; readonly bad: Bad | undefined }
  | { readonly kind: 'ecs'; readonly event: EcsEvent }
  | { readonly kind: 'sighting'; readonly sighting: Sighting }
  /** The schedule asks for what polled groups hold by now, which are of this account. */
  | { readonly kind: 'poll'; readonly account: string }
  /** The schedule asks whether filters are there that lead to this function, by its name. */
  | { readonly kind: 'watch'; readonly ownName: string }
  /** An honest delivery that does not fit: it must be kept. One sentence. */
  | { readonly kind: 'too-large'; readonly why: string }
  /** Nothing to do, and nothing wrong. */
  | { readonly kind: 'nothing' }
  /** One sentence: what came, what became of it, what to do. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The one place that decides what an event is. A delivery of the retry queue holds several, and what is wrong with one never costs another. */
export function arrivalsOf(event: unknown): readonly Arrival[] {
  const bodies = bodiesOf(event);
  if (bodies === undefined) return [arrivalOf(event)];
  return bodies.map((body) => {
    // What failed before comes back wrapped by Lambda.
    const payload = field(body, 'requestPayload');
    if (payload === undefined)
      return unknown(
        'A message of the retry queue holds no requestPayload and is dropped: only Lambda’s records of failed calls belong there.',
      );
    const arrival = arrivalOf(payload);
    // The schedule has asked again since.
    return arrival.kind === 'poll' || arrival.kind === 'watch' ? { kind: 'nothing' } : arrival;
  });
}

function arrivalOf(event: unknown): Arrival {
  if (field(event, 'awslogs') !== undefined) return subscribed(event);
  const [account, ownName] = [field(event, 'poll'), field(event, 'watch')];
  if (typeof account === 'string' && /^\d{12}$/.test(account)) return { kind: 'poll', account };
  if (typeof ownName === 'string') return { kind: 'watch', ownName };
  const [source, type] = [field(event, 'source'), field(event, 'detail-type')];
  if (source === 'aws.ecs') {
    const ecs = ecsEventOf(event);
    return typeof ecs === 'string' ? unknown(ecs) : { kind: 'ecs', event: ecs };
  }
  if (source === 'aws.cloudwatch' && type === 'CloudWatch Alarm State Change') {
    const sighting = sightingOf(event);
    return typeof sighting === 'string' ? unknown(sighting) : { kind: 'sighting', sighting };
  }
  return unknown(
    typeof source === 'string' && typeof type === 'string'
      ? `An event "${type.slice(0, 60)}" of ${source.slice(0, 60)} came, which nothing here reads: remove the rule that sends it.`
      : 'An event came that is neither log lines of a subscription filter, nor an ECS event, an alarm or a poll, and it is left out.',
  );
}

function subscribed(event: unknown): Arrival {
  const decoded = decode(event);
  switch (decoded.kind) {
    case 'data':
      return { kind: 'lines', batch: decoded.batch, bad: decoded.bad };
    case 'control':
      return { kind: 'nothing' };
    case 'too-large':
      return decoded;
    case 'unreadable':
      return unknown(`A delivery could not be read and its lines are lost: ${decoded.why}`);
  }
}

const unknown = (why: string): Arrival => ({ kind: 'unknown', why });
