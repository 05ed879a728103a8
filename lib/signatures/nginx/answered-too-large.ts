import { defineClue } from '#lib/catalogue/define.ts';
import { accessFormats, eachAttempt } from '#lib/catalogue/define-access.ts';

export const nginxAnsweredTooLarge = defineClue({
  id: 'nginx/answered-too-large',
  formats: accessFormats,
  needles: ['413'],
  means: 'The backend itself answered 413: the body is larger than it takes, and it reads no further.',
  provenance: {
    project: 'nginx',
    file: 'src/http/ngx_http_upstream.c, ngx_http_upstream_status_variable',
    version: 'release-1.31.4',
  },
  reads: eachAttempt(413, ({ status, header }) =>
    status === 413 && typeof header === 'number' ? {} : undefined,
  ),
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '203.0.113.5 - - [25/Nov/2026:00:37:29 +0000] "POST /api/documents HTTP/1.1" 413 171 "-" "python-requests/2.32.5" rt=0.019 uct="0.000" uht="0.004" urt="0.004" us="413" ua="127.0.0.1:21160" ubr="347" c=38',
      gives: { status: 413, method: 'POST', target: '/api/documents', upstream: '127.0.0.1:21160' },
      from: 'captured, nginx 1.22.1, gunicorn 23.0.0',
    },
  ],
  nearMisses: [
    {
      line: '203.0.113.5 - - [25/Nov/2026:00:37:29 +0000] "POST /api/documents HTTP/1.1" 413 183 "-" "python-requests/2.32.5" rt=0.000 uct="-" uht="-" urt="-" us="-" ua="-" ubr="-" c=38',
      because: 'nginx refused it by client_max_body_size; no backend was asked',
    },
    {
      line: '203.0.113.5 - - [25/Nov/2026:00:37:29 +0000] "GET /api/413 HTTP/1.1" 200 413 "-" "curl/8.14.1" rt=0.019 uct="0.000" uht="0.004" urt="0.004" us="200" ua="127.0.0.1:4130" ubr="413" c=413',
      because: 'the number stands everywhere but in a status',
    },
  ],
});
