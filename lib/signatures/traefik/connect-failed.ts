import { defineAside } from '#lib/catalogue/define.ts';
import { dialFailed } from '#lib/catalogue/define-go.ts';

export const traefikConnectFailed = defineAside({
  id: 'traefik/connect-failed',
  formats: ['traefik'],
  needles: ['dial tcp', 'dial unix'],
  means: 'Traefik could not connect to the backend: refused, unreachable, no socket, or too slow.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern: new RegExp(`^\\d{3} [A-Z][A-Za-z ]{1,40}: ${dialFailed}$`),
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="dial tcp 127.0.0.1:18099: connect: connection refused"',
      gives: { phase: 'connect', upstream: '127.0.0.1:18099' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="dial tcp 192.0.2.37:8080: i/o timeout"',
      gives: { upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="dial tcp: lookup nosuch.invalid on 192.0.2.53:53: no such host"',
      because: 'the name had no address',
    },
  ],
});
