import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { guide } from '#lib/catalogue/define-elb.ts';

export const albClosed = defineSymptom({
  id: 'alb/closed',
  formats: ['alb-access'],
  needles: [' 502 - '],
  means:
    'The target closed the connection while the load balancer was waiting for its response; this log does not tell a reset from an orderly close.',
  provenance: guide('application/load-balancer-troubleshooting.html'),
  // A response that is malformed, or a header above 32 KB, reads the same.
  reads: eachAttempt(502, ({ response }, { fields }) =>
    fields['upstream_status'] === '-' && fields['upstream_addr'] !== '-' && typeof response === 'number'
      ? { phase: 'header', by: 'other' }
      : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: 'http 2022-04-15T16:52:50.757968Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.001 4.205 -1 502 - 94 326 "GET http://example.com:80 HTTP/1.1" "curl/7.51.0" - - arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      gives: {
        phase: 'header',
        by: 'other',
        status: 502,
        elapsed: 4_205,
        upstream: '10.0.0.1:80',
        method: 'GET',
        client: '192.168.131.39',
        requestId: '1-58337262-36d228ad5d99923122bbe354',
        host: 'example.com',
        sent: 94,
      },
      from: 'a sample of the vendor, quoted in https://github.com/medplum/medplum/issues/2253',
    },
    {
      line: 'https 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.003 0.000 -1 502 - 341 272 "POST https://shop.example.com:443/cart HTTP/2.0" "okhttp/4.12.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354" "shop.example.com" "-" 0 2026-11-22T12:00:05.070000Z "forward" "-" "-" "10.0.0.1:8080" "-" "-" "-" TID_1234abcd5678ef90',
      gives: { elapsed: 0, method: 'POST', target: '/cart' },
      from: 'rebuilt from the template, with the times of https://github.com/uNetworking/uWebSockets.js/issues/939',
    },
  ],
  nearMisses: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 -1 -1 -1 502 - 341 272 "GET http://shop.example.com:80/ HTTP/1.1" "curl/8.4.0" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      because: 'there was no connection: refused, or its TLS handshake failed',
    },
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 0.052 0.000 502 502 341 272 "GET http://shop.example.com:80/ 502 - HTTP/1.1" "curl/8.4.0 502 - " - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      because: 'the target answered 502 itself',
    },
  ],
});
