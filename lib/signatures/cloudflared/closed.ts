import { defineSymptom } from '#lib/catalogue/define.ts';
import { headerBy, headerClosed } from '#lib/catalogue/define-go.ts';

const unable = String.raw`Unable to reach the origin service\. The service may be down or it may not be responding to traffic from cloudflared: `;

export const cloudflaredClosed = defineSymptom({
  id: 'cloudflared/closed',
  formats: ['cloudflared'],
  needles: ['Unable to reach the origin service'],
  means: 'The origin closed the connection before its whole response header had come.',
  provenance: {
    project: 'cloudflared',
    file: 'proxy/proxy.go, proxy/logger.go, connection/http2.go',
    version: '2026.8.2 (d1df798)',
    url: 'https://github.com/cloudflare/cloudflared',
  },
  pattern: new RegExp(`^${unable}${headerClosed}$`),
  adds: (groups, event) => ({ phase: 'header', ...headerBy(groups, event) }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: { phase: 'header', by: 'fin', upstream: '10.0.0.5:8080', requestId: '8c4f1d2e3a4b5c6d-LHR' },
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/proxy.go',
    },
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: read tcp 10.0.0.2:51544->10.0.0.5:8080: read: connection reset by peer" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: { phase: 'header', by: 'reset', reason: 'connection reset by peer', upstream: '10.0.0.5:8080' },
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z ERR failed to serve incoming request error="Failed to proxy HTTP: Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF"',
      because: 'the second line of the same request',
    },
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp 10.0.0.5:8080: connect: connection refused" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      because: 'there was no connection',
    },
  ],
});
