import type { Fields } from '#lib/model/event.ts';
import { whenAsked } from '#lib/model/once.ts';
import { monthNamed, resolutionOf, type Stamp, wallClock, zoneOffset } from '#lib/model/time.ts';

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

const fields = whenAsked(
  (): ReadonlyMap<string, readonly [field: AccessField, rank: number]> =>
    new Map(
      Object.entries(spellings).flatMap(([field, names]) =>
        names.split(' ').map((name, rank) => [name, [field as AccessField, rank]] as const),
      ),
    ),
);

/** Names that say neither seconds nor milliseconds: believed only where nginx's three digits say seconds. */
const vague = new Set(['duration', 'responsetime', 'elapsed', 'latency', 'took', 'totaltime']);
const millis = /^(.+?)(?:in)?(?:ms|msec|millis|milliseconds)$/;
const times = '(?:\\d+(?:\\.\\d+)?|-)';
const peers = '(?:unix:[^\\s,]+|\\[[0-9a-fA-F:.]+\\](?::\\d+)?|[\\w.-]+(?::\\d+)?)';
const listOf = (item: string): RegExp => new RegExp(`^${item}(?:(?:, | : )${item})*$`);
const anyText = /^[^\s"]+$/;
const shapes = whenAsked(
  (): Readonly<Record<AccessField, RegExp>> => ({
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
  }),
);
/** Names alone are believed under nginx's own name only: `ua` may be a user agent, and `upstream` a service. */
const peerWithPort = whenAsked(
  () => new RegExp(`^(?:-|(?=.*(?::\\d|unix:))${peers}(?:(?:, | : )${peers})*)$`),
);

export const squash = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** What a name stands for. `rank` orders the names of one field: `request_uri` (1) is preferred to `path` (4). */
export interface Spelling {
  readonly field: AccessField;
  readonly rank: number;
  readonly shape: RegExp;
  readonly inMillis: boolean;
}

function spell(name: string): Spelling | undefined {
  const key = squash(name);
  const whole = fields().get(key);
  const cut = whole ? undefined : millis.exec(key)?.[1];
  const [field, rank] = whole ?? fields().get(cut ?? '') ?? [];
  if (field === undefined || rank === undefined || (cut && !field.endsWith('_time'))) return undefined;
  const peer = field === 'upstream_addr' && key !== 'upstreamaddr';
  const shape = vague.has(key) ? /^\d+\.\d{3}$/ : peer ? peerWithPort() : shapes()[field];
  return { field, rank, shape, inMillis: cut !== undefined };
}

/** A log_format has a few dozen names; a client that invents more gains nothing. */
const remembered = 2_000;
const spelt = new Map<string, Spelling | undefined>();

export function spelling(name: string): Spelling | undefined {
  if (spelt.has(name)) return spelt.get(name);
  const found = spell(name);
  if (spelt.size < remembered) spelt.set(name, found);
  return found;
}

/** A value as the vocabulary has it: times in seconds. Undefined when it does not look like one of its field. */
export function accessValue({ field, shape, inMillis }: Spelling, value: string): string | undefined {
  if (!shape.test(value)) return undefined;
  if (inMillis) return value.replace(/\d+(?:\.\d+)?/g, (ms) => (Number(ms) / 1_000).toFixed(3));
  return field === 'http_version' ? value.replace('HTTP/', '') : value;
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
