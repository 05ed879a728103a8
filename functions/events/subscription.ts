import { Buffer } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { field } from './field.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html */
export interface Subscribed {
  /** The account that the log data belongs to. */
  readonly owner: string;
  readonly group: string;
  readonly stream: string;
  readonly events: readonly Received[];
}

export interface Received {
  /** Opaque; tells two events of one stream apart. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly message: string;
}

/** Events that could not be used, and one sentence about them. */
export interface Bad {
  readonly events: number;
  readonly why: string;
}

export type Decoded =
  | { readonly kind: 'data'; readonly batch: Subscribed; readonly bad: Bad | undefined }
  /** The service asks whether anybody is there: nothing to store. */
  | { readonly kind: 'control' }
  /** Nothing is wrong with it but its size. */
  | { readonly kind: 'too-large'; readonly why: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * A delivery is at most about 750 KB of gzip, which no promise bounds once it is unpacked: lines of access logs make 20
 * MiB of it. Ingest holds this much in its 512 MB (measured: 400 MB in all where every second line is a signal).
 */
const largest = 32 * 1024 * 1024;

/** What a subscription filter sends: `{ awslogs: { data: base64(gzip(JSON)) } }`. A bad event never costs a good one. */
export function decode(event: unknown): Decoded {
  const data = field(field(event, 'awslogs'), 'data');
  if (typeof data !== 'string')
    return unreadable('The event has no awslogs.data: it is not from a subscription filter.');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return unreadable('awslogs.data is not base64.');
  let json: string;
  try {
    json = gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: largest }).toString('utf8');
  } catch (error) {
    return field(error, 'code') === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : unreadable(notGzip);
  }
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch {
    return unreadable('awslogs.data holds no JSON.');
  }
  return batchOf(body);
}

function batchOf(body: unknown): Decoded {
  const type = field(body, 'messageType');
  if (type === 'CONTROL_MESSAGE') return { kind: 'control' };
  if (type !== 'DATA_MESSAGE')
    return unreadable(
      `messageType is ${String(type).slice(0, 40)}, and only DATA_MESSAGE carries log events.`,
    );
  const [owner, group, stream, list] = ['owner', 'logGroup', 'logStream', 'logEvents'].map((name) =>
    field(body, name),
  );
  if (typeof owner !== 'string' || typeof group !== 'string' || typeof stream !== 'string')
    return unreadable('owner, logGroup or logStream is missing: nobody can tell whose lines these are.');
  if (!Array.isArray(list)) return unreadable(`logEvents of ${group} is not a list.`);
  const events = list.flatMap((each) => (lackOf(each) === undefined ? [each as Received] : []));
  const lacks = list.flatMap((each) => lackOf(each) ?? []);
  const why = `${lacks.length} of ${list.length} log events of ${group} were left out: the first has no usable ${lacks[0]}.`;
  return {
    kind: 'data',
    batch: { owner, group, stream, events },
    bad: lacks.length > 0 ? { events: lacks.length, why } : undefined,
  };
}

/** The member that a log event cannot do without and that is missing or of the wrong kind. */
function lackOf(event: unknown): 'id' | 'timestamp' | 'message' | undefined {
  const [id, timestamp, message] = ['id', 'timestamp', 'message'].map((name) => field(event, name));
  if (typeof id !== 'string' || id === '') return 'id';
  if (!Number.isInteger(timestamp) || Math.abs(timestamp as number) > latestDate) return 'timestamp';
  return typeof message === 'string' ? undefined : 'message';
}

/** https://tc39.es/ecma262/#sec-time-values-and-time-range */
const latestDate = 8.64e15;

const notGzip = 'awslogs.data is not gzip, or was cut off.';
const tooLarge: Decoded = {
  kind: 'too-large',
  why: `A delivery holds more than ${largest / 1024 ** 2} MiB of log text, which is more than this function takes at once: it is kept, tried again and ends among the dead letters of ingest. closecall replay reads its lines from the log group.`,
};
const unreadable = (why: string): Decoded => ({ kind: 'unreadable', why });
