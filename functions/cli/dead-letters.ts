import { field } from '#functions/events/field.ts';
import { decode } from '#functions/events/subscription.ts';
import { count } from '#lib/model/words.ts';
import type { DeadQueue } from './dead-queues.ts';

const text = (value: unknown, name: string): string | undefined => {
  const member = field(value, name);
  return typeof member === 'string' ? member : undefined;
};

/** What a dead letter is about, alike for letters about the same. Never a log line: those may hold secrets. */
export function contentOf(queue: DeadQueue, body: string): string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return 'no JSON';
  }
  switch (queue) {
    case 'ingest':
      return ingested(json);
    case 'evaluations':
      return `judge ${text(json, 'scope') ?? 'a scope that is not named'}`;
    case 'deliveries':
      return `tell ${text(json, 'medium') ?? 'a medium that is not named'} of conversation ${text(json, 'cid') ?? 'without a name'}`;
  }
}

/**
 * What Lambda gave up, in the record in which it hands it on (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html),
 * or an event that EventBridge could not deliver, as it is.
 */
function ingested(json: unknown): string {
  const payload = field(json, 'requestPayload') ?? json;
  const context = field(json, 'requestContext');
  const tries = field(context, 'approximateInvokeCount');
  const why = text(field(json, 'responsePayload'), 'errorMessage')?.replace(/\s+/g, ' ').slice(0, 160);
  const said = [
    ...(typeof tries === 'number' ? [count(tries, 'try', 'tries')] : []),
    ...[why ?? text(context, 'condition')].filter((each) => each !== undefined),
  ];
  return `${eventOf(payload)}${said.length > 0 ? ` (${said.join(': ')})` : ''}`;
}

/** From a subscription filter, or from EventBridge. */
function eventOf(payload: unknown): string {
  const source = text(payload, 'source');
  if (source === 'aws.ecs') {
    const cluster = text(field(payload, 'detail'), 'clusterArn')?.split('/').at(-1);
    return `ECS event${cluster === undefined ? '' : ` of ${cluster}`}`;
  }
  if (source !== undefined) return `event of ${source}`;
  if (text(payload, 'poll') !== undefined) return 'a minute of polling';
  if (text(payload, 'watch') !== undefined) return 'a look at the subscription filters';
  const decoded = decode(payload);
  switch (decoded.kind) {
    case 'data':
      return `lines of ${decoded.batch.group}`;
    case 'control':
      return 'a reachability probe of CloudWatch';
    case 'too-large':
      return 'more log text than fits';
    case 'unreadable':
      return `unreadable (${decoded.why.replace(/\.$/, '')})`;
  }
}

/**
 * The body with which it is sent again. The retry queue takes records of Lambda alone, and an event that EventBridge
 * could not deliver lies here as it is.
 */
export function revived(queue: DeadQueue, body: string): string {
  if (queue !== 'ingest') return body;
  try {
    const json: unknown = JSON.parse(body);
    return field(json, 'source') !== undefined && field(json, 'requestPayload') === undefined
      ? JSON.stringify({ requestPayload: json })
      : body;
  } catch {
    return body;
  }
}
