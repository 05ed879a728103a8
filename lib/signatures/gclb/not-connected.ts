import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const gclbNotConnected = defineAside({
  id: 'gclb/not-connected',
  formats: ['gclb'],
  needles: [
    'failed_to_connect_to_backend',
    'failed_to_pick_backend',
    'failed_to_negotiate_alpn',
    'ssl_certificate_san_verification_failed',
    'ssl_certificate_chain_verification_failed',
  ],
  means:
    'No backend took the request: none is healthy, the connection failed, or its certificate was refused.',
  provenance: {
    project: 'Google Cloud Load Balancing',
    file: 'Global external Application Load Balancer logging and monitoring, "statusDetails HTTP failure messages"',
    version: '2026',
    url: 'https://docs.cloud.google.com/load-balancing/docs/https/https-logging-monitoring#statusdetails_http_failure_messages',
  },
  reads: whenOneOf(
    [
      'failed_to_connect_to_backend',
      'failed_to_pick_backend',
      'failed_to_negotiate_alpn',
      'ssl_certificate_san_verification_failed',
      'ssl_certificate_chain_verification_failed',
    ],
    {
      phase: 'connect',
    },
  ),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '{"jsonPayload":{"statusDetails":"failed_to_connect_to_backend"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":502,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { phase: 'connect', status: 502 },
      from: 'rebuilt from the template, Google Cloud "Global external Application Load Balancer logging and monitoring"',
    },
    {
      line: '{"jsonPayload":{"backendTargetProjectNumber":"projects/111111111111","proxyStatus":"error=\\"destination_unavailable\\"; details=\\"failed_to_pick_backend\\""},"httpRequest":{"latency":"0.004512s","remoteIp":"203.0.113.9","requestMethod":"POST","requestSize":"577","requestUrl":"https://shop.example.com/pay","responseSize":"155","status":503,"userAgent":"curl/8.4.0"},"logName":"projects/shop-1/logs/loadbalancing.googleapis.com%2Fexternal_regional_requests","resource":{"labels":{"backend_target_name":"shop-api","region":"europe-west9"},"type":"http_external_regional_lb_rule"},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { phase: 'connect', status: 503, upstream: 'shop-api' },
      from: 'rebuilt from the template, published entries of regional load balancers, elements of RFC 9209',
    },
  ],
  nearMisses: [
    {
      line: '{"jsonPayload":{"statusDetails":"response_sent_by_backend"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":502,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      because: 'the backend answered so itself',
    },
  ],
});
