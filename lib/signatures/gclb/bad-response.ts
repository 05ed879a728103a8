import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const gclbBadResponse = defineAside({
  id: 'gclb/bad-response',
  formats: ['gclb'],
  needles: [
    'backend_response_corrupted',
    'backend_response_headers_too_long',
    'backend_interim_response_not_supported',
    'backend_early_response_with_non_error_status',
    'error_uncompressing_gzipped_body',
  ],
  means: 'The backend answered something that the load balancer does not take.',
  provenance: {
    project: 'Google Cloud Load Balancing',
    file: 'Global external Application Load Balancer logging and monitoring, "statusDetails HTTP failure messages"',
    version: '2026',
    url: 'https://docs.cloud.google.com/load-balancing/docs/https/https-logging-monitoring#statusdetails_http_failure_messages',
  },
  reads: whenOneOf([
    'backend_response_corrupted',
    'backend_response_headers_too_long',
    'backend_interim_response_not_supported',
    'backend_early_response_with_non_error_status',
    'error_uncompressing_gzipped_body',
  ]),
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'nobody',
  samples: [
    {
      line: '{"jsonPayload":{"statusDetails":"backend_response_corrupted"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":502,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { status: 502 },
      from: 'rebuilt from the template, Google Cloud "Global external Application Load Balancer logging and monitoring"',
    },
  ],
  nearMisses: [
    {
      line: '{"jsonPayload":{"statusDetails":"response_sent_by_backend"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":502,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      because: 'the backend answered so itself',
    },
  ],
});
