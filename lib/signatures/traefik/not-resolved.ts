import { defineAside } from '#lib/catalogue/define.ts';
import { notResolved } from '#lib/catalogue/define-go.ts';

export const traefikNotResolved = defineAside({
  id: 'traefik/not-resolved',
  formats: ['traefik'],
  needles: ['dial tcp: lookup'],
  means: "Traefik could not find the address of the backend's name.",
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern: new RegExp(`^\\d{3} [A-Z][A-Za-z ]{1,40}: ${notResolved}$`),

  basis: 'stated',
  cause: 'name-resolution',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="dial tcp: lookup nosuch.invalid on 192.0.2.53:53: no such host"',
      gives: {},
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="dial tcp 127.0.0.1:18099: connect: connection refused"',
      because: 'the address was known',
    },
  ],
});
