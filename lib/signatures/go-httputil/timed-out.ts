import { defineAside } from '#lib/catalogue/define.ts';
import { timedOut } from '#lib/catalogue/define-go.ts';

export const goHttputilTimedOut = defineAside({
  id: 'go-httputil/timed-out',
  formats: ['go-httputil'],
  needles: ['timeout awaiting response headers', 'i/o timeout', 'deadline exceeded', 'TLS handshake timeout'],
  means: 'The proxy gave up waiting for the backend; the backend had not closed.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^http: proxy error: ${timedOut}$`),

  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: net/http: timeout awaiting response headers',
      gives: {},
      from: 'captured, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: dial tcp 192.0.2.37:8080: i/o timeout',
      because: 'no connection was made in time',
    },
  ],
});
