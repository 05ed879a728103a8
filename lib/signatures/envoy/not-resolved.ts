import { defineAside } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyNotResolved = defineAside({
  id: 'envoy/not-resolved',
  formats: envoyFormats,
  needles: ['dns_', '503', ...flagNeedles('DF')],
  means: 'Envoy could not resolve the backend’s name (DF).',
  provenance: envoyFlags,
  reads: whenEnded(({ flags }) => (flags.has('DF') ? { phase: 'connect' } : undefined)),
  basis: 'stated',
  cause: 'name-resolution',
  closedBy: 'nobody',
  samples: [
    {
      line: '[2026-11-27T04:03:05.328Z] "GET /dns HTTP/1.1" 503 DF dns_resolution_failure{forward_host_not_found} - "-" 0 19 0 - "-" "curl/7.88.1" "494fa3c4-aa24-4e55-aa50-75b13421623e" "shop.example.com" "-" dynamic - 10.0.3.9:80 10.0.3.9:41186 - default',
      gives: { phase: 'connect' },
      from: 'rebuilt from the template, Envoy 1.40.0 source/common/http/utility.cc',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:05.328Z] "GET /dns HTTP/1.1" 503 UH no_healthy_upstream - "-" 0 19 0 - "192.0.2.2" "curl/7.88.1" "494fa3c4-aa24-4e55-aa50-75b13421623e" "127.0.0.1:38501" "-" dns - 127.0.0.1:38501 127.0.0.1:41186 - r-dns',
      because: 'a cluster of a name that has no address reads as empty',
    },
  ],
});
