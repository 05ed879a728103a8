import { defineAside } from '#lib/catalogue/define.ts';

export const nginxNoLiveUpstreams = defineAside({
  id: 'nginx/no-live-upstreams',
  formats: ['nginx-error'],
  needles: ['while connecting to upstream'],
  means:
    'Every server of the upstream block was marked as failed, so none was asked: the echo of earlier failures.',
  provenance: { project: 'nginx', file: 'src/http/ngx_http_upstream.c', version: 'release-1.31.4' },
  pattern: /^no live upstreams while connecting to upstream/,
  adds: { phase: 'connect' },
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026/11/22 11:54:28 [error] 28338#28338: *80 no live upstreams while connecting to upstream, client: 127.0.0.1, server: two.test, request: "GET /hdr/rst HTTP/1.1", upstream: "http://two/hdr/rst", host: "127.0.0.1:18204"',
      gives: { phase: 'connect', upstream: 'two', target: '/hdr/rst' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [],
});
