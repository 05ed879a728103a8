import { defineSymptom } from '#lib/catalogue/define.ts';
import { clientLeft, envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyStreamReset = defineSymptom({
  id: 'envoy/stream-reset',
  formats: envoyFormats,
  needles: [
    'upstream_reset_before_response_started',
    'upstream_reset_after_response_started',
    ...flagNeedles('UR'),
  ],
  means: 'The backend reset the HTTP/2 stream of this request and kept the connection (UR).',
  provenance: envoyFlags,
  reads: whenEnded((ended) =>
    ended.flags.has('UR') && !ended.tcp && !clientLeft(ended)
      ? { phase: ended.phase, by: 'reset' }
      : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '[2022-08-25T06:40:11.120Z] "POST /shop.Cart/Get HTTP/2" 200 UR upstream_reset_before_response_started{remote_reset} - "-" 5 0 11 - "-" "grpc-go/1.60.0" "0f2b6d7c-9d5a-4e3f-8a1b-2c3d4e5f6071" "cart:8080" "10.0.3.7:8080" inbound|8080|| 127.0.0.6:40001 10.0.3.7:8080 10.0.3.9:38452 - default',
      gives: { phase: 'header', by: 'reset' },
      from: 'rebuilt from the template, Envoy 1.40.0, around istio issue 40639',
    },
    {
      line: '[2026-11-27T04:02:53.687Z] "GET /feed HTTP/2" 200 UR 0 9512 2050 3 "-" "curl/7.88.1" "476225f6-9f0c-4e20-a418-0409d877a5bb" "shop.example.com" "10.0.3.7:8080"',
      gives: { phase: 'body', by: 'reset' },
      from: 'rebuilt from the template, Envoy 1.40.0',
    },
  ],
  nearMisses: [],
});
