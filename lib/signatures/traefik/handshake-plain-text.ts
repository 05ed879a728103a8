import { defineSymptom } from '#lib/catalogue/define.ts';
import { handshakePlainText } from '#lib/catalogue/define-go.ts';

export const traefikHandshakePlainText = defineSymptom({
  id: 'traefik/handshake-plain-text',
  formats: ['traefik'],
  needles: ['does not look like a TLS handshake', 'server gave HTTP response to HTTPS client'],
  means: 'Traefik spoke TLS to a port that answered in plain text.',
  provenance: {
    project: 'Traefik',
    file: 'pkg/proxy/httputil/proxy.go; Go net/http/transport.go, crypto/tls/conn.go',
    version: 'v3.7.9',
  },
  pattern: new RegExp(`^\\d{3} [A-Z][A-Za-z ]{1,40}: ${handshakePlainText}$`),
  adds: { phase: 'connect', by: 'other' },
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'decisive' }],
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="tls: first record does not look like a TLS handshake"',
      gives: { phase: 'connect', by: 'other' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="http: server gave HTTP response to HTTPS client"',
      gives: { phase: 'connect', by: 'other' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="net/http: HTTP/1.x transport connection broken: malformed HTTP response \\"SSH-2.0-OpenSSH_9.2\\""',
      because: 'not TLS at all',
    },
  ],
});
