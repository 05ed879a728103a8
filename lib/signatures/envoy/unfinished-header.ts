import { defineSymptom } from '#lib/catalogue/define.ts';
import { clientLeft, envoyFlags, envoyFormats, flagNeedles, whenEnded } from '#lib/catalogue/define-envoy.ts';

export const envoyUnfinishedHeader = defineSymptom({
  id: 'envoy/unfinished-header',
  formats: envoyFormats,
  needles: ['502', 'upstream_reset_before_response_started', ...flagNeedles('UPE')],
  means:
    'What came from the backend before the connection ended was no whole response header: cut off, or not HTTP as Envoy expects it (UPE).',
  provenance: envoyFlags,
  reads: whenEnded((ended) =>
    ended.flags.has('UPE') && ended.phase === 'header' && !clientLeft(ended)
      ? { phase: 'header', by: 'other' }
      : undefined,
  ),
  basis: 'inferred',
  points: [{ cause: 'protocol-mismatch', strength: 'context' }],
  samples: [
    {
      line: '[2026-11-27T04:02:53.866Z] "GET /hdr/pfin HTTP/1.1" 502 UPE upstream_reset_before_response_started{protocol_error} - "-" 0 87 164 - "192.0.2.2" "curl/7.88.1" "fc830714-ae9b-4e22-ad90-1c92e1ca6035" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:49794 127.0.0.1:38501 127.0.0.1:51570 - default',
      gives: { phase: 'header', status: 502, elapsed: 164 },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2026-11-27T04:02:53.866Z] "GET /hdr/pfin HTTP/1.1" 502 UPE 0 87 164 - "192.0.2.2" "curl/7.88.1" "fc830714-ae9b-4e22-ad90-1c92e1ca6035" "127.0.0.1:38501" "127.0.0.1:38080"',
      gives: { phase: 'header' },
      from: 'captured, Envoy 1.40.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-27T04:03:08.364Z] "GET /direct HTTP/1.1" 502 - direct_response - "-" 0 2 0 - "192.0.2.2" "curl/7.88.1" "7d943537-0870-473f-9ebd-f5a987c015c8" "127.0.0.1:38501" "-" - - 127.0.0.1:38501 127.0.0.1:59870 - -',
      because: 'Envoy was told to answer so',
    },
  ],
});
