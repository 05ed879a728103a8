import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';

export const traefikAccessTimedOut = defineAside({
  id: 'traefik/access-timed-out',
  formats: ['traefik-access'],
  needles: ['504'],
  means: 'Traefik gave up waiting for the backend and answered 504.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  // Its own body is the words "Gateway Timeout".
  reads: eachAttempt(504, (_, { fields }) => (fields['body_bytes_sent'] === '15' ? {} : undefined)),
  basis: 'inferred',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /x HTTP/1.1" 504 15 "-" "-" 42 "web@docker" "http://10.1.0.9:8080" 30000ms',
      gives: { status: 504, upstream: '10.1.0.9:8080', elapsed: 30_000 },
      from: 'rebuilt from the template, Traefik v3.7.9',
    },
  ],
  nearMisses: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /x HTTP/1.1" 504 3 "-" "-" 42 "web@docker" "http://10.1.0.9:8080" 51ms',
      because: 'the backend answered 504 itself',
    },
  ],
});
