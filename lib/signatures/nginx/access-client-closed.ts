import { defineAside } from '#lib/catalogue/define.ts';
import { accessFormats, eachAttempt } from '#lib/catalogue/define-access.ts';

export const nginxAccessClientClosed = defineAside({
  id: 'nginx/access-client-closed',
  formats: accessFormats,
  needles: ['499'],
  means: 'The client left before it had its response (499).',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_request.h', version: 'release-1.31.4' },
  reads: eachAttempt(499, (attempt, { fields }) =>
    fields['status'] === '499' && attempt.number === attempt.of ? { status: 499 } : undefined,
  ),
  basis: 'inferred',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:43 +0000] "GET /slow HTTP/1.1" 499 0 "-" "curl/7.88.1" rt=0.500 uct="0.000" uht="-" urt="0.500" us="-" ua="127.0.0.1:18080" ul="0" ubr="0" ubs="90" rid=dbbdf61ca9032b3cd64ea6e8bd1634f4 c=141 cr=1 done=',
      gives: { status: 499, upstream: '127.0.0.1:18080', elapsed: 500, connection: '141' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '127.0.0.1 - - [22/Nov/2026:11:54:43 +0000] "GET /slow HTTP/1.1" 499 0 "-" "curl/7.88.1"',
      gives: { status: 499, target: '/slow' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:11:54:43 +0000] "GET /items/499 HTTP/1.1" 200 499 "-" "curl/7.88.1"',
      because: 'the number is a path and a size',
    },
  ],
});
