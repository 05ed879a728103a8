import type { Fields, LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';
import type { Millis } from '#lib/model/time.ts';

/** The formats whose records speak this vocabulary, one HTTP request each. */
export const accessFormats = [
  'nginx-access',
  'nginx-json',
  'ingress-nginx',
  'kong-access',
  'apisix-access',
] as const;

/** A time of one attempt: `never` where the log has `-` (not reached), undefined where it does not say. */
export type Span = Millis | 'never' | undefined;

/** One try at one upstream peer. */
export interface Attempt {
  /** 1 for the first peer that was tried. */
  readonly number: number;
  readonly of: number;
  readonly upstream: string | undefined;
  /** What nginx noted for this try; for the last one without a note, what the client got. */
  readonly status: number | undefined;
  /** The log has `-` for its status: there was no try to note one for, or it was given up. */
  readonly silent: boolean;
  readonly connect: Span;
  readonly header: Span;
  readonly response: Span;
  readonly length: number | undefined;
  readonly received: number | undefined;
  readonly sent: number | undefined;
  /** The next try went to the same and only peer: nginx grants that extra try to a kept connection alone. */
  readonly reused: boolean;
  /** How long before the end of the request this try ended. */
  readonly earlier: Millis;
}

const listed = (text: string | undefined): readonly string[] | undefined => text?.split(/, | : /);
const figure = (text: string | undefined): number | undefined =>
  text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
const spanOf = (text: string | undefined): Span =>
  text === undefined ? undefined : text === '-' ? 'never' : Math.round(Number(text) * 1_000);

const seen = new WeakMap<Fields, readonly Attempt[]>();

/** The tries of an access record, first to last; a record without upstream fields is one try that says only its status. */
export function attempts(event: LogEvent): readonly Attempt[] {
  const known = seen.get(event.fields);
  if (known) return known;
  const all = triesOf(event);
  seen.set(event.fields, all);
  return all;
}

function triesOf(event: LogEvent): readonly Attempt[] {
  const { fields } = event;
  const lists = {
    upstream: listed(fields['upstream_addr']),
    status: listed(fields['upstream_status']),
    connect: listed(fields['upstream_connect_time']),
    header: listed(fields['upstream_header_time']),
    response: listed(fields['upstream_response_time']),
    length: listed(fields['upstream_response_length']),
    received: listed(fields['upstream_bytes_received']),
    sent: listed(fields['upstream_bytes_sent']),
  };
  const of = lists.status?.length ?? Math.max(1, ...Object.values(lists).map((list) => list?.length ?? 0));
  const nth = (list: readonly string[] | undefined, index: number) =>
    list?.length === of ? list[index] : undefined;
  const response = (index: number): Span => spanOf(nth(lists.response, index));
  const onePeer = oneFixedPeer(event) && new Set(lists.upstream).size === 1;
  return Array.from({ length: of }, (_, index): Attempt => {
    const peer = nth(lists.upstream, index);
    const status =
      figure(nth(lists.status, index)) ?? (index === of - 1 ? figure(fields['status']) : undefined);
    const header = spanOf(nth(lists.header, index));
    let earlier = 0;
    for (let later = index + 1; later < of; later++) {
      const span = response(later);
      if (typeof span === 'number') earlier += span;
    }
    return {
      number: index + 1,
      of,
      upstream: peer === '-' || peer === '' ? undefined : peer,
      status,
      silent: nth(lists.status, index) === '-',
      connect: spanOf(nth(lists.connect, index)),
      header,
      response: response(index),
      length: figure(nth(lists.length, index)),
      received: figure(nth(lists.received, index)),
      // Where nobody logs what went upstream, what came from the client is what would have.
      sent: figure(nth(lists.sent, index)) ?? figure(fields['request_length']),
      reused: onePeer && index < of - 1 && status === 502 && typeof header !== 'number',
      earlier,
    };
  });
}

/** `proxy_buffer_size` on most machines: a header of this length was too big and not cut off. */
const fullHeader = 4_096;

/**
 * How far a failed try got, as far as the record says. `answered`: the backend itself sent a header, so the status is
 * its own. `-` for the connect time does not always mean that nobody listened: a TLS handshake that failed reads so too.
 */
export function fate(attempt: Attempt): 'answered' | 'not connected' | 'no header' | 'unknown' {
  const { upstream, connect, header, response, length, received, silent } = attempt;
  if (typeof header === 'number' || (length ?? 0) > 0 || (received ?? 0) >= fullHeader) return 'answered';
  const nobody = upstream !== undefined && !upstream.includes(':');
  if (connect === 'never' || response === 'never' || silent || (nobody && connect === undefined))
    return 'not connected';
  if (typeof connect === 'number' && (header === 'never' || length === 0)) return 'no header';
  return 'unknown';
}

/** nginx's own balancers only: those in Lua (ingress-nginx, Kong, APISIX) may choose the same peer again on purpose. */
const oneFixedPeer = ({ format, fields }: LogEvent): boolean =>
  (format === 'nginx-access' || format === 'nginx-json') &&
  fields['proxy_upstream_name'] === undefined &&
  fields['upstream_addr']?.includes(' : ') === false;

const present = (all: Readonly<Record<string, string | number | boolean | undefined>>): Particulars =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));

function says({ fields }: LogEvent, attempt: Attempt): Particulars {
  const { number, of, upstream, status, response, received, sent, reused } = attempt;
  const total = of === 1 ? spanOf(fields['request_time']) : undefined;
  const elapsed = typeof response === 'number' ? response : total;
  return present({
    attempt: upstream === undefined && of === 1 ? undefined : number,
    upstream,
    status,
    elapsed: typeof elapsed === 'number' ? elapsed : undefined,
    method: fields['request_method'],
    target: fields['request_target'],
    client: fields['remote_addr'],
    connection: fields['connection'],
    requestId: fields['request_id'],
    host: fields['host'],
    received,
    sent,
    reused: reused ? true : undefined,
  });
}

/** The words that show it: the list of a retried request, else the status where it stands. */
function telling({ record, fields }: LogEvent, attempt: Attempt): string {
  const { status } = attempt;
  const candidates = [
    ...(attempt.of > 1 && fields['upstream_status'] ? [fields['upstream_status']] : []),
    `" ${status} `,
    `":${status}`,
    `": ${status}`,
    `"${status}"`,
    `${status}`,
  ];
  return candidates.find((part) => record.text.includes(part)) ?? '';
}

/**
 * The `reads` of a signature that looks at each try of a request: one match for each that `fits`, with what it adds.
 * Only records that have this status somewhere are looked at.
 */
export const eachAttempt =
  (status: number, fits: (attempt: Attempt, event: LogEvent) => Particulars | undefined) =>
  (event: LogEvent): readonly Matched[] => {
    const { fields } = event;
    const text = String(status);
    if (fields['status'] !== text && !fields['upstream_status']?.includes(text)) return [];
    return attempts(event).flatMap((attempt) => {
      const added = fits(attempt, event);
      if (!added) return [];
      const { earlier } = attempt;
      return [
        {
          says: { ...says(event, attempt), ...added },
          telling: telling(event, attempt),
          ...(earlier > 0 ? { earlier } : {}),
        },
      ];
    });
  };
