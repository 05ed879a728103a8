import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import type { Subscribed } from '#functions/events/subscription.ts';

/** Log events of one stream as CloudWatch Logs hands them to Lambda. */
export function subscriptionEvent({ owner, group, stream, events }: Subscribed): unknown {
  const body = {
    messageType: 'DATA_MESSAGE',
    owner,
    logGroup: group,
    logStream: stream,
    subscriptionFilters: ['closecall'],
    logEvents: events,
  };
  return { awslogs: { data: gzipSync(Buffer.from(JSON.stringify(body)), { level: 1 }).toString('base64') } };
}
