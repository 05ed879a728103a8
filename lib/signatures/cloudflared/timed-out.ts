import { defineAside } from '#lib/catalogue/define.ts';
import { timedOut } from '#lib/catalogue/define-go.ts';

const unable = String.raw`Unable to reach the origin service\. The service may be down or it may not be responding to traffic from cloudflared: `;

export const cloudflaredTimedOut = defineAside({
  id: 'cloudflared/timed-out',
  formats: ['cloudflared'],
  needles: ['Unable to reach the origin service'],
  means: 'cloudflared gave up waiting for the origin, which had not closed.',
  provenance: {
    project: 'cloudflared',
    file: 'proxy/proxy.go, proxy/logger.go, connection/http2.go',
    version: '2026.8.2 (d1df798)',
    url: 'https://github.com/cloudflare/cloudflared',
  },
  pattern: new RegExp(`^${unable}${timedOut}$`),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: net/http: timeout awaiting response headers" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: {},
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: dial tcp 10.0.0.5:8080: i/o timeout" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      because: 'no connection was made',
    },
  ],
});
