import { defineAside } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';
import { httpd } from '#lib/catalogue/define-apache.ts';

export const apacheAccessTimedOut = defineAside({
  id: 'apache/access-timed-out',
  formats: ['apache-access'],
  needles: ['504'],
  means: 'httpd gave up waiting for the backend and answered 504.',
  provenance: httpd('mod_proxy_fcgi.c'),
  reads: eachAttempt(504, () => ({})),
  basis: 'inferred',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:03:03 +0000] "GET /slow HTTP/1.1" 504 287 "-" "probe" D=2002446 X=+ k=0 L=awLZ96Gz5KO3X5AIesL7egAAABQ id=awLZ96Gz5KO3X5AIesL7egAAABQ worker=-',
      gives: { status: 504, elapsed: 2_002, target: '/slow' },
      from: 'captured, Apache httpd 2.4.71',
    },
  ],
  nearMisses: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:12:03:03 +0000] "GET /504 HTTP/1.1" 200 504 "-" "probe" D=504 X=+ k=0 L=- id=- worker=-',
      because: 'the number is a path, a size and a time',
    },
  ],
});
