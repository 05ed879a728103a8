import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { guide } from '#lib/catalogue/define-elb.ts';

export const elbClosedOrTimedOut = defineSymptom({
  id: 'elb/closed-or-timed-out',
  formats: ['elb-access'],
  needles: [' -1 -1 -1 504 '],
  means:
    'A 504 without times: the instance closed the connection before it had answered, or the idle timeout ran out; this log does not tell which.',
  provenance: guide('classic/ts-elb-error-message.html'),
  reads: eachAttempt(504, ({ response }) => (response === 'never' ? { by: 'other' } : undefined)),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 - -1 -1 -1 504 0 0 0 "GET http://api.example:80/v1/x HTTP/1.1" "curl/8.4.0" - -',
      gives: { by: 'other', status: 504, target: '/v1/x', client: '203.0.113.9', host: 'api.example' },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 504 504 0 29 "GET http://api.example:80/ -1 -1 -1 504 HTTP/1.1" "curl/8.4.0" - -',
      because: 'the instance answered 504 itself; the words are part of the path',
    },
  ],
});
