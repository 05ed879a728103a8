import { defineAside } from '#lib/catalogue/define.ts';

export const traefikClientClosed = defineAside({
  id: 'traefik/client-closed',
  formats: ['traefik'],
  needles: ['context canceled'],
  means: 'The client left before it had its response, and the request to the backend was given up.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern:
    /^(?:\d{3} [A-Z][A-Za-z ]{1,40}: context canceled$|httputil: ReverseProxy read error during body copy: (?:context canceled$|writing: ))/,

  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 499 Client Closed Request error="context canceled"',
      gives: {},
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error=EOF',
      because: 'the backend closed',
    },
  ],
});
