import { defineAside } from '#lib/catalogue/define.ts';
import { timedOut } from '#lib/catalogue/define-go.ts';

export const traefikTimedOut = defineAside({
  id: 'traefik/timed-out',
  formats: ['traefik'],
  needles: ['timeout awaiting response headers', 'i/o timeout', 'deadline exceeded', 'TLS handshake timeout'],
  means: 'Traefik gave up waiting for the backend; the backend had not closed.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern: new RegExp(`^\\d{3} [A-Z][A-Za-z ]{1,40}: ${timedOut}$`),

  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 504 Gateway Timeout error="net/http: timeout awaiting response headers"',
      gives: {},
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="dial tcp 192.0.2.37:8080: i/o timeout"',
      because: 'no connection was made in time',
    },
  ],
});
