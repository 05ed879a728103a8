import { defineAside } from '#lib/catalogue/define.ts';
import { badResponse } from '#lib/catalogue/define-go.ts';

export const traefikBadResponse = defineAside({
  id: 'traefik/bad-response',
  formats: ['traefik'],
  needles: ['malformed HTTP'],
  means: 'The backend answered with something that is no HTTP response of the kind asked for.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern: new RegExp(`^\\d{3} [A-Z][A-Za-z ]{1,40}: ${badResponse}$`),
  adds: { phase: 'header' },
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="net/http: HTTP/1.x transport connection broken: malformed HTTP response \\"SSH-2.0-OpenSSH_9.2\\""',
      gives: { phase: 'header' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: \\"Content-Ty\\""',
      because: 'a header that was cut off',
    },
  ],
});
