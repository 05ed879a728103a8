import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';

export const traefikAccessClientClosed = defineAside({
  id: 'traefik/access-client-closed',
  formats: ['traefik-access'],
  needles: ['499'],
  means: 'The client left before it had its response (499).',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  reads: eachAttempt(499, () => ({})),
  basis: 'inferred',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /x HTTP/1.1" 499 21 "-" "-" 42 "web@docker" "http://10.1.0.9:8080" 500ms',
      gives: { status: 499, upstream: '10.1.0.9:8080', elapsed: 500 },
      from: 'rebuilt from the template, Traefik v3.7.9',
    },
  ],
  nearMisses: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /499 HTTP/1.1" 200 499 "-" "-" 499 "web@docker" "http://10.1.0.9:8080" 499ms',
      because: 'the number stands everywhere but in the status',
    },
  ],
});
