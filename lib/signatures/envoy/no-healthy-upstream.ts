import { defineAside } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyNoHealthyUpstream = defineAside({
  id: 'envoy/no-healthy-upstream',
  formats: envoyFormats,
  needles: ['503', ...flagNeedles('UH', 'NC')],
  means: 'The cluster has no healthy host, none at all, or does not exist (UH, NC).',
  provenance: envoyFlags,
  reads: whenEnded(({ flags }) => (flags.has('UH') || flags.has('NC') ? { phase: 'connect' } : undefined)),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[2026-11-27T04:03:05.304Z] "GET /none HTTP/1.1" 503 UH no_healthy_upstream - "-" 0 19 0 - "192.0.2.2" "curl/7.88.1" "be3071b9-3fba-4d2b-9b9f-52b25e44e4c9" "127.0.0.1:38501" "-" none - 127.0.0.1:38501 127.0.0.1:41170 - r-none',
      gives: { phase: 'connect', status: 503 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:03:05.351Z] "GET /nowhere HTTP/1.1" 503 NC cluster_not_found - "-" 0 0 0 - "192.0.2.2" "curl/7.88.1" "d4c0d8b8-bf98-4622-bd31-f801cfe64011" "127.0.0.1:38501" "-" - - 127.0.0.1:38501 127.0.0.1:41200 - r-nowhere',
      gives: { phase: 'connect' },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:05.459Z] "GET /nr HTTP/1.1" 404 NR route_not_found - "-" 0 0 0 - "192.0.2.2" "curl/7.88.1" "cc67ef97-4987-4c98-ab5d-ffd66ce47894" "127.0.0.1:38501" "-" - - 127.0.0.1:38501 127.0.0.1:59814 - -',
      because: 'no route: Envoy knows no backend for this request',
    },
  ],
});
