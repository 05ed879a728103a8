import { defineAside } from '#lib/catalogue/define.ts';

export const goHttputilClientClosed = defineAside({
  id: 'go-httputil/client-closed',
  formats: ['go-httputil'],
  needles: ['context canceled'],
  means: 'The client left before it had its response, and the request to the backend was given up.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern:
    /^(?:http: proxy error: context canceled$|httputil: ReverseProxy read error during body copy: (?:context canceled$|writing: ))/,

  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: context canceled',
      gives: {},
      from: 'captured, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: EOF',
      because: 'the backend closed',
    },
  ],
});
