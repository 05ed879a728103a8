import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { guide } from '#lib/catalogue/define-elb.ts';

export const elbNoInstance = defineAside({
  id: 'elb/no-instance',
  formats: ['elb-access'],
  needles: [' -1 -1 -1 503 '],
  means:
    'No instance was asked: none is registered and healthy, or the load balancer itself lacked capacity.',
  provenance: guide('classic/ts-elb-error-message.html'),
  reads: eachAttempt(503, ({ response }) => (response === 'never' ? { phase: 'connect' } : undefined)),
  basis: 'inferred',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 - -1 -1 -1 503 0 0 0 "GET http://api.example:80/v1/x HTTP/1.1" "curl/8.4.0" - -',
      gives: { phase: 'connect', status: 503 },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 503 503 0 29 "GET http://api.example:80/ -1 -1 -1 503 HTTP/1.1" "curl/8.4.0" - -',
      because: 'the instance answered 503 itself',
    },
  ],
});
