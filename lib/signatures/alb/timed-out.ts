import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { guide } from '#lib/catalogue/define-elb.ts';

export const albTimedOut = defineAside({
  id: 'alb/timed-out',
  formats: ['alb-access'],
  needles: [' 504 - '],
  means:
    'The load balancer gave up: no connection within ten seconds, no answer within its idle timeout, or less of a body than its Content-Length said.',
  provenance: guide('application/load-balancer-troubleshooting.html'),
  reads: eachAttempt(504, (_, { fields }) => (fields['upstream_status'] === '-' ? {} : undefined)),
  basis: 'inferred',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 -1 -1 504 - 341 272 "GET http://shop.example.com:80/report HTTP/1.1" "curl/8.4.0" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      gives: { status: 504, upstream: '10.0.0.1:8080', target: '/report' },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06',
    },
  ],
  nearMisses: [
    {
      line: 'http 2026-11-22T12:00:05.123456Z app/shop/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:8080 0.001 0.052 0.000 504 504 341 272 "GET http://shop.example.com:80/ 504 - HTTP/1.1" "curl/8.4.0" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354"',
      because: 'the target answered 504 itself',
    },
  ],
});
