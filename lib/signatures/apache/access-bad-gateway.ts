import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheAccessBadGateway = defineSymptom({
  id: 'apache/access-bad-gateway',
  formats: ['apache-access'],
  needles: ['502'],
  means: 'A 502 of which this log does not say how far httpd got: the backend closed, or answered so itself.',
  provenance: httpd('mod_proxy_http.c'),
  reads: eachAttempt(502, () => ({ by: 'other' })),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:02:30 +0000] "GET /hdr/fin HTTP/1.1" 502 381 "-" "probe" D=50964 X=+ k=0 L=awLZ1qGz5KO3X5AIesL7LwAAAAM id=awLZ1qGz5KO3X5AIesL7LwAAAAM worker=-',
      gives: { status: 502, target: '/hdr/fin', method: 'GET', client: '127.0.0.1', elapsed: 51 },
      from: 'captured, Apache httpd 2.4.71',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:03:00 +0000] "GET /stale/rst HTTP/1.1" 502 - "-" "probe" D=21164 X=- k=0 L=awLZ9KGz5KO3X5AIesL7dAAAAAs id=awLZ9KGz5KO3X5AIesL7dAAAAAs worker=-',
      gives: { status: 502, elapsed: 21 },
      from: 'captured, Apache httpd 2.4.71: on a kept client connection, closed without a response',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:03:07 +0000] "GET /refused/502 HTTP/1.1" 503 502 "-" "probe" D=502 X=- k=0 L=- id=awLZ-6Gz5KO3X5AIesL7fAAAABc worker=-',
      because: 'the backend refused the connection; the number stands everywhere but in the status',
    },
  ],
});
