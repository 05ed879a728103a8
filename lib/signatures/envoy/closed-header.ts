import { defineSymptom } from '#lib/catalogue/define.ts';
import { clientLeft, envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyClosedHeader = defineSymptom({
  id: 'envoy/closed-header',
  formats: envoyFormats,
  needles: ['503', 'upstream_reset_before_response_started', ...flagNeedles('UC')],
  means: 'The backend closed or reset the connection before any byte of a response (UC).',
  provenance: envoyFlags,
  reads: whenEnded((ended) =>
    ended.flags.has('UC') && ended.phase === 'header' && !clientLeft(ended)
      ? { phase: 'header', by: 'other' }
      : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[2026-11-27T04:02:53.687Z] "GET /hdr/fin HTTP/1.1" 503 UC 0 95 50 - "192.0.2.2" "curl/7.88.1" "476225f6-9f0c-4e20-a418-0409d877a5bb" "127.0.0.1:38501" "127.0.0.1:38080"',
      gives: {
        phase: 'header',
        by: 'other',
        status: 503,
        upstream: '127.0.0.1:38080',
        elapsed: 50,
        method: 'GET',
        target: '/hdr/fin',
        requestId: '476225f6-9f0c-4e20-a418-0409d877a5bb',
        host: '127.0.0.1:38501',
      },
      from: 'captured, Envoy 1.40.0',
    },
    {
      line: '[2026-11-27T04:02:53.759Z] "GET /hdr/rst HTTP/1.1" 503 UC upstream_reset_before_response_started{connection_termination} - "-" 0 95 56 - "192.0.2.2" "curl/7.88.1" "818f91ce-5a14-4954-9719-5e81fbd12f89" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:49778 127.0.0.1:38501 127.0.0.1:51554 - default',
      gives: { phase: 'header', by: 'other', client: '127.0.0.1' },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:03:06.503Z] "GET /hdr/fin HTTP/1.1" 503 URX,UC upstream_reset_before_response_started{connection_termination} - "-" 0 118 199 - "192.0.2.2" "curl/7.88.1" "c2b7d743-1f2c-4fe9-989d-49719012ceb6" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:44624 127.0.0.1:38501 127.0.0.1:59828 - r-be',
      gives: { phase: 'header', status: 503 },
      from: 'captured, Envoy 1.40.0 with the format of Istio, the last of three attempts',
    },
    {
      line: '{"authority":"127.0.0.1:38501","bytes_received":0,"bytes_sent":95,"connection_termination_details":null,"downstream_local_address":"127.0.0.1:38501","downstream_remote_address":"127.0.0.1:51546","duration":50,"method":"GET","path":"/hdr/fin","protocol":"HTTP/1.1","request_id":"476225f6-9f0c-4e20-a418-0409d877a5bb","requested_server_name":null,"response_code":503,"response_code_details":"upstream_reset_before_response_started{connection_termination}","response_flags":"UC","route_name":"default","start_time":"2026-11-27T04:02:53.687Z","upstream_cluster":"be","upstream_host":"127.0.0.1:38080","upstream_local_address":"127.0.0.1:49764","upstream_service_time":null,"upstream_transport_failure_reason":null,"user_agent":"curl/7.88.1","x_forwarded_for":"192.0.2.2"}',
      gives: { phase: 'header', elapsed: 50, upstream: '127.0.0.1:38080' },
      from: 'captured, Envoy 1.40.0 with the names of Istio',
      format: 'envoy-json',
    },
    {
      line: '[2020-03-27T10:00:00.123Z] "POST /pay HTTP/1.1" 503 UC "-" "-" 0 95 11 - "-" "okhttp/4.9.3" "0f2b6d7c-9d5a-4e3f-8a1b-2c3d4e5f6071" "pay:8080" "10.0.3.7:8080" outbound|8080||pay.shop.svc.cluster.local - 10.3.4.5:8080 10.0.3.9:38452 - default',
      gives: { phase: 'header', method: 'POST', elapsed: 11 },
      from: 'rebuilt from the template, Istio 1.5 pilot/pkg/networking/core/v1alpha3/listener.go',
    },
    {
      line: '[2026-11-27T04:02:53.687Z] "POST /shop.Cart/Get HTTP/2" 200 UC upstream_reset_before_response_started{connection_termination} - "-" 5 0 11 - "-" "grpc-go/1.60.0" "0f2b6d7c-9d5a-4e3f-8a1b-2c3d4e5f6071" "cart:8080" "10.0.3.7:8080" inbound|8080|| 127.0.0.6:40001 10.0.3.7:8080 10.0.3.9:38452 - default',
      gives: { phase: 'header', status: 200 },
      from: 'rebuilt from the template, Envoy 1.40.0: a gRPC client gets its status in a trailer',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:08.372Z] "GET /ok HTTP/1.1" 200 - via_upstream - "-" 0 3 0 0 "192.0.2.4" "a" "b,192.0.2.2" "x" 503 UC upstream_reset_before_response_started{connection_termination} - "-" 0 95 1 - "" "ba75c70a-60d5-4995-9a7b-0b8bcc69d725" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:44688 127.0.0.1:38501 127.0.0.1:59872 - default',
      because: 'a client wrote it into its user agent',
    },
    {
      line: '[2026-11-27T04:02:53.687Z] "GET /own HTTP/1.1" 503 - via_upstream - "-" 0 95 50 49 "192.0.2.2" "curl/7.88.1" "476225f6-9f0c-4e20-a418-0409d877a5bb" "shop.example.com" "127.0.0.1:38080" be 127.0.0.1:49764 127.0.0.1:38501 127.0.0.1:51546 - default',
      because: 'the backend, or the sidecar beside it, answered 503 itself',
    },
  ],
});
