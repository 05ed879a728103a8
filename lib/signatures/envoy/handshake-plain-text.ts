import { defineSymptom } from '#lib/catalogue/define.ts';
import { envoyFlags, envoyFormats, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyHandshakePlainText = defineSymptom({
  id: 'envoy/handshake-plain-text',
  formats: envoyFormats,
  needles: ['WRONG_VERSION_NUMBER'],
  means: 'Envoy spoke TLS to a port that answered in plain text (UF with WRONG_VERSION_NUMBER).',
  provenance: envoyFlags,
  reads: whenEnded(({ flags, reason }) =>
    flags.has('UF') && reason.includes('WRONG_VERSION_NUMBER')
      ? { phase: 'connect', by: 'other', scheme: 'https' }
      : undefined,
  ),
  basis: 'stated',
  points: [{ cause: 'protocol-mismatch', strength: 'decisive' }],
  samples: [
    {
      line: '[2026-10-09T10:49:40.880Z] "GET /get HTTP/1.1" 503 URX,UF upstream_reset_before_response_started{remote_connection_failure|TLS_error:|268435703:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end} - "TLS_error:|268435703:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end" 0 121 792 - "-" "curl/8.11.1" "c0d24b36-5483-46ab-a1a5-4acfa4f5e52b" "shop.example.com" "203.0.113.12:80" outbound|80||shop.example.com - 203.0.113.171:80 10.244.0.6:56600 - default',
      gives: { phase: 'connect', scheme: 'https', upstream: '203.0.113.12:80' },
      from: 'published with Istio 1.27, names and addresses replaced',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:05.227Z] "GET /x?WRONG_VERSION_NUMBER HTTP/1.1" 503 UF upstream_reset_before_response_started{remote_connection_failure|TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end} - "-" 0 98 0 - "-" "-" "4c6543c2-2a0b-42f8-b70f-7d54f661207a" "shop.example.com" "10.0.3.7:8443" pay - 10.0.3.9:80 10.0.3.9:41130 - default',
      because: 'the handshake went wrong for another reason',
    },
  ],
});
