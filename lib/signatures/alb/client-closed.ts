import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { guide } from '#lib/catalogue/define-elb.ts';

export const albClientClosed = defineAside({
  id: 'alb/client-closed',
  formats: ['alb-access'],
  needles: [' 460 - '],
  means: 'The client left before it had its response (460).',
  provenance: guide('application/load-balancer-troubleshooting.html'),
  reads: eachAttempt(460, (_, { fields }) => (fields['upstream_status'] === '-' ? {} : undefined)),
  basis: 'inferred',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 3.205 -1 460 - 341 272 "GET http://shop.example.com:80/report HTTP/1.1" "curl/8.4.0" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      gives: { status: 460, elapsed: 3_205 },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06',
    },
  ],
  nearMisses: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 0.052 0.000 200 200 341 460 "GET http://shop.example.com:80/ 460 - HTTP/1.1" "curl/8.4.0" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      because: 'the number is a size and part of the path',
    },
  ],
});
