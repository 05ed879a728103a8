import { defineSymptom } from '#lib/catalogue/define.ts';
import { whenNamed } from '#lib/catalogue/define-named.ts';

export const gclbResponseCut = defineSymptom({
  id: 'gclb/response-cut',
  formats: ['gclb'],
  needles: ['backend_connection_closed_after_partial_response_sent'],
  means: 'The backend closed the connection in the middle of its answer.',
  provenance: {
    project: 'Google Cloud Load Balancing',
    file: 'Global external Application Load Balancer logging and monitoring, "statusDetails HTTP failure messages"',
    version: '2026',
    url: 'https://docs.cloud.google.com/load-balancing/docs/https/https-logging-monitoring#statusdetails_http_failure_messages',
  },
  reads: whenNamed(({ reason, status }) =>
    reason === 'backend_connection_closed_after_partial_response_sent'
      ? { phase: status === 101 ? 'tunnel' : status === 0 ? 'header' : 'body', by: 'other' }
      : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '{"jsonPayload":{"statusDetails":"backend_connection_closed_after_partial_response_sent"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":200,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { phase: 'body', by: 'other', status: 200 },
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
