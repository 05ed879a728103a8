import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, headerClosed } from '#lib/catalogue/define-go.ts';

export const traefikHeaderClosed = defineSymptom({
  id: 'traefik/header-closed',
  formats: ['traefik'],
  needles: ['Bad Gateway', 'Internal Server Error'],
  means: 'The backend closed the connection before its whole response header had come.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern: new RegExp(`^\\d{3} [A-Z][A-Za-z ]{1,40}: ${headerClosed}$`),
  adds: (groups, event) => ({ phase: 'header', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error=EOF',
      gives: { phase: 'header', by: 'fin' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer"',
      gives: {
        phase: 'header',
        by: 'reset',
        upstream: '127.0.0.1:18080',
        reason: 'connection reset by peer',
      },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: \\"Content-Ty\\""',
      gives: { phase: 'header', by: 'other' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="http: server closed idle connection"',
      gives: { phase: 'header', by: 'fin' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="dial tcp 127.0.0.1:18099: connect: connection refused"',
      because: 'no connection was made',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 499 Client Closed Request error="context canceled"',
      because: 'the client left',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="net/http: HTTP/1.x transport connection broken: malformed HTTP response \\"SSH-2.0-OpenSSH_9.2\\""',
      because: 'the backend answered, in no HTTP',
    },
  ],
});
