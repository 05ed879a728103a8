import type { LogEvent } from '#lib/model/event.ts';
import type { ClosedBy, Particulars } from '#lib/model/signal.ts';

/**
 * The errors of Go's HTTP transport, for every proxy built on it. The text stands at the end of a message.
 * https://github.com/golang/go/blob/go1.19.8/src/net/http/transport.go
 */
const broken = String.raw`(?:net/http: HTTP/1\.x transport connection broken: )?`;
const path = String.raw`(?:tcp|unix) [^\s>]*->(?<upstream>[^\s>]+):`;

export const headerClosed = String.raw`${broken}(?:(?:unexpected )?EOF|http: server closed idle connection|malformed MIME header\b.*|http2: (?:server sent GOAWAY and closed the connection|client connection lost)\b.*|readLoopPeekFailLocked: .*|read ${path} read: (?<reason>connection reset by peer))`;
export const requestCut = String.raw`${broken}(?:readfrom \S+ [^\s>]*->[^\s>]+: )?write ${path} (?:use of closed network connection|write: (?<reason>connection reset by peer|broken pipe))`;
export const responseCut = String.raw`(?:(?:unexpected )?EOF|http2: server sent GOAWAY\b.*|read ${path} read: (?<reason>connection reset by peer))`;
export const timedOut = String.raw`(?:net/http: (?:timeout awaiting response headers|TLS handshake timeout|request canceled \(Client\.Timeout exceeded while awaiting headers\))|context deadline exceeded(?: \(Client\.Timeout [^)]*\))?|read \S+ [^\s>]*->[^\s>]+: i/o timeout)`;
export const dialFailed = String.raw`(?:dial (?:tcp[46]?|unix) (?!lookup )(?<upstream>[^\s,]+): (?:connect: .*|i/o timeout)|no upstreams available)`;
export const notResolved = `dial tcp[46]?: lookup .*`;
export const badResponse = String.raw`${broken}(?:malformed HTTP (?:response|status code|version)\b.*)`;
/** crypto/tls/conn.go, and net/http/transport.go where what came begins with `HTTP/`. */
export const handshakePlainText =
  '(?:tls: first record does not look like a TLS handshake|http: server gave HTTP response to HTTPS client)';

/** How it ended, where the text says so. */
export const headerBy = (
  { reason }: Readonly<Record<string, string | undefined>>,
  { message }: LogEvent,
): { readonly by: ClosedBy } => ({
  by: reason ? 'reset' : /(?:EOF|idle connection)$/.test(message) ? 'fin' : 'other',
});

/** What Caddy's record says of the request besides, in nginx's names. */
export function said({ fields }: LogEvent): Particulars {
  const { status, request_time: took, request_length: sent } = fields;
  return {
    ...(status ? { status: Number(status) } : {}),
    ...(took ? { elapsed: Math.round(Number(took) * 1_000) } : {}),
    ...(sent ? { sent: Number(sent) } : {}),
  };
}

/** One write holds it whole, and that write fails as well on a pooled connection that the backend had just closed. */
export const small = ({ fields }: LogEvent): boolean =>
  fields['request_length'] !== undefined && Number(fields['request_length']) < 64 * 1_024;
