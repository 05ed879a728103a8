import { defineSymptom } from '#lib/catalogue/define.ts';
import { clientLeft, envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyUnfinishedBody = defineSymptom({
  id: 'envoy/unfinished-body',
  formats: envoyFormats,
  needles: ['upstream_reset_after_response_started', ...flagNeedles('UPE')],
  means:
    'The response broke off before its announced end, or its chunks were broken (UPE): by HTTP/1 Envoy says the same for both.',
  provenance: envoyFlags,
  reads: whenEnded((ended) =>
    ended.flags.has('UPE') && ended.phase !== 'header' && !clientLeft(ended)
      ? { phase: ended.phase, by: 'other' }
      : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '[2026-11-27T04:02:55.445Z] "GET /body/clfin HTTP/1.1" 200 UPE upstream_reset_after_response_started{protocol_error} - "-" 0 100 151 0 "192.0.2.2" "curl/7.88.1" "eaccce02-c7b4-4fa0-8fdb-1f9404485277" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:42824 127.0.0.1:38501 127.0.0.1:40924 - default',
      gives: { phase: 'body', status: 200, elapsed: 151 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:02:55.445Z] "GET /body/clfin HTTP/1.1" 200 UPE 0 100 151 0 "192.0.2.2" "curl/7.88.1" "eaccce02-c7b4-4fa0-8fdb-1f9404485277" "127.0.0.1:38501" "127.0.0.1:38080"',
      gives: { phase: 'body' },
      from: 'captured, Envoy 1.40.0',
    },
    {
      line: '[2021-11-07T12:06:36.161Z] "GET /api HTTP/1.1" 200 UPE upstream_reset_after_response_started{protocol_error} - "-" 0 43707 3 2 "10.128.0.79" "Mozilla/5.0 (X11; Linux x86_64)" "4f6928b9-9936-4617-ade1-eb486e2054bf" "demo:9002" "10.127.2.36:9002" outbound|9002||demo.demo.svc.cluster.local 10.127.3.145:35164 10.127.3.145:9002 10.128.0.79:3235 - -',
      gives: { phase: 'body', upstream: '10.127.2.36:9002' },
      from: 'published, istio issue 35378',
    },
    {
      line: '{"authority":"127.0.0.1:38501","bytes_received":0,"bytes_sent":100,"connection_termination_details":null,"downstream_local_address":"127.0.0.1:38501","downstream_remote_address":"127.0.0.1:40958","duration":151,"method":"GET","path":"/body/chrst","protocol":"HTTP/1.1","request_id":"81e6bb65-23df-413e-a78d-a8a8693f1c39","requested_server_name":null,"response_code":200,"response_code_details":"upstream_reset_after_response_started{protocol_error}","response_flags":"UPE","route_name":"default","start_time":"2026-11-27T04:03:00.132Z","upstream_cluster":"be","upstream_host":"127.0.0.1:38080","upstream_local_address":"127.0.0.1:42854","upstream_service_time":"0","upstream_transport_failure_reason":null,"user_agent":"curl/7.88.1","x_forwarded_for":"192.0.2.2"}',
      gives: { phase: 'body' },
      from: 'captured, Envoy 1.40.0 with the names of Istio',
      format: 'envoy-json',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:01.472Z] "GET /body/eofrst HTTP/1.1" 200 - via_upstream - "-" 0 100 159 2 "192.0.2.2" "curl/7.88.1" "f5da4d75-b452-4d7b-af90-70359ff66f74" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:42884 127.0.0.1:38501 127.0.0.1:40974 - default',
      because: 'without a length Envoy takes even a reset for the end',
    },
    {
      line: '[2026-11-27T04:03:01.303Z] "GET /body/eoffin HTTP/1.1" 200 - via_upstream - "-" 0 100 159 4 "192.0.2.2" "curl/7.88.1" "1562a1be-f2d5-4f66-ae91-a8f233ebecd0" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:42868 127.0.0.1:38501 127.0.0.1:40972 - default',
      because: 'a response without a length ends with its connection',
    },
  ],
});
