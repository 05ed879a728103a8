import { defineAside } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyResponseTimeout = defineAside({
  id: 'envoy/response-timeout',
  formats: envoyFormats,
  needles: ['504', '408', 'timeout', ...flagNeedles('UT', 'SI', 'DT', 'UMSDR')],
  means:
    'A time limit of Envoy’s ended the request: the route’s, its retries’, the stream’s or the connection’s (UT, SI, DT, UMSDR).',
  provenance: envoyFlags,
  reads: whenEnded(({ flags, phase }) =>
    ['UT', 'SI', 'DT', 'UMSDR'].some((flag) => flags.has(flag)) ? { phase } : undefined,
  ),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '[2026-11-27T04:03:05.483Z] "GET /slow HTTP/1.1" 504 UT response_timeout - "-" 0 24 1000 - "192.0.2.2" "curl/7.88.1" "84021b91-f63c-4e9c-827d-68bfbbd48465" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:44600 127.0.0.1:38501 127.0.0.1:59816 - r-be',
      gives: { phase: 'header', status: 504, elapsed: 1000 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '{"authority":"127.0.0.1:38501","bytes_received":0,"bytes_sent":24,"connection_termination_details":null,"downstream_local_address":"127.0.0.1:38501","downstream_remote_address":"127.0.0.1:59816","duration":1000,"method":"GET","path":"/slow","protocol":"HTTP/1.1","request_id":"84021b91-f63c-4e9c-827d-68bfbbd48465","requested_server_name":null,"response_code":504,"response_code_details":"response_timeout","response_flags":"UT","route_name":"r-be","start_time":"2026-11-27T04:03:05.483Z","upstream_cluster":"be","upstream_host":"127.0.0.1:38080","upstream_local_address":"127.0.0.1:44600","upstream_service_time":null,"upstream_transport_failure_reason":null,"user_agent":"curl/7.88.1","x_forwarded_for":"192.0.2.2"}',
      gives: { phase: 'header' },
      from: 'captured, Envoy 1.40.0 with the names of Istio',
      format: 'envoy-json',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:05.483Z] "GET /slow HTTP/1.1" 504 - via_upstream - "-" 0 24 1000 999 "-" "curl/7.88.1" "84021b91-f63c-4e9c-827d-68bfbbd48465" "shop.example.com" "10.0.3.7:8080" be 127.0.0.1:44600 127.0.0.1:38501 127.0.0.1:59816 - r-be',
      because: 'the backend answered 504 itself',
    },
  ],
});
