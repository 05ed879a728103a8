import { defineSymptom } from '#lib/catalogue/define.ts';
import { handshakePlainText } from '#lib/catalogue/define-go.ts';

export const goHttputilHandshakePlainText = defineSymptom({
  id: 'go-httputil/handshake-plain-text',
  formats: ['go-httputil'],
  needles: ['does not look like a TLS handshake', 'server gave HTTP response to HTTPS client'],
  means: 'The proxy spoke TLS to a port that answered in plain text.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go, crypto/tls/conn.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^http: proxy error: ${handshakePlainText}$`),
  adds: { phase: 'connect', by: 'other' },
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'decisive' }],
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: tls: first record does not look like a TLS handshake',
      gives: { phase: 'connect', by: 'other' },
      from: 'rebuilt from the template, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: http: server gave HTTP response to HTTPS client',
      gives: { phase: 'connect', by: 'other' },
      from: 'rebuilt from the template, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: tls: failed to verify certificate: x509: certificate is valid for does not look like a TLS handshake',
      because: 'the words stand in a name',
    },
  ],
});
