import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars, Phase } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

export const envoyFlags = {
  project: 'Envoy',
  file: 'envoy/stream_info/stream_info.h; source/common/router/router.cc',
  version: 'v1.40.0, captured',
} as const;

export const envoyFormats = ['envoy', 'envoy-json'] as const;

/** Long names of `%RESPONSE_FLAGS_LONG%`. https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage */
const short: Readonly<Record<string, string>> = {
  UpstreamConnectionTermination: 'UC',
  UpstreamProtocolError: 'UPE',
  UpstreamRemoteReset: 'UR',
  UpstreamConnectionFailure: 'UF',
  UpstreamRequestTimeout: 'UT',
  UpstreamRetryLimitExceeded: 'URX',
  UpstreamOverflow: 'UO',
  UpstreamMaxStreamDurationReached: 'UMSDR',
  NoHealthyUpstream: 'UH',
  NoClusterFound: 'NC',
  NoRouteFound: 'NR',
  DownstreamConnectionTermination: 'DC',
  DownstreamProtocolError: 'DPE',
  DownstreamRemoteReset: 'DR',
  DurationTimeout: 'DT',
  DnsResolutionFailed: 'DF',
  StreamIdleTimeout: 'SI',
  LocalReset: 'LR',
};

/** Between blanks, and as the first or last of a list: where a text log has the flag and no details. */
const flagged = (flag: string): readonly string[] =>
  flag.length > 1 ? [` ${flag} `, ` ${flag},`, `,${flag} `] : [];
export const flagNeedles = (...flags: readonly string[]): readonly string[] => flags.flatMap(flagged);

export interface Ended {
  readonly flags: ReadonlySet<string>;
  /** `via_upstream`, `upstream_reset_before_response_started`. */
  readonly details: string;
  /** What stands in the braces of the details, blanks as underscores. */
  readonly reason: string;
  readonly code: number;
  /** A TCP proxy's connection: it has no requests. */
  readonly tcp: boolean;
  /** How far the response had come: to nowhere, into its body, or to no end (an upgraded connection). */
  readonly phase: Phase;
}

function endOf({ fields }: LogEvent): Ended | undefined {
  const told = fields['flags'];
  if (told === undefined || told === '-') return undefined;
  const [, details = '', inner = ''] = /^([\w.]*)(?:\{(.*)\})?$/.exec(fields['details'] ?? '') ?? [];
  const code = Number(fields['status'] ?? 0);
  const tcp = fields['method'] === undefined;
  const before = details.includes('before_response') || (!details.includes('after_response') && code >= 500);
  return {
    flags: new Set(told.split(',').map((flag) => short[flag] ?? flag)),
    details,
    reason: inner.replaceAll(' ', '_'),
    code,
    tcp,
    phase: tcp || code === 101 ? 'tunnel' : before ? 'header' : 'body',
  };
}

const figure = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

function says({ fields }: LogEvent, { code, flags }: Ended): Particulars {
  const all = {
    status: code > 0 ? code : undefined,
    upstream: fields['upstream'],
    // Of a request that was sent again, only the whole time is known.
    elapsed: flags.has('URX') ? undefined : figure(fields['duration']),
    attempt: figure(fields['attempts']),
    sent: figure(fields['bytesReceived']),
    method: fields['method'],
    target: fields['target'],
    client: fields['client'],
    host: fields['host'],
    requestId: fields['requestId'],
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
}

/** The `reads` of a signature that looks at flags and details: one match where it `fits`, with what it adds. */
export const whenEnded =
  (fits: (ended: Ended) => Particulars | undefined) =>
  (event: LogEvent): readonly Matched[] => {
    const ended = endOf(event);
    const added = ended && fits(ended);
    if (!ended || !added) return [];
    const details = event.fields['details'];
    const telling = details && details !== '-' ? details : (event.fields['flags'] ?? '');
    return [{ says: { ...says(event, ended), ...added }, telling }];
  };

/** The client's flags come first: what Envoy notes of the backend after a client has left says nothing about it. */
export const clientLeft = ({ flags }: Ended): boolean => flags.has('DC') || flags.has('DR');
