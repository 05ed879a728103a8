import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, responseCut } from '#lib/catalogue/define-go.ts';

export const cloudflaredResponseCut = defineSymptom({
  id: 'cloudflared/response-cut',
  formats: ['cloudflared'],
  needles: ['originService'],
  means: 'The origin closed the connection in the middle of the response body.',
  provenance: {
    project: 'cloudflared',
    file: 'proxy/proxy.go, proxy/logger.go, connection/http2.go',
    version: '2026.8.2 (d1df798)',
    url: 'https://github.com/cloudflare/cloudflared',
  },
  pattern: new RegExp(`^${responseCut}$`),
  adds: (groups, event) => ({ phase: 'body', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="unexpected EOF" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: { phase: 'body', by: 'fin', upstream: '10.0.0.5:8080' },
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z ERR  error="read tcp 10.0.0.2:51544->10.0.0.5:8080: read: connection reset by peer" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: { phase: 'body', by: 'reset', upstream: '10.0.0.5:8080', reason: 'connection reset by peer' },
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Incoming request ended abruptly: context canceled" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      because: 'the client left',
    },
  ],
});
