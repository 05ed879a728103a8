import { defineAside } from '#lib/catalogue/define.ts';
import { dialFailed } from '#lib/catalogue/define-go.ts';

const unable = String.raw`Unable to reach the origin service\. The service may be down or it may not be responding to traffic from cloudflared: `;

export const cloudflaredNotConnected = defineAside({
  id: 'cloudflared/not-connected',
  formats: ['cloudflared'],
  needles: ['Unable to reach the origin service'],
  means: 'cloudflared could not connect to the origin.',
  provenance: {
    project: 'cloudflared',
    file: 'proxy/proxy.go, proxy/logger.go, connection/http2.go',
    version: '2026.8.2 (d1df798)',
    url: 'https://github.com/cloudflare/cloudflared',
  },
  pattern: new RegExp(`^${unable}${dialFailed}$`),
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-10-07T19:12:15Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp 127.0.0.1:8097: connect: connection refused" connIndex=0 event=1 ingressRule=0 originService=http://localhost:8097',
      gives: { phase: 'connect', upstream: '127.0.0.1:8097' },
      from: 'published, cloudflared',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      because: 'the connection was up',
    },
  ],
});
