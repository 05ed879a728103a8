import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, responseCut } from '#lib/catalogue/define-go.ts';

export const goHttputilResponseCut = defineSymptom({
  id: 'go-httputil/response-cut',
  formats: ['go-httputil'],
  needles: ['read error during body copy'],
  means: 'The backend closed the connection in the middle of the response body.',
  provenance: {
    project: 'Go',
    file: 'net/http/httputil/reverseproxy.go, net/http/transport.go',
    version: '1.19.8',
  },
  pattern: new RegExp(`^httputil: ReverseProxy read error during body copy: ${responseCut}$`),
  adds: (groups, event) => ({ phase: 'body', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026/11/22 12:13:56 httputil: ReverseProxy read error during body copy: unexpected EOF',
      gives: { phase: 'body', by: 'fin' },
      from: 'captured, Go 1.19.8',
    },
    {
      line: '2026/11/22 12:13:56 httputil: ReverseProxy read error during body copy: read tcp 127.0.0.1:53344->127.0.0.1:18080: read: connection reset by peer',
      gives: { phase: 'body', by: 'reset', upstream: '127.0.0.1:18080', reason: 'connection reset by peer' },
      from: 'captured, Go 1.19.8',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/22 12:13:56 httputil: ReverseProxy read error during body copy: context canceled',
      because: 'the client left',
    },
  ],
});
