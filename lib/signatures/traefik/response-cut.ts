import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, responseCut } from '#lib/catalogue/define-go.ts';

export const traefikResponseCut = defineSymptom({
  id: 'traefik/response-cut',
  formats: ['traefik'],
  needles: ['read error during body copy'],
  means: 'The backend closed the connection in the middle of the response body.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  pattern: new RegExp(`^httputil: ReverseProxy read error during body copy: ${responseCut}$`),
  adds: (groups, event) => ({ phase: 'body', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:133 > httputil: ReverseProxy read error during body copy: unexpected EOF',
      gives: { phase: 'body', by: 'fin' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:133 > httputil: ReverseProxy read error during body copy: read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer',
      gives: { phase: 'body', by: 'reset', upstream: '127.0.0.1:18080', reason: 'connection reset by peer' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/proxy/httputil/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:133 > httputil: ReverseProxy read error during body copy: context canceled',
      because: 'the client left',
    },
  ],
});
