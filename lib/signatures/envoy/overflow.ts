import { defineAside } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyOverflow = defineAside({
  id: 'envoy/overflow',
  formats: envoyFormats,
  needles: ['503', ...flagNeedles('UO')],
  means:
    'A circuit breaker of Envoy’s refused the request: too many connections, requests or retries under way (UO).',
  provenance: envoyFlags,
  reads: whenEnded(({ flags }) => (flags.has('UO') ? { phase: 'connect' } : undefined)),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'proxy',
  samples: [
    {
      line: '[2026-11-27T04:03:07.556Z] "GET /over HTTP/1.1" 503 UO upstream_reset_before_response_started{overflow} - "-" 0 81 0 - "192.0.2.2" "curl/7.88.1" "ff22cfb0-8888-4e38-b8a9-4561a2f5e902" "127.0.0.1:38501" "-" full - 127.0.0.1:38501 127.0.0.1:59842 - r-full',
      gives: { phase: 'connect', status: 503 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
  ],
  nearMisses: [],
});
