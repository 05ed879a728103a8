import { defineSymptom } from '#lib/catalogue/define.ts';
import { clientLeft, envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyClosedBody = defineSymptom({
  id: 'envoy/closed-body',
  formats: envoyFormats,
  needles: ['upstream_reset_after_response_started', ...flagNeedles('UC')],
  means: 'The connection to the backend ended in the middle of a response or of an upgraded connection (UC).',
  provenance: envoyFlags,
  reads: whenEnded((ended) =>
    ended.flags.has('UC') && ended.phase !== 'header' && !ended.tcp && !clientLeft(ended)
      ? { phase: ended.phase, by: 'other' }
      : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[2026-11-27T04:03:08.390Z] "GET /ws/fin HTTP/1.1" 101 UC upstream_reset_after_response_started{connection_termination} - "-" 0 1 150 - "192.0.2.2" "curl/7.88.1" "f2aa3a0d-74f8-447f-8039-938dba428e65" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:44688 127.0.0.1:38501 127.0.0.1:59900 - default',
      gives: { phase: 'tunnel', status: 101, elapsed: 150 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:02:53.687Z] "GET /feed HTTP/2" 200 UC 0 9512 2050 3 "-" "curl/7.88.1" "476225f6-9f0c-4e20-a418-0409d877a5bb" "shop.example.com" "10.0.3.7:8080"',
      gives: { phase: 'body', status: 200, elapsed: 2050 },
      from: 'rebuilt from the template, Envoy 1.40.0: a backend by HTTP/2',
    },
    {
      line: '{"attempts":1,"bytesTx":1,"closeType":"Normal","details":"upstream_reset_after_response_started{connection_termination}","durationMs":150,"flags":"UC","flagsLong":"UpstreamConnectionTermination","requestId":"f2aa3a0d-74f8-447f-8039-938dba428e65","status":101,"ts":"2026-11-27T04:03:08.390Z","ua":"curl/7.88.1","upstream":"127.0.0.1:38080","url":"/ws/fin","verb":"GET","xff":"192.0.2.2"}',
      gives: { phase: 'tunnel', attempt: 1 },
      from: 'captured, Envoy 1.40.0',
      format: 'envoy-json',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:07.236Z] "GET /body/clfin HTTP/1.1" 200 DC downstream_remote_disconnect - "-" 0 100 99 3 "192.0.2.2" "curl/7.88.1" "6bfcf483-a078-4492-802f-b77fcf3534dc" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:44638 127.0.0.1:38501 127.0.0.1:59836 - default',
      because: 'the client left',
    },
  ],
});
