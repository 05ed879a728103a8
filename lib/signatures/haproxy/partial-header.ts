import { defineSymptom } from '#lib/catalogue/define.ts';
import { haproxyFormats, haproxyStates, whenServerClosed } from '#lib/catalogue/define-haproxy.ts';

export const haproxyPartialHeader = defineSymptom({
  id: 'haproxy/partial-header',
  formats: haproxyFormats,
  needles: ['502'],
  means:
    'The server closed inside the response header, or answered something that is no response (PH): HAProxy 3 has one state for both.',
  provenance: haproxyStates,
  reads: whenServerClosed(({ state, status, answered, serverless }) =>
    state === 'PH' && status === 502 && !answered && !serverless ? { phase: 'header' } : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '127.0.0.1:53012 [22/Nov/2026:11:57:52.771] plain be/s1 0/0/0/-1/153 502 0 - - PH-- 1/1/0/0/0 0/0 "GET /hdr/pfin HTTP/1.1"',
      gives: { phase: 'header', by: 'other', elapsed: 153 },
      from: 'captured, HAProxy 3.4.0',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1:53012 [22/Nov/2026:11:57:52.771] plain be/s1 0/0/0/4/4 502 0 - - PH-- 1/1/0/0/0 0/0 "GET /secret HTTP/1.1"',
      because: 'a whole header had come: a rule of HAProxy’s blocked the response',
    },
  ],
});
