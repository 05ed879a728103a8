import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const gclbClientClosed = defineAside({
  id: 'gclb/client-closed',
  formats: ['gclb'],
  needles: [
    'client_disconnected_before_any_response',
    'client_disconnected_after_partial_response',
    'client_timed_out',
  ],
  means: 'The client hung up, or took and sent nothing for too long.',
  provenance: {
    project: 'Google Cloud Load Balancing',
    file: 'Global external Application Load Balancer logging and monitoring, "statusDetails HTTP failure messages"',
    version: '2026',
    url: 'https://docs.cloud.google.com/load-balancing/docs/https/https-logging-monitoring#statusdetails_http_failure_messages',
  },
  reads: whenOneOf([
    'client_disconnected_before_any_response',
    'client_disconnected_after_partial_response',
    'client_timed_out',
  ]),
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '{"jsonPayload":{"statusDetails":"client_disconnected_before_any_response"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":0,"responseSize":"0","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { target: '/pay' },
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
