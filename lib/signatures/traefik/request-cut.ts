import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, requestCut } from '#lib/catalogue/define-go.ts';

export const traefikRequestCut = defineSymptom({
  id: 'traefik/request-cut',
  formats: ['traefik'],
  needles: ['connection reset by peer', 'broken pipe', 'use of closed network connection'],
  means:
    'The backend closed the connection before it had taken the whole request; a small one may have met a connection that was just closed.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern: new RegExp(`^\\d{3} [A-Z][A-Za-z ]{1,40}: ${requestCut}$`),
  adds: (groups, event) => ({ phase: 'request', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="readfrom tcp 127.0.0.1:57244->127.0.0.1:18080: write tcp 127.0.0.1:57244->127.0.0.1:18080: write: connection reset by peer"',
      gives: {
        phase: 'request',
        by: 'reset',
        upstream: '127.0.0.1:18080',
        reason: 'connection reset by peer',
      },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="readfrom tcp 127.0.0.1:57262->127.0.0.1:18080: write tcp 127.0.0.1:57262->127.0.0.1:18080: use of closed network connection"',
      gives: { phase: 'request', by: 'other' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error="read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer"',
      because: 'the request had been sent',
    },
  ],
});
