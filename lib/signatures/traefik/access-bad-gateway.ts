import { defineSymptom } from '#lib/catalogue/define.ts';
import { eachAttempt } from '#lib/catalogue/define-access.ts';

export const traefikAccessBadGateway = defineSymptom({
  id: 'traefik/access-bad-gateway',
  formats: ['traefik-access'],
  needles: ['502'],
  means:
    'Traefik answered 502 itself: the backend closed, or was never reached; only its log at level DEBUG says which.',
  provenance: { project: 'Traefik', file: 'pkg/proxy/httputil/proxy.go', version: 'v3.7.9' },
  // Its own body is the words "Bad Gateway"; a backend that answers 502 has one of its own.
  reads: eachAttempt(502, (_, { fields }) =>
    fields['body_bytes_sent'] === '11' || fields['request_method'] === 'HEAD' ? { by: 'other' } : undefined,
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /x HTTP/1.1" 502 11 "-" "-" 42 "web@docker" "http://10.1.0.9:8080" 51ms',
      gives: {
        status: 502,
        upstream: '10.1.0.9:8080',
        elapsed: 51,
        method: 'GET',
        target: '/x',
        client: '192.0.2.9',
      },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/middlewares/accesslog/logger_formatters.go',
    },
    {
      line: '{"ClientHost":"192.0.2.9","DownstreamContentSize":11,"DownstreamStatus":502,"Duration":30012345678,"OriginContentSize":11,"OriginDuration":30011000000,"OriginStatus":502,"RequestHost":"shop.example.com","RequestMethod":"POST","RequestPath":"/pay","RequestProtocol":"HTTP/1.1","RetryAttempts":0,"ServiceAddr":"10.1.0.9:8080","ServiceURL":"http://10.1.0.9:8080","StartUTC":"2026-11-22T12:00:00.123456789Z","level":"info","msg":"","time":"2026-11-22T12:00:30Z"}',
      gives: { status: 502, elapsed: 30_011, host: 'shop.example.com', method: 'POST' },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/middlewares/accesslog/logdata.go',
    },
  ],
  nearMisses: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /x HTTP/1.1" 502 157 "-" "-" 42 "web@docker" "http://10.1.0.9:8080" 51ms',
      because: 'the backend answered 502 itself, with a page of its own',
    },
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /502 HTTP/1.1" 200 11 "-" "502" 502 "web@docker" "http://10.1.0.9:8080" 502ms',
      because: 'the number stands everywhere but in the status',
    },
  ],
});
