import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, requestCut } from '#lib/catalogue/define-go.ts';

export const goHttputilRequestCut = defineSymptom({
  id: 'go-httputil/request-cut',
  formats: ['go-httputil'],
  needles: ['connection reset by peer', 'broken pipe', 'use of closed network connection'],
  means:
    'The backend closed the connection before it had taken the whole request; a small one may have met a connection that was just closed.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^http: proxy error: ${requestCut}$`),
  adds: (groups, event) => ({ phase: 'request', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: readfrom tcp 127.0.0.1:57244->127.0.0.1:18080: write tcp 127.0.0.1:57244->127.0.0.1:18080: write: connection reset by peer',
      gives: {
        phase: 'request',
        by: 'reset',
        upstream: '127.0.0.1:18080',
        reason: 'connection reset by peer',
      },
      from: 'captured, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:55 http: proxy error: readfrom tcp 127.0.0.1:57262->127.0.0.1:18080: write tcp 127.0.0.1:57262->127.0.0.1:18080: use of closed network connection',
      gives: { phase: 'request', by: 'other' },
      from: 'captured, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:55 http: proxy error: read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer',
      because: 'the request had been sent',
    },
  ],
});
