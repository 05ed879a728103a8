import type { Fields, LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';
import { type Millis, monthNamed, resolutionOf, type Stamp, wallClock, zoneOffset } from '#lib/model/time.ts';

/** The formats whose records speak this vocabulary, one HTTP request each. */
export const accessFormats = [
  'nginx-access',
  'nginx-json',
  'ingress-nginx',
  'kong-access',
  'apisix-access',
] as const;

/**
 * The fields of an access record under nginx's variable names, whatever product wrote it, with the other names people
 * give them (lower case, nothing but letters and digits). Values are texts as written; lists keep their separators.
 */
const spellings = {
  remote_addr: 'remoteaddr remoteip clientip clientaddr clientaddress client realip ip sourceip',
  request_method: 'requestmethod method verb httpmethod httpverb reqmethod httprequestmethod',
  request_target:
    'requesttarget requesturi uri url path requestpath requesturl target requrl requri reqpath urlpath urloriginal httpurl httppath httprequesturi',
  host: 'httphost host vhost authority requesthost domain servername',
  status:
    'status httpstatus statuscode httpstatuscode responsestatus responsecode responsestatuscode httpresponsestatuscode resstatus resstatuscode',
  body_bytes_sent: 'bodybytessent bytessent bytes bodybytes responsebytes responsesize bytesout',
  request_time: 'requesttime rt reqtime requestduration duration responsetime elapsed latency took totaltime',
  request_length: 'requestlength reqlen requestsize bytesin rl',
  upstream_addr:
    'upstreamaddr upstream ua upstreamaddress upstreamhost upstreamserver uaddr backend backendaddr',
  upstream_status: 'upstreamstatus us upstreamstatuscode upsstatus ustatus backendstatus',
  upstream_connect_time: 'upstreamconnecttime uct upstreamconnect upsconnecttime',
  upstream_header_time: 'upstreamheadertime uht upstreamheader upsheadertime',
  upstream_response_time:
    'upstreamresponsetime urt upstreamtime upsresptime upsresponsetime upstreamduration',
  upstream_response_length: 'upstreamresponselength ul upstreamlength',
  upstream_bytes_received: 'upstreambytesreceived ubr',
  upstream_bytes_sent: 'upstreambytessent ubs',
  connection: 'connection c conn connectionid',
  request_id: 'requestid rid reqid xrequestid kongrequestid apisixrequestid',
  request_completion: 'requestcompletion done completion',
  http_version: 'httpversion protocol serverprotocol proto',
} as const;

export type AccessField = keyof typeof spellings;

const fieldOf: ReadonlyMap<string, AccessField> = new Map(
  Object.entries(spellings).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as AccessField] as const),
  ),
);
/** The order in which a record's own names for a field are preferred: `request_uri` before `path`. */
export const spelt = (field: AccessField): readonly string[] => spellings[field].split(' ');

/** Names that say neither seconds nor milliseconds: believed only where nginx's three digits say seconds. */
const vague = new Set(['duration', 'responsetime', 'elapsed', 'latency', 'took', 'totaltime']);
const millis = /^(.+?)(?:in)?(?:ms|msec|millis|milliseconds)$/;
const times = '(?:\\d+(?:\\.\\d+)?|-)';
const peers = '(?:unix:[^\\s,]+|\\[[0-9a-fA-F:.]+\\](?::\\d+)?|[\\w.-]+(?::\\d+)?)';
const listOf = (item: string): RegExp => new RegExp(`^${item}(?:(?:, | : )${item})*$`);
const anyText = /^[^\s"]+$/;
const shapes: Readonly<Record<AccessField, RegExp>> = {
  remote_addr: /^(?:[0-9a-fA-F.:]+|unix:)$/,
  request_method: /^[A-Z][A-Z_-]{0,19}$/,
  request_target: /^[/*]|^[a-z]+:\/\//i,
  host: anyText,
  status: /^\d{3}$/,
  body_bytes_sent: /^\d+$/,
  request_time: /^\d+(?:\.\d+)?$/,
  request_length: /^\d+$/,
  upstream_addr: listOf(peers),
  upstream_status: listOf('(?:\\d{3}|-)'),
  upstream_connect_time: listOf(times),
  upstream_header_time: listOf(times),
  upstream_response_time: listOf(times),
  upstream_response_length: listOf('(?:\\d+|-)'),
  upstream_bytes_received: listOf('(?:\\d+|-)'),
  upstream_bytes_sent: listOf('(?:\\d+|-)'),
  connection: /^\d+$/,
  request_id: /^[\w.:-]{8,128}$/,
  request_completion: /^(?:OK)?$/,
  http_version: /^(?:HTTP\/)?\d(?:\.\d)?$/,
};
/** A name alone is believed under nginx's own name only: `ua` may be a user agent, and `upstream` a service. */
const peerWithPort = listOf('(?:unix:[^\\s,]+|\\[[0-9a-fA-F:.]+\\]:\\d+|[\\w.-]+:\\d+|-)');

export const squash = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** A name and value of any product as a field of the vocabulary; undefined when either does not look like one. */
export function accessField(name: string, value: string): readonly [AccessField, string] | undefined {
  const key = squash(name);
  const inMillis = fieldOf.has(key) ? undefined : millis.exec(key)?.[1];
  const field = fieldOf.get(inMillis ?? key);
  if (!field) return undefined;
  const shape = field === 'upstream_addr' && key !== 'upstreamaddr' ? peerWithPort : shapes[field];
  if (!shape.test(value)) return undefined;
  if (inMillis !== undefined) {
    if (!field.endsWith('_time')) return undefined;
    return [field, value.replace(/\d+(?:\.\d+)?/g, (ms) => (Number(ms) / 1_000).toFixed(3))];
  }
  if (vague.has(key) && !/^\d+\.\d{3}$/.test(value)) return undefined;
  return [field, field === 'http_version' ? value.replace('HTTP/', '') : value];
}

const clf = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))? ([+-]\d{4})$/;

/** `22/Nov/2026:11:50:23 +0000`, as nginx's `$time_local` and Apache's `%t` write it. */
export function clfStamp(text: string): Stamp | undefined {
  const p = clf.exec(text);
  const month = p ? monthNamed(p[2] ?? '') : 0;
  if (!p || month === 0) return undefined;
  const wall = wallClock(Number(p[3]), month, Number(p[1]), Number(p[4]), Number(p[5]), Number(p[6]), p[7]);
  return wall === undefined
    ? undefined
    : { wall, zone: zoneOffset(p[8] ?? ''), lacks: 'nothing', resolution: resolutionOf(p[7]) };
}

const line = /^([A-Z][A-Z_-]{0,19}) (.+?)(?: HTTP\/(\d(?:\.\d)?))?$/;

/** Method, target and version of a request line; empty for what was no request. ASCII that nginx escaped is put back. */
export function requestLine(text: string): Fields {
  const p = line.exec(text);
  if (!p?.[1] || !p[2]) return {};
  const target = p[2].replace(/\\x([2-7][0-9A-F])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return { request_method: p[1], request_target: target, ...(p[3] ? { http_version: p[3] } : {}) };
}

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

/** The tries of an access record, first to last; a record without upstream fields is one try that says only its status. */
export function attempts(event: LogEvent): readonly Attempt[] {
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
      sent: figure(nth(lists.sent, index)),
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

const known = (all: Readonly<Record<string, string | number | boolean | undefined>>): Particulars =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));

function says({ fields }: LogEvent, attempt: Attempt): Particulars {
  const { number, of, upstream, status, response, received, sent, reused } = attempt;
  const total = of === 1 ? spanOf(fields['request_time']) : undefined;
  const elapsed = typeof response === 'number' ? response : total;
  return known({
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

/** The `reads` of a signature that looks at each try of a request: one match for each that `fits`, with what it adds. */
export const eachAttempt =
  (fits: (attempt: Attempt, event: LogEvent) => Particulars | undefined) =>
  (event: LogEvent): readonly Matched[] =>
    attempts(event).flatMap((attempt) => {
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
