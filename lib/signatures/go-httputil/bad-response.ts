import { defineAside } from '#lib/catalogue/define.ts';
import { badResponse } from '#lib/catalogue/define-go.ts';

export const goHttputilBadResponse = defineAside({
  id: 'go-httputil/bad-response',
  formats: ['go-httputil'],
  needles: ['malformed HTTP'],
  means: 'The backend answered with something that is no HTTP response of the kind asked for.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^http: proxy error: ${badResponse}$`),
  adds: { phase: 'header' },
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: net/http: HTTP/1.x transport connection broken: malformed HTTP response "SSH-2.0-OpenSSH_9.2"',
      gives: { phase: 'header' },
      from: 'rebuilt from the template, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: "Content-Ty"',
      because: 'a header that was cut off',
    },
  ],
});
