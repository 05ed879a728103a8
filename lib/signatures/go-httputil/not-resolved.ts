import { defineAside } from '#lib/catalogue/define.ts';
import { notResolved } from '#lib/catalogue/define-go.ts';

export const goHttputilNotResolved = defineAside({
  id: 'go-httputil/not-resolved',
  formats: ['go-httputil'],
  needles: ['dial tcp: lookup'],
  means: "The proxy could not find the address of the backend's name.",
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^http: proxy error: ${notResolved}$`),

  basis: 'stated',
  cause: 'name-resolution',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: dial tcp: lookup nosuch.invalid on 192.0.2.53:53: no such host',
      gives: {},
      from: 'captured, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: dial tcp 127.0.0.1:18099: connect: connection refused',
      because: 'the address was known',
    },
  ],
});
