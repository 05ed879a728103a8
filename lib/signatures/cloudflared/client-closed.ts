import { defineAside } from '#lib/catalogue/define.ts';

export const cloudflaredClientClosed = defineAside({
  id: 'cloudflared/client-closed',
  formats: ['cloudflared'],
  needles: ['Incoming request ended abruptly'],
  means: 'The client hung up.',
  provenance: {
    project: 'cloudflared',
    file: 'proxy/proxy.go, proxy/logger.go, connection/http2.go',
    version: '2026.8.2 (d1df798)',
    url: 'https://github.com/cloudflare/cloudflared',
  },
  pattern: /^Incoming request ended abruptly: context canceled$/,
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Incoming request ended abruptly: context canceled" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      gives: { upstream: '10.0.0.5:8080' },
      from: 'rebuilt from the template, cloudflared 2026.8.2 proxy/proxy.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:00Z ERR  error="Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared: EOF" cfRay=8c4f1d2e3a4b5c6d-LHR connIndex=2 event=1 ingressRule=0 originService=http://10.0.0.5:8080',
      because: 'the origin closed',
    },
  ],
});
