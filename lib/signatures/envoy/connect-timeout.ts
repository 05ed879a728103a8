import { defineAside } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyConnectTimeout = defineAside({
  id: 'envoy/connect-timeout',
  formats: envoyFormats,
  needles: ['upstream_reset_before_response_started'],
  means:
    'The connection, or its TLS handshake, was not ready within the cluster’s connect_timeout (UF with connection_timeout).',
  provenance: envoyFlags,
  reads: whenEnded(({ flags, reason }) =>
    flags.has('UF') && /timeout/.test(reason) ? { phase: 'connect' } : undefined,
  ),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '[2026-11-27T04:03:04.700Z] "GET /wrongtls HTTP/1.1" 503 UF upstream_reset_before_response_started{connection_timeout} - "-" 0 91 501 - "192.0.2.2" "curl/7.88.1" "76c4dc45-7e28-42fd-b476-022664913f04" "127.0.0.1:38501" "127.0.0.1:38080" wrongtls - 127.0.0.1:38501 127.0.0.1:41114 - r-wrongtls',
      gives: { phase: 'connect', elapsed: 501 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:05.227Z] "GET /refused HTTP/1.1" 503 UF upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused} - "delayed_connect_error:_Connection_refused" 0 98 0 - "192.0.2.2" "curl/7.88.1" "4c6543c2-2a0b-42f8-b70f-7d54f661207a" "127.0.0.1:38501" "127.0.0.1:38099" refused - 127.0.0.1:38501 127.0.0.1:41130 - r-refused',
      because: 'refused',
    },
  ],
});
