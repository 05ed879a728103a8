import { defineClue } from '#lib/catalogue/define.ts';

export const nginxUpstreamDisabled = defineClue({
  id: 'nginx/upstream-disabled',
  formats: ['nginx-error'],
  needles: ['server temporarily disabled'],
  means:
    'After max_fails failures nginx leaves this server alone for fail_timeout: the echo of the failures before it.',
  provenance: {
    project: 'nginx',
    file: 'src/http/ngx_http_upstream_round_robin.c',
    version: 'release-1.31.4',
  },
  pattern: /^upstream server temporarily disabled while /,
  points: [],
  within: { from: -10_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/22 11:54:28 [warn] 28338#28338: *77 upstream server temporarily disabled while reading response header from upstream, client: 127.0.0.1, server: two.test, request: "GET /hdr/fin HTTP/1.1", upstream: "http://127.0.0.1:18080/hdr/fin", host: "127.0.0.1:18204"',
      gives: { upstream: '127.0.0.1:18080', connection: '77' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [],
});
