import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars, Phase } from '#lib/model/signal.ts';

/** Where a C library's message for ECONNRESET or EPIPE differs, its number does not: Linux, BSD and macOS, Windows. */
export const reset = '(?:104|54|10054): [^)]*';
export const brokenPipe = '(?:32|104|54|10054): [^)]*';

const phases: readonly (readonly [RegExp, Phase])[] = [
  [/ while proxying /, 'tunnel'],
  [/ while (?:connecting|SSL handshaking) to upstream/, 'connect'],
  [/ while sending (?:request|PROXY protocol header) to upstream/, 'request'],
  [/ while reading response header from upstream/, 'header'],
  [/ while (?:reading upstream|sending to client|reading response from upstream)/, 'body'],
];

/** What nginx was doing (`while …`) as a phase. https://github.com/nginx/nginx/blob/release-1.31.4/src/http/ngx_http_upstream.c */
export function phaseOf(event: LogEvent): Pick<Particulars, 'phase'> {
  const found = phases.find(([pattern]) => pattern.test(event.message));
  return found ? { phase: found[1] } : {};
}
