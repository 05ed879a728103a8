import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, requestCut } from '#lib/catalogue/define-go.ts';

const unable = String.raw`Unable to reach the origin service\. The service may be down or it may not be responding to traffic from cloudflared: `;

export const cloudflaredRequestCut = defineSymptom({
  id: 'cloudflared/request-cut',
  formats: ['cloudflared'],
  needles: ['Unable to reach the origin service'],
  means:
    'The origin closed the connection before it had taken the whole request; a small one may have met a connection that was just closed.',
  provenance: {
    project: 'cloudflared',
    file: 'proxy/proxy.go, proxy/logger.go, connection/http2.go',
    version: '2026.8.2 (d1df798)',
    url: 'https://github.com/cloudflare/cloudflared',
  },
  pattern: new RegExp(`^${unable}${requestCut}$`),
  adds: (groups, event) => ({ phase: 'request', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: write tcp 10.0.0.2:51544->10.0.0.5:8080: write: broken pipe" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: { phase: 'request', by: 'reset', upstream: '10.0.0.5:8080', reason: 'broken pipe' },
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: read tcp 10.0.0.2:51544->10.0.0.5:8080: read: connection reset by peer" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      because: 'the request had been sent',
    },
  ],
});
