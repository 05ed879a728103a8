import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, headerClosed } from '#lib/catalogue/define-go.ts';

export const goHttputilHeaderClosed = defineSymptom({
  id: 'go-httputil/header-closed',
  formats: ['go-httputil'],
  needles: [
    'proxy error: EOF',
    'unexpected EOF',
    'connection reset by peer',
    'malformed MIME header',
    'server closed idle connection',
    'GOAWAY',
    'client connection lost',
    'readLoopPeekFailLocked',
  ],
  means: 'The backend closed the connection before its whole response header had come.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^http: proxy error: ${headerClosed}$`),
  adds: (groups, event) => ({ phase: 'header', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: EOF',
      gives: { phase: 'header', by: 'fin' },
      from: 'captured, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer',
      gives: {
        phase: 'header',
        by: 'reset',
        upstream: '127.0.0.1:18080',
        reason: 'connection reset by peer',
      },
      from: 'captured, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: "Content-Ty"',
      gives: { phase: 'header', by: 'other' },
      from: 'captured, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: http: server closed idle connection',
      gives: { phase: 'header', by: 'fin' },
      from: 'rebuilt from the template, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: dial tcp 127.0.0.1:18099: connect: connection refused',
      because: 'no connection was made',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: context canceled',
      because: 'the client left',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: net/http: HTTP/1.x transport connection broken: malformed HTTP response "SSH-2.0-OpenSSH_9.2"',
      because: 'the backend answered, in no HTTP',
    },
  ],
});
