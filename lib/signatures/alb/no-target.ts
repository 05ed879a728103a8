import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { guide } from '#lib/catalogue/define-elb.ts';

export const albNoTarget = defineAside({
  id: 'alb/no-target',
  formats: ['alb-access'],
  needles: [' 503 - '],
  means: 'No target was asked: its group has none that is registered and in use.',
  provenance: guide('application/load-balancer-troubleshooting.html'),
  reads: eachAttempt(503, (_, { fields }) =>
    fields['upstream_addr'] === '-' && fields['upstream_status'] === '-' ? { phase: 'connect' } : undefined,
  ),
  basis: 'inferred',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 - -1 -1 -1 503 - 341 272 "GET http://shop.example.com:80/ HTTP/1.1" "curl/8.4.0" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      gives: { phase: 'connect', status: 503 },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06',
    },
  ],
  nearMisses: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 0.052 0.000 503 503 341 272 "GET http://shop.example.com:80/ 503 - HTTP/1.1" "curl/8.4.0" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      because: 'the target answered 503 itself',
    },
  ],
});
