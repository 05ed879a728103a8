import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { guide } from '#lib/catalogue/define-elb.ts';

export const elbBadResponse = defineAside({
  id: 'elb/bad-response',
  formats: ['elb-access'],
  needles: [' 502 '],
  means: "The instance's response was malformed.",
  provenance: guide('classic/ts-elb-error-message.html'),
  reads: eachAttempt(502, (_, { fields }) =>
    fields['upstream_status'] === '502' ? undefined : { phase: 'header' },
  ),
  basis: 'inferred',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 10.0.0.1:80 0.000086 0.001274 -1 502 0 0 0 "GET http://api.example:80/v1/x HTTP/1.1" "curl/8.4.0" - -',
      gives: { phase: 'header', status: 502, upstream: '10.0.0.1:80' },
      from: 'rebuilt from the template, Elastic Load Balancing user guide of 2023-06',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:05.070958Z my-lb 203.0.113.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 502 502 0 29 "GET http://api.example:80/ HTTP/1.1" "curl/8.4.0" - -',
      because: 'the instance answered 502 itself',
    },
  ],
});
