import { defineSymptom } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyTcpReset = defineSymptom({
  id: 'envoy/tcp-reset',
  formats: envoyFormats,
  needles: ['upstream_host', 'upstream_cluster', ...flagNeedles('UR')],
  means: 'A TCP proxy’s backend reset the connection (UR); an orderly close looks like any end.',
  provenance: envoyFlags,
  reads: whenEnded((ended) =>
    ended.tcp && ended.flags.has('UR') ? { phase: 'tunnel', by: 'reset' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[2026-11-27T04:03:10.795Z] "- - -" 0 UR - - "-" 86 0 56 - "-" "-" "-" "-" "127.0.0.1:38080" be 127.0.0.1:44732 127.0.0.1:38502 127.0.0.1:60630 - -',
      gives: { phase: 'tunnel', by: 'reset', upstream: '127.0.0.1:38080', elapsed: 56, client: '127.0.0.1' },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:03:10.795Z] "- - -" 0 UR 86 0 56 - "-" "-" "-" "-" "127.0.0.1:38080"',
      gives: { phase: 'tunnel' },
      from: 'captured, Envoy 1.40.0',
    },
    {
      line: '{"authority":null,"bytes_received":86,"bytes_sent":0,"connection_termination_details":null,"downstream_local_address":"127.0.0.1:38502","downstream_remote_address":"127.0.0.1:60630","duration":56,"method":null,"path":null,"protocol":null,"request_id":null,"requested_server_name":null,"response_code":0,"response_code_details":null,"response_flags":"UR","route_name":null,"start_time":"2026-11-27T04:03:10.795Z","upstream_cluster":"be","upstream_host":"127.0.0.1:38080","upstream_local_address":"127.0.0.1:44732","upstream_service_time":null,"upstream_transport_failure_reason":null,"user_agent":null,"x_forwarded_for":null}',
      gives: { phase: 'tunnel', by: 'reset' },
      from: 'captured, Envoy 1.40.0 with the names of Istio',
      format: 'envoy-json',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:10.735Z] "- - -" 0 - - - "-" 86 0 51 - "-" "-" "-" "-" "127.0.0.1:38080" be 127.0.0.1:44724 127.0.0.1:38502 127.0.0.1:60614 - -',
      because: 'the backend closed with FIN: a blind spot of every TCP proxy',
    },
  ],
});
