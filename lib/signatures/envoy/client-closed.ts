import { defineAside } from '#lib/catalogue/define.ts';
import { clientLeft, envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyClientClosed = defineAside({
  id: 'envoy/client-closed',
  formats: envoyFormats,
  needles: ['downstream_', ...flagNeedles('DC', 'DR')],
  means: 'The client closed or reset its connection before it had its response (DC, DR).',
  provenance: envoyFlags,
  reads: whenEnded((ended) => (clientLeft(ended) ? {} : undefined)),
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '[2026-11-27T04:03:06.719Z] "GET /slow HTTP/1.1" 0 DC downstream_remote_disconnect - "-" 0 0 499 - "192.0.2.2" "curl/7.88.1" "a8c6beea-1785-4c52-8ded-671a69e5e89a" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:44636 127.0.0.1:38501 127.0.0.1:59830 - default',
      gives: { elapsed: 499 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:03:06.719Z] "GET /slow HTTP/1.1" 0 DC 0 0 499 - "192.0.2.2" "curl/7.88.1" "a8c6beea-1785-4c52-8ded-671a69e5e89a" "127.0.0.1:38501" "127.0.0.1:38080"',
      gives: { elapsed: 499 },
      from: 'captured, Envoy 1.40.0',
    },
    {
      line: '{"authority":"127.0.0.1:38501","bytes_received":0,"bytes_sent":0,"connection_termination_details":null,"downstream_local_address":"127.0.0.1:38501","downstream_remote_address":"127.0.0.1:59830","duration":499,"method":"GET","path":"/slow","protocol":"HTTP/1.1","request_id":"a8c6beea-1785-4c52-8ded-671a69e5e89a","requested_server_name":null,"response_code":0,"response_code_details":"downstream_remote_disconnect","response_flags":"DC","route_name":"default","start_time":"2026-11-27T04:03:06.719Z","upstream_cluster":"be","upstream_host":"127.0.0.1:38080","upstream_local_address":"127.0.0.1:44636","upstream_service_time":null,"upstream_transport_failure_reason":null,"user_agent":"curl/7.88.1","x_forwarded_for":"192.0.2.2"}',
      gives: { elapsed: 499 },
      from: 'captured, Envoy 1.40.0 with the names of Istio',
      format: 'envoy-json',
    },
  ],
  nearMisses: [],
});
