import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const gclbNotConnected = defineAside({
  id: 'gclb/not-connected',
  formats: ['gclb'],
  needles: ['failed_to_connect_to_backend', 'failed_to_pick_backend', 'failed_to_negotiate_alpn'],
  means: 'No backend took the request: none is healthy, or the connection failed.',
  provenance: {
    project: 'Google Cloud Load Balancing',
    file: 'External Application Load Balancer logging, "statusDetails HTTP failure messages"',
    version: 'read 2026-11',
    url: 'https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring#statusdetails_http_failure_messages',
  },
  reads: whenOneOf(['failed_to_connect_to_backend', 'failed_to_pick_backend', 'failed_to_negotiate_alpn'], {
    phase: 'connect',
  }),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '{"jsonPayload":{"statusDetails":"failed_to_connect_to_backend"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":502,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { phase: 'connect', status: 502 },
      from: 'rebuilt from the template, Google Cloud "External Application Load Balancer logging"',
    },
  ],
  nearMisses: [
    {
      line: '{"jsonPayload":{"statusDetails":"response_sent_by_backend"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay","requestSize":"577","status":502,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"backend_service_name":"shop-api"}},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      because: 'the backend answered so itself',
    },
  ],
});
