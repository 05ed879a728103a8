import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseBy, whenNamed } from '#lib/catalogue/define-named.ts';

export const gclbRegionalClosed = defineSymptom({
  id: 'gclb/regional-closed',
  formats: ['gclb'],
  needles: ['connection_terminated'],
  means:
    'The backend closed the connection before its answer was complete; a regional load balancer does not tell how, nor how far the answer had come.',
  provenance: {
    project: 'Google Cloud Load Balancing',
    file: 'a published proxyStatus of a 503; RFC 9209, "Connection Terminated"',
    version: 'RFC of 2022-06',
    url: 'https://www.rfc-editor.org/rfc/rfc9209',
  },
  reads: whenNamed(({ reason, status }) =>
    reason === 'backend_connection_closed' ? { phase: phaseBy(status), by: 'other' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '{"jsonPayload":{"backendTargetProjectNumber":"projects/111111111111","proxyStatus":"error=\\"connection_terminated\\"; details=\\"backend_connection_closed\\""},"httpRequest":{"latency":"0.004512s","remoteIp":"203.0.113.9","requestMethod":"POST","requestSize":"577","requestUrl":"https://shop.example.com/pay","responseSize":"155","status":503,"userAgent":"curl/8.4.0"},"logName":"projects/shop-1/logs/loadbalancing.googleapis.com%2Fexternal_regional_requests","resource":{"labels":{"backend_target_name":"shop-api","region":"europe-west9"},"type":"http_external_regional_lb_rule"},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { phase: 'header', by: 'other', status: 503, upstream: 'shop-api' },
      from: 'rebuilt from the template, published entries of regional load balancers, elements of RFC 9209',
    },
  ],
  nearMisses: [
    {
      line: '{"jsonPayload":{"backendTargetProjectNumber":"projects/111111111111","proxyStatus":"error=\\"destination_unavailable\\"; details=\\"failed_to_pick_backend\\""},"httpRequest":{"latency":"0.004512s","remoteIp":"203.0.113.9","requestMethod":"POST","requestSize":"577","requestUrl":"https://shop.example.com/pay","responseSize":"155","status":503,"userAgent":"curl/8.4.0"},"logName":"projects/shop-1/logs/loadbalancing.googleapis.com%2Fexternal_regional_requests","resource":{"labels":{"backend_target_name":"shop-api","region":"europe-west9"},"type":"http_external_regional_lb_rule"},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      because: 'no backend was healthy',
    },
  ],
});
