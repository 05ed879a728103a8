import type { Close } from '#lib/model/incident.ts';

/** What the scheme in the proxy's own line says against the place that it points to. */
export interface SchemeConflict {
  readonly sentence: string;
  /** `sure`: the port or socket is for another protocol. `maybe`: by custom it is. */
  readonly how: 'sure' | 'maybe';
  /** The scheme that would fit. */
  readonly should: string;
}

const tlsPorts: ReadonlySet<string> = new Set(['443', '8443', '9443', '4443', '6443', '10443']);
const plainPorts: ReadonlySet<string> = new Set([
  '80',
  '3000',
  '5000',
  '8000',
  '8080',
  '8081',
  '8888',
  '9090',
]);
/** Ports and sockets that by custom speak something other than HTTP. */
const others: readonly (readonly [place: RegExp, protocol: string])[] = [
  [/^unix:.*(?:php|fpm)/, 'fastcgi'],
  [/^unix:.*uwsgi/, 'uwsgi'],
  [/:9000$/, 'fastcgi'],
  [/:3031$/, 'uwsgi'],
  [/:8009$/, 'ajp'],
  [/:50051$/, 'grpc'],
];

export function schemeConflict({
  scheme,
  upstream,
}: Pick<Close, 'scheme' | 'upstream'>): SchemeConflict | undefined {
  if (scheme === undefined || upstream === undefined) return undefined;
  const port = /:(\d+)$/.exec(upstream)?.[1];
  const said = `the proxy speaks ${scheme} to ${upstream}`;
  if (port !== undefined && (scheme === 'http' || scheme === 'grpc') && tlsPorts.has(port))
    return { sentence: `${said}, a port that expects TLS`, how: 'sure', should: `${scheme}s` };
  if (port !== undefined && scheme === 'https' && plainPorts.has(port))
    return {
      sentence: `${said}, a port that ${port === '80' ? 'is' : 'is usually'} without TLS`,
      how: port === '80' ? 'sure' : 'maybe',
      should: 'http',
    };
  if (
    port !== undefined &&
    /^(?:fastcgi|uwsgi|scgi)$/.test(scheme) &&
    (tlsPorts.has(port) || plainPorts.has(port))
  )
    return { sentence: `${said}, a port that usually speaks HTTP`, how: 'maybe', should: 'http' };
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  const [, protocol] = others.find(([place]) => place.test(upstream)) ?? [];
  return protocol === undefined
    ? undefined
    : {
        sentence: `${said}, where ${protocol} is usually spoken`,
        how: upstream.startsWith('unix:') ? 'sure' : 'maybe',
        should: protocol,
      };
}
