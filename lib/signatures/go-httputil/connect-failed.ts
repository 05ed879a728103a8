import { defineAside } from '#lib/catalogue/define.ts';
import { dialFailed } from '#lib/catalogue/define-go.ts';

export const goHttputilConnectFailed = defineAside({
  id: 'go-httputil/connect-failed',
  formats: ['go-httputil'],
  needles: ['dial tcp', 'dial unix'],
  means: 'The proxy could not connect to the backend: refused, unreachable, no socket, or too slow.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^http: proxy error: ${dialFailed}$`),
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: dial tcp 127.0.0.1:18099: connect: connection refused',
      gives: { phase: 'connect', upstream: '127.0.0.1:18099' },
      from: 'captured, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: dial tcp 192.0.2.37:8080: i/o timeout',
      gives: { upstream: '192.0.2.37:8080' },
      from: 'rebuilt from the template, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: dial tcp: lookup nosuch.invalid on 192.0.2.53:53: no such host',
      because: 'the name had no address',
    },
  ],
});
