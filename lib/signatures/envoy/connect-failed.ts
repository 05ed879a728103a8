import { defineAside } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyConnectFailed = defineAside({
  id: 'envoy/connect-failed',
  formats: envoyFormats,
  needles: ['503', 'upstream_reset_before_response_started', ...flagNeedles('UF')],
  means: 'Envoy could not connect to the backend: refused, unreachable, or the TLS handshake failed (UF).',
  provenance: envoyFlags,
  reads: whenEnded(({ flags, reason }) =>
    flags.has('UF') && !/timeout|WRONG_VERSION_NUMBER/.test(reason) ? { phase: 'connect' } : undefined,
  ),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '[2026-11-27T04:03:05.227Z] "GET /refused HTTP/1.1" 503 UF upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused} - "delayed_connect_error:_Connection_refused" 0 98 0 - "192.0.2.2" "curl/7.88.1" "4c6543c2-2a0b-42f8-b70f-7d54f661207a" "127.0.0.1:38501" "127.0.0.1:38099" refused - 127.0.0.1:38501 127.0.0.1:41130 - r-refused',
      gives: { phase: 'connect', upstream: '127.0.0.1:38099' },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:03:04.670Z] "GET /hs HTTP/1.1" 503 UF upstream_reset_before_response_started{remote_connection_failure} - "-" 0 98 0 - "192.0.2.2" "curl/7.88.1" "8b4b7a98-4e5a-4ee4-84f1-8ed0652bf0fe" "127.0.0.1:38501" "127.0.0.1:38444" hs - 127.0.0.1:38501 127.0.0.1:41110 - r-hs',
      gives: { phase: 'connect' },
      from: 'captured, Envoy 1.40.0 with the format of Istio, a backend that closes during the TLS handshake',
    },
    {
      line: '[2026-11-27T04:03:11.522Z] "- - -" 0 UF,URX - - "delayed_connect_error:_Connection_refused" 0 0 0 - "-" "-" "-" "-" "127.0.0.1:38099" refused - 127.0.0.1:38503 127.0.0.1:45956 - -',
      gives: { phase: 'connect', upstream: '127.0.0.1:38099' },
      from: 'captured, Envoy 1.40.0 with the format of Istio, TCP proxy',
    },
    {
      line: '{"authority":"127.0.0.1:38501","bytes_received":0,"bytes_sent":98,"connection_termination_details":null,"downstream_local_address":"127.0.0.1:38501","downstream_remote_address":"127.0.0.1:41130","duration":0,"method":"GET","path":"/refused","protocol":"HTTP/1.1","request_id":"4c6543c2-2a0b-42f8-b70f-7d54f661207a","requested_server_name":null,"response_code":503,"response_code_details":"upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused}","response_flags":"UF","route_name":"r-refused","start_time":"2026-11-27T04:03:05.227Z","upstream_cluster":"refused","upstream_host":"127.0.0.1:38099","upstream_local_address":null,"upstream_service_time":null,"upstream_transport_failure_reason":"delayed_connect_error:_Connection_refused","user_agent":"curl/7.88.1","x_forwarded_for":"192.0.2.2"}',
      gives: { phase: 'connect' },
      from: 'captured, Envoy 1.40.0 with the names of Istio',
      format: 'envoy-json',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:04.700Z] "GET /wrongtls HTTP/1.1" 503 UF upstream_reset_before_response_started{connection_timeout} - "-" 0 91 501 - "192.0.2.2" "curl/7.88.1" "76c4dc45-7e28-42fd-b476-022664913f04" "127.0.0.1:38501" "127.0.0.1:38080" wrongtls - 127.0.0.1:38501 127.0.0.1:41114 - r-wrongtls',
      because: 'nobody refused: the time for connecting ran out',
    },
  ],
});
